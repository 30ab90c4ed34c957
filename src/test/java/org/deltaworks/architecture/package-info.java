/** The gates: who may know whom, and one way to format. */
@NullMarked
package org.deltaworks.architecture;

import org.jspecify.annotations.NullMarked;
