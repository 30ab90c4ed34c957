/** Data files of every kind, read row by row. */
@NullMarked
package org.deltaworks.format.rows;

import org.jspecify.annotations.NullMarked;
