/** Try it: the same question to the base and to its adapter. */
@NullMarked
package org.deltaworks.ui.playground;

import org.jspecify.annotations.NullMarked;
