/**
 * The window: where one is, where one can go, and what runs; the only one that knows all screens.
 */
@NullMarked
package org.deltaworks.ui.shell;

import org.jspecify.annotations.NullMarked;
