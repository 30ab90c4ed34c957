/** The small consistent world that the texts are about, read from our own word lists. */
@NullMarked
package org.deltaworks.corpus.world;

import org.jspecify.annotations.NullMarked;
