/** Asking a model: the next token, the next, and what given tokens cost it. */
@NullMarked
package org.deltaworks.engine.generation;

import org.jspecify.annotations.NullMarked;
