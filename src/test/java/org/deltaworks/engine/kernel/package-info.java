/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.engine.kernel;

import org.jspecify.annotations.NullMarked;
