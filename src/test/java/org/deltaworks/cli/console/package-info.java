/** How results and failures are written. */
@NullMarked
package org.deltaworks.cli.console;

import org.jspecify.annotations.NullMarked;
