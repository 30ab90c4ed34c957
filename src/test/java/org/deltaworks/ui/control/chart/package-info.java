/** Tests of the chart. */
@NullMarked
package org.deltaworks.ui.control.chart;

import org.jspecify.annotations.NullMarked;
