/** The shelf of data, with and without a window. */
@NullMarked
package org.deltaworks.ui.datasets;

import org.jspecify.annotations.NullMarked;
