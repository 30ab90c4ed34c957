/** Runs as they go on, for every screen that shows one. */
@NullMarked
package org.deltaworks.ui.live;

import org.jspecify.annotations.NullMarked;
