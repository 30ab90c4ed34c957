/**
 * Where the bundled model and its demos come from: a generator of plain English about a small
 * consistent world, the tokenizer's trainer, and the first random weights.
 */
@NullMarked
package org.deltaworks.corpus;

import org.jspecify.annotations.NullMarked;
