/** What the bundled model must be able to do, as questions with a rule for right answers. */
@NullMarked
package org.deltaworks.corpus.exam;

import org.jspecify.annotations.NullMarked;
