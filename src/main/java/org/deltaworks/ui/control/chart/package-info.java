/** The chart of every screen: live curves on a canvas, drawn once per pulse. */
@NullMarked
package org.deltaworks.ui.control.chart;

import org.jspecify.annotations.NullMarked;
