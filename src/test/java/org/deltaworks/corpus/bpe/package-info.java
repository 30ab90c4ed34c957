/** Tests of byte-pair encoding. */
@NullMarked
package org.deltaworks.corpus.bpe;

import org.jspecify.annotations.NullMarked;
