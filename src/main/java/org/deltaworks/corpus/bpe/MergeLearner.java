package org.deltaworks.corpus.bpe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.deltaworks.corpus.bpe.Vocabulary.Merge;

/**
 * Learns byte-pair merges (Sennrich et al., arXiv 1508.07909) over bytes: count each distinct piece
 * once, then join the most frequent pair of neighbours again and again. Equal counts are decided by
 * the pair's spelling, so that the same text always gives the same merges.
 */
public final class MergeLearner {
  private final Map<String, Long> pieces = new HashMap<>();

  private static final class Piece {
    private final long count;
    private List<String> symbols;

    Piece(String printed, long count) {
      this.count = count;
      this.symbols =
          new ArrayList<>(printed.chars().mapToObj(c -> String.valueOf((char) c)).toList());
    }
  }

  private record Candidate(Merge pair, long count) {}

  /** Reads a text. */
  public void add(String text) {
    PreTokens.of(text, piece -> pieces.merge(piece, 1L, Long::sum));
  }

  /** Learns from everything read so far; fewer merges if no pair is left that occurs twice. */
  public Vocabulary learn(List<String> special, int size) {
    List<Piece> words =
        pieces.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Piece(ByteAlphabet.print(e.getKey()), e.getValue()))
            .toList();
    return new Vocabulary(special, new Round(words).run(size - special.size() - 256));
  }

  /**
   * One run of learning: counts of pairs, where they occur, and a queue that may hold old counts.
   */
  private static final class Round {
    private final List<Piece> words;
    private final Map<Merge, Long> counts = new HashMap<>();
    private final Map<Merge, Set<Integer>> places = new HashMap<>();
    private final PriorityQueue<Candidate> queue =
        new PriorityQueue<>(
            Comparator.comparingLong(Candidate::count)
                .reversed()
                .thenComparing(c -> c.pair().left())
                .thenComparing(c -> c.pair().right()));

    Round(List<Piece> words) {
      this.words = words;
      for (int w = 0; w < words.size(); w++) {
        count(w, 1);
      }
      counts.forEach((pair, count) -> queue.add(new Candidate(pair, count)));
    }

    List<Merge> run(int wanted) {
      List<Merge> merges = new ArrayList<>();
      while (merges.size() < wanted && !queue.isEmpty()) {
        Candidate best = queue.poll();
        if (counts.getOrDefault(best.pair(), 0L) != best.count()) {
          continue;
        }
        if (best.count() < 2) {
          break;
        }
        merges.add(best.pair());
        join(best.pair());
      }
      return merges;
    }

    private void join(Merge pair) {
      Set<Merge> changed = new HashSet<>();
      for (int w : Set.copyOf(places.getOrDefault(pair, Set.of()))) {
        changed.addAll(count(w, -1));
        words.get(w).symbols = joined(words.get(w).symbols, pair);
        changed.addAll(count(w, 1));
      }
      changed.forEach(p -> queue.add(new Candidate(p, counts.getOrDefault(p, 0L))));
    }

    /** Adds a word's pairs to the counts, or takes them away. */
    private Set<Merge> count(int w, int sign) {
      Piece piece = words.get(w);
      Set<Merge> touched = new HashSet<>();
      for (int i = 0; i + 1 < piece.symbols.size(); i++) {
        Merge pair = new Merge(piece.symbols.get(i), piece.symbols.get(i + 1));
        counts.merge(pair, sign * piece.count, Long::sum);
        Set<Integer> where = places.computeIfAbsent(pair, p -> new HashSet<>());
        if (sign > 0) {
          where.add(w);
        } else {
          where.remove(w);
        }
        touched.add(pair);
      }
      return touched;
    }
  }

  /** The symbols with every occurrence of the pair joined, from the left. */
  static List<String> joined(List<String> symbols, Merge pair) {
    List<String> result = new ArrayList<>(symbols.size());
    int i = 0;
    while (i < symbols.size()) {
      boolean here =
          i + 1 < symbols.size()
              && symbols.get(i).equals(pair.left())
              && symbols.get(i + 1).equals(pair.right());
      result.add(here ? pair.joined() : symbols.get(i));
      i += here ? 2 : 1;
    }
    return result;
  }
}
