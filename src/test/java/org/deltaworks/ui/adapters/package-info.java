/** The shelf of adapters, with and without a window. */
@NullMarked
package org.deltaworks.ui.adapters;

import org.jspecify.annotations.NullMarked;
