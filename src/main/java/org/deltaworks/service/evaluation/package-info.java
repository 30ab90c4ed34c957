/** Measuring models and adapters, and merging them. */
@NullMarked
package org.deltaworks.service.evaluation;

import org.jspecify.annotations.NullMarked;
