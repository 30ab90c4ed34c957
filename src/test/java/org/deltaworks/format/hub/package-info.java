/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.format.hub;

import org.jspecify.annotations.NullMarked;
