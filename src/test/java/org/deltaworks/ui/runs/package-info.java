/** Tests of the runs screen. */
@NullMarked
package org.deltaworks.ui.runs;

import org.jspecify.annotations.NullMarked;
