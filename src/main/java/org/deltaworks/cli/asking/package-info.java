/** Commands that ask, measure and merge models. */
@NullMarked
package org.deltaworks.cli.asking;

import org.jspecify.annotations.NullMarked;
