/** Everything that turns the generator's text into the bundled model's starting point. */
@NullMarked
package org.deltaworks.corpus.polder;

import org.jspecify.annotations.NullMarked;
