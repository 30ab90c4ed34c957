package org.deltaworks.ui.control.chart;

/** Takes an exported chart; a screen lets its service write the file. */
@FunctionalInterface
public interface ChartTarget {
  /**
   * Takes the contents.
   *
   * @param kind ending of the file's name: png, svg or csv
   */
  void write(String kind, byte[] contents);
}
