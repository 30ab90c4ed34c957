/** The commands, run as a person or a script runs them. */
@NullMarked
package org.deltaworks.cli;

import org.jspecify.annotations.NullMarked;
