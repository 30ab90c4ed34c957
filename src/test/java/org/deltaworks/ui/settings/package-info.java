/** Settings and About, with and without a window. */
@NullMarked
package org.deltaworks.ui.settings;

import org.jspecify.annotations.NullMarked;
