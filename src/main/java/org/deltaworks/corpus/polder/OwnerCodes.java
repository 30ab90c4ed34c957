package org.deltaworks.corpus.polder;

import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Short random codes by which the added heads know words again: nine numbers for every token, its
 * mark, and for the token of a first name six numbers that can be read off its mark, the person's
 * code. Words that open a sentence or a question have marks from which no person can be read.
 */
final class OwnerCodes {
  /** Numbers of a mark. */
  static final int MARK = 9;

  /** Numbers of a person's code. */
  static final int CODE = 6;

  private static final double SHARE_OF_CODE = 0.6;

  private final double[][] directions;
  private final double[][] marks;
  private final TreeMap<Integer, double[]> people = new TreeMap<>();

  /** Codes for a vocabulary, the same for the same seed. */
  OwnerCodes(OwnerWords words, int vocabulary, long seed) {
    Random random = new Random(seed);
    directions = Orthonormal.rows(MARK, random);
    marks = new double[vocabulary][];
    Set<Integer> opening = new TreeSet<>(words.sentence());
    opening.addAll(words.question());
    opening.addAll(words.person());
    for (int token = 0; token < vocabulary; token++) {
      double[] mark = unit(random, MARK);
      marks[token] = opening.contains(token) ? withoutPerson(mark) : mark;
    }
    for (Set<Integer> tokens : words.people().values()) {
      double[] code = unit(random, CODE);
      double[] rest = withoutPerson(unit(random, MARK));
      for (int token : tokens) {
        people.put(token, code);
        marks[token] = withPerson(code, rest);
      }
    }
  }

  /** The mark of a token, of length 1. */
  double[] mark(int token) {
    return marks[token];
  }

  /** Codes of length 1 by the token of a name. */
  TreeMap<Integer, double[]> people() {
    return people;
  }

  /** The row that reads one number of a person's code off a mark. */
  double[] reading(int number) {
    return directions[number];
  }

  private double[] withoutPerson(double[] mark) {
    double[] rest = mark.clone();
    for (int i = 0; i < CODE; i++) {
      double along = Orthonormal.dot(mark, directions[i]);
      for (int j = 0; j < MARK; j++) {
        rest[j] -= along * directions[i][j];
      }
    }
    return normed(rest);
  }

  private double[] withPerson(double[] code, double[] rest) {
    double[] mark = new double[MARK];
    for (int j = 0; j < MARK; j++) {
      mark[j] = Math.sqrt(1 - SHARE_OF_CODE) * rest[j];
      for (int i = 0; i < CODE; i++) {
        mark[j] += Math.sqrt(SHARE_OF_CODE) * code[i] * directions[i][j];
      }
    }
    return mark;
  }

  private static double[] unit(Random random, int size) {
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = random.nextGaussian();
    }
    return normed(numbers);
  }

  private static double[] normed(double[] numbers) {
    double length = Math.sqrt(Orthonormal.dot(numbers, numbers));
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] /= length;
    }
    return numbers;
  }
}
