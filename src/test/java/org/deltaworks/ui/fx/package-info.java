/** Tests of the bridge, the theme and the figures. */
@NullMarked
package org.deltaworks.ui.fx;

import org.jspecify.annotations.NullMarked;
