/** Tests of the package of the same name. */
@NullMarked
package org.deltaworks.engine.lora;

import org.jspecify.annotations.NullMarked;
