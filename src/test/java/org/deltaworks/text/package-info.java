/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.text;

import org.jspecify.annotations.NullMarked;
