/** Adapters: what was learnt, to find, try, keep and hand on. */
@NullMarked
package org.deltaworks.ui.adapters;

import org.jspecify.annotations.NullMarked;
