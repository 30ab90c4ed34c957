/** The list of runs and the page of one. */
@NullMarked
package org.deltaworks.ui.runs;

import org.jspecify.annotations.NullMarked;
