/** Asking a model, with or without adapters. */
@NullMarked
package org.deltaworks.domain.generation;

import org.jspecify.annotations.NullMarked;
