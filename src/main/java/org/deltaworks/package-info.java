/** The entry point only; nobody imports it. */
@NullMarked
package org.deltaworks;

import org.jspecify.annotations.NullMarked;
