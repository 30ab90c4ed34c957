/** The demos in the assets folder: reading them, their metrics, and writing their rows. */
@NullMarked
package org.deltaworks.corpus.demo;

import org.jspecify.annotations.NullMarked;
