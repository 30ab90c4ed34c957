/** Measuring a model with or without an adapter, and joining the two. */
@NullMarked
package org.deltaworks.domain.evaluation;

import org.jspecify.annotations.NullMarked;
