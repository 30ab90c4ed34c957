/** The composition root: builds every object in order, and stops them in reverse. */
@NullMarked
package org.deltaworks.app;

import org.jspecify.annotations.NullMarked;
