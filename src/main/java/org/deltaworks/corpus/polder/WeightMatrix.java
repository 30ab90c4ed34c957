package org.deltaworks.corpus.polder;

import java.util.Arrays;
import java.util.List;
import org.deltaworks.format.safetensors.OutgoingTensor;

/**
 * A weight on its way into a model folder, row by row; a norm's gains are a single row.
 *
 * @param name under which Hugging Face's layout knows it
 */
record WeightMatrix(String name, int rows, int columns, float[] numbers) {

  double get(int row, int column) {
    return numbers[row * columns + column];
  }

  void set(int row, int column, double number) {
    numbers[row * columns + column] = (float) number;
  }

  void set(int row, int firstColumn, double[] some) {
    for (int i = 0; i < some.length; i++) {
      set(row, firstColumn + i, some[i]);
    }
  }

  void clearRows(int from, int to) {
    Arrays.fill(numbers, from * columns, to * columns, 0f);
  }

  void clearColumns(int from, int to) {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(numbers, row * columns + from, row * columns + to, 0f);
    }
  }

  double rowNorm(int row) {
    double squares = 0;
    for (int column = 0; column < columns; column++) {
      squares += get(row, column) * get(row, column);
    }
    return Math.sqrt(squares);
  }

  double columnNorm(int column) {
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      squares += get(row, column) * get(row, column);
    }
    return Math.sqrt(squares);
  }

  /** It in a larger matrix, zeros in what is new. */
  WeightMatrix enlarged(int newRows, int newColumns) {
    float[] larger = new float[newRows * newColumns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(numbers, row * columns, larger, row * newColumns, columns);
    }
    return new WeightMatrix(name, newRows, newColumns, larger);
  }

  /** As it is written. */
  OutgoingTensor outgoing() {
    List<Long> shape =
        name.endsWith("norm.weight")
            ? List.of((long) columns)
            : List.of((long) rows, (long) columns);
    return OutgoingTensor.of(name, shape, numbers);
  }
}
