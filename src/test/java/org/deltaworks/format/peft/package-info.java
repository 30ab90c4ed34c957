/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.format.peft;

import org.jspecify.annotations.NullMarked;
