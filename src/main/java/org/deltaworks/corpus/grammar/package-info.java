/** A small grammar of English: verbs, nouns, articles, pronouns, and how they agree. */
@NullMarked
package org.deltaworks.corpus.grammar;

import org.jspecify.annotations.NullMarked;
