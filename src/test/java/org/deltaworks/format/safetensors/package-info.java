/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.format.safetensors;

import org.jspecify.annotations.NullMarked;
