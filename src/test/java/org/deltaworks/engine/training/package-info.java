/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.engine.training;

import org.jspecify.annotations.NullMarked;
