/** Tests of runs as they go on. */
@NullMarked
package org.deltaworks.ui.live;

import org.jspecify.annotations.NullMarked;
