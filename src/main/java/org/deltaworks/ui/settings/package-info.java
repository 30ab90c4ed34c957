/** Settings and About. */
@NullMarked
package org.deltaworks.ui.settings;

import org.jspecify.annotations.NullMarked;
