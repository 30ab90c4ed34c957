/** A comparison of ways to train, as a file. */
@NullMarked
package org.deltaworks.format.comparison;

import org.jspecify.annotations.NullMarked;
