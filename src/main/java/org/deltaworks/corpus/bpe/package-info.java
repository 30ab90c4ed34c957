/** Byte-level byte-pair encoding: learning the merges, encoding, writing tokenizer files. */
@NullMarked
package org.deltaworks.corpus.bpe;

import org.jspecify.annotations.NullMarked;
