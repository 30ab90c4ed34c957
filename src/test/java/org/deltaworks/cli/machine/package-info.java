/** What the terminal draws of a demo. */
@NullMarked
package org.deltaworks.cli.machine;

import org.jspecify.annotations.NullMarked;
