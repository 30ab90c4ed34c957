/** The first screen: what is here, one big way in. */
@NullMarked
package org.deltaworks.ui.home;

import org.jspecify.annotations.NullMarked;
