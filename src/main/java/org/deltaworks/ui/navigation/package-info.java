/** Where one can go, and what a screen is; screens name places, never each other. */
@NullMarked
package org.deltaworks.ui.navigation;

import org.jspecify.annotations.NullMarked;
