/** Asking a model, with and without an adapter. */
@NullMarked
package org.deltaworks.service.playground;

import org.jspecify.annotations.NullMarked;
