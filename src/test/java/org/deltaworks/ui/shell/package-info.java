/** Tests of the window. */
@NullMarked
package org.deltaworks.ui.shell;

import org.jspecify.annotations.NullMarked;
