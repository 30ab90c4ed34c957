/** Tests of the first screen. */
@NullMarked
package org.deltaworks.ui.home;

import org.jspecify.annotations.NullMarked;
