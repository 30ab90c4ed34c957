/** The bridge to the window's thread, the layout vocabulary, the theme and figures for people. */
@NullMarked
package org.deltaworks.ui.fx;

import org.jspecify.annotations.NullMarked;
