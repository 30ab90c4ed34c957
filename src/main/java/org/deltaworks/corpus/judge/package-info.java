/** Judges text by rules that a person would use: does the verb fit, is every quote closed. */
@NullMarked
package org.deltaworks.corpus.judge;

import org.jspecify.annotations.NullMarked;
