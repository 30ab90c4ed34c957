/** The bundled demos: small tasks on which a person sees in a minute what an adapter does. */
@NullMarked
package org.deltaworks.domain.demos;

import org.jspecify.annotations.NullMarked;
