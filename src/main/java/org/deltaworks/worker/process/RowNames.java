package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.util.List;

/**
 * What a person calls a row that is learnt from: its place in the file it came from, although rows
 * without anything to learn were left out and others are held out.
 *
 * @param files the data, in its order
 * @param counts rows of each file
 * @param numbers which row of all files each usable row is, counted from 1
 * @param places which of the usable rows each row to learn from is, 0 for the first
 */
record RowNames(
    List<Path> files, List<Integer> counts, List<Integer> numbers, List<Integer> places) {
  RowNames {
    files = List.copyOf(files);
    counts = List.copyOf(counts);
    numbers = List.copyOf(numbers);
    places = List.copyOf(places);
  }

  /**
   * Its name.
   *
   * @param row of those to learn from, 0 for the first
   */
  String of(int row) {
    int number = numbers.get(places.get(row));
    if (files.size() == 1) {
      return "row " + number;
    }
    int file = 0;
    while (number > counts.get(file)) {
      number -= counts.get(file);
      file++;
    }
    return "row %d of %s".formatted(number, files.get(file).getFileName());
  }
}
