/** Seeded choices: the one source of everything random in the corpus. */
@NullMarked
package org.deltaworks.corpus.chance;

import org.jspecify.annotations.NullMarked;
