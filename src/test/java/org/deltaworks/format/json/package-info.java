/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.format.json;

import org.jspecify.annotations.NullMarked;
