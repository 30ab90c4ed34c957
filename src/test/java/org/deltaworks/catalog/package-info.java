/** The catalog: one SQLite file that holds what there is, and carries word between processes. */
@NullMarked
package org.deltaworks.catalog;

import org.jspecify.annotations.NullMarked;
