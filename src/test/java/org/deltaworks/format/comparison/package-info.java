/** Tests of comparisons as files. */
@NullMarked
package org.deltaworks.format.comparison;

import org.jspecify.annotations.NullMarked;
