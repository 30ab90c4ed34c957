package org.deltaworks.ui.control.chart;

/**
 * Something that happened at a step, shown as a small flag on the x-axis.
 *
 * @param step where
 * @param label what, a word or two, such as {@code checkpoint}
 */
public record ChartFlag(double step, String label) {}
