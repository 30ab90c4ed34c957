/** The one way to tell and to ask. */
@NullMarked
package org.deltaworks.ui.notice;

import org.jspecify.annotations.NullMarked;
