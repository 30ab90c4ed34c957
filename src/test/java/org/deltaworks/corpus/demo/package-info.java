/** Tests of the demos. */
@NullMarked
package org.deltaworks.corpus.demo;

import org.jspecify.annotations.NullMarked;
