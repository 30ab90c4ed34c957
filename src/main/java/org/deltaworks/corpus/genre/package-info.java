/** The kinds of text: stories, descriptions, reviews, letters, lists, sums, questions, chats. */
@NullMarked
package org.deltaworks.corpus.genre;

import org.jspecify.annotations.NullMarked;
