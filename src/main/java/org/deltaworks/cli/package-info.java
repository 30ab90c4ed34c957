/** The command line: the whole contract of commands over the same services as the window. */
@NullMarked
package org.deltaworks.cli;

import org.jspecify.annotations.NullMarked;
