package org.deltaworks.corpus.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Choices that a seed repeats. Not for several threads at once. */
public final class Dice {
  private final Random random;

  /** Dice that fall the same way for the same seed on every machine. */
  public Dice(long seed) {
    // Neighbouring seeds start almost alike in java.util.Random; mixing them apart costs nothing.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
  }

  /** One of these, each as likely. */
  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of these, each as likely. */
  @SafeVarargs
  public final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Some of these without repetition, in random order; fewer if there are not so many. */
  public <T> List<T> some(int count, List<T> choices) {
    List<T> rest = new ArrayList<>(choices);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < count && !rest.isEmpty()) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return chosen;
  }

  /** All of these in random order. */
  public <T> List<T> shuffled(List<T> choices) {
    return some(choices.size(), choices);
  }

  /** True this often, 0 to 1. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** A number from 0 to below 1. */
  public double share() {
    return random.nextDouble();
  }

  /** A whole number, both ends included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** The text this often, nothing otherwise. */
  public String maybe(double share, String text) {
    return chance(share) ? text : "";
  }
}
