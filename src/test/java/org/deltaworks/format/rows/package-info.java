/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.format.rows;

import org.jspecify.annotations.NullMarked;
