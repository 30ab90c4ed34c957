/** Tests of the exams. */
@NullMarked
package org.deltaworks.corpus.exam;

import org.jspecify.annotations.NullMarked;
