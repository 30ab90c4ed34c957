/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.engine.generation;

import org.jspecify.annotations.NullMarked;
