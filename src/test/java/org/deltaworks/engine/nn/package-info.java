/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.engine.nn;

import org.jspecify.annotations.NullMarked;
