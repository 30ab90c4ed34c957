/** Tests of what the bundled model starts from. */
@NullMarked
package org.deltaworks.corpus.polder;

import org.jspecify.annotations.NullMarked;
