/** The bundled demos: choosing one and measuring what its adapter does. */
@NullMarked
package org.deltaworks.service.demos;

import org.jspecify.annotations.NullMarked;
