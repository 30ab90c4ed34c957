/** A working catalog with its services for tests of screens and their view models. */
@NullMarked
package org.deltaworks.ui.desk;

import org.jspecify.annotations.NullMarked;
