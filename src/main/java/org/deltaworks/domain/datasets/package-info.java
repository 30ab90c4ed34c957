/** Rows of text to learn from, and how they become tokens and labels. */
@NullMarked
package org.deltaworks.domain.datasets;

import org.jspecify.annotations.NullMarked;
