/** Tests of the texts. */
@NullMarked
package org.deltaworks.corpus.genre;

import org.jspecify.annotations.NullMarked;
