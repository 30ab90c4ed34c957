/**
 * The safetensors format: headers checked before anything is believed, numbers read and written.
 */
@NullMarked
package org.deltaworks.format.safetensors;

import org.jspecify.annotations.NullMarked;
