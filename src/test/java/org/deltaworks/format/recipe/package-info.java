/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.format.recipe;

import org.jspecify.annotations.NullMarked;
