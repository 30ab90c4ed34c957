/** Adapters in PEFT's layout, read and written. */
@NullMarked
package org.deltaworks.format.peft;

import org.jspecify.annotations.NullMarked;
