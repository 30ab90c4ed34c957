/** Data: what one can learn from, and how a model will read it. */
@NullMarked
package org.deltaworks.ui.datasets;

import org.jspecify.annotations.NullMarked;
