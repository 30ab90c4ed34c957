/** Asking side by side, with and without a window. */
@NullMarked
package org.deltaworks.ui.playground;

import org.jspecify.annotations.NullMarked;
