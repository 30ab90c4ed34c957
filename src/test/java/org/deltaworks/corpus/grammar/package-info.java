/** Tests of the grammar. */
@NullMarked
package org.deltaworks.corpus.grammar;

import org.jspecify.annotations.NullMarked;
