/** Tests of the judges. */
@NullMarked
package org.deltaworks.corpus.judge;

import org.jspecify.annotations.NullMarked;
