package org.deltaworks.corpus.exam;

/** Counts by key, in open addressing: millions of keys at twelve bytes a place. */
final class LongCounts {
  private static final int FIRST_SIZE = 1 << 12;

  private long[] keys = new long[FIRST_SIZE];
  private int[] counts = new int[FIRST_SIZE];
  private int used;

  /** Adds one and returns the new count. The key must not be negative. */
  int increment(long key) {
    int at = find(key);
    if (counts[at] == 0) {
      if (++used * 2 > keys.length) {
        grow();
        at = find(key);
      }
      keys[at] = key;
    }
    return ++counts[at];
  }

  /** The count, 0 for a key that was never added. */
  int get(long key) {
    return counts[find(key)];
  }

  /** How many keys have this count. */
  int having(int count) {
    int number = 0;
    for (int c : counts) {
      number += c == count ? 1 : 0;
    }
    return number;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (counts[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
