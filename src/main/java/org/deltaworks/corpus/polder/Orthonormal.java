package org.deltaworks.corpus.polder;

import java.util.Random;

/** Random directions at right angles to each other, by Gram and Schmidt. */
final class Orthonormal {
  private Orthonormal() {}

  /** As many rows as dimensions, each of length 1. */
  static double[][] rows(int count, Random random) {
    double[][] all = new double[count][count];
    for (int i = 0; i < count; i++) {
      double[] row = all[i];
      for (int j = 0; j < count; j++) {
        row[j] = random.nextGaussian();
      }
      for (int k = 0; k < i; k++) {
        double along = dot(row, all[k]);
        for (int j = 0; j < count; j++) {
          row[j] -= along * all[k][j];
        }
      }
      double length = Math.sqrt(dot(row, row));
      for (int j = 0; j < count; j++) {
        row[j] /= length;
      }
    }
    return all;
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
