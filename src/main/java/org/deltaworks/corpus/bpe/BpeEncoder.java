package org.deltaworks.corpus.bpe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deltaworks.corpus.bpe.Vocabulary.Merge;

/**
 * Encodes text with a vocabulary, with the same ids as Hugging Face's tokenizers. Remembers pieces
 * it has seen; not for several threads at once.
 */
public final class BpeEncoder {
  private static final int REMEMBERED = 100_000;

  private final List<String> special;
  private final Pattern specialPattern;
  private final List<String> tokens;
  private final Map<String, Integer> ids;
  private final Map<Merge, Integer> ranks = new HashMap<>();
  private final Map<String, int[]> seen = new HashMap<>();

  /** An encoder of this vocabulary. */
  public BpeEncoder(Vocabulary vocabulary) {
    this.special = vocabulary.special();
    this.specialPattern =
        Pattern.compile(special.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    this.tokens = vocabulary.tokens();
    this.ids = vocabulary.ids();
    for (int i = 0; i < vocabulary.merges().size(); i++) {
      ranks.put(vocabulary.merges().get(i), i);
    }
  }

  /** The ids of a text; special tokens that it spells count as such. */
  public int[] encode(String text) {
    List<int[]> parts = new ArrayList<>();
    Matcher matcher = specialPattern.matcher(text);
    int from = 0;
    while (!special.isEmpty() && matcher.find()) {
      plain(text.substring(from, matcher.start()), parts);
      parts.add(new int[] {special.indexOf(matcher.group())});
      from = matcher.end();
    }
    plain(text.substring(from), parts);
    return parts.stream().flatMapToInt(java.util.Arrays::stream).toArray();
  }

  /** The text of ids; bytes that are no UTF-8 become U+FFFD. */
  public String decode(int[] ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int id : ids) {
      String token = tokens.get(id);
      bytes.writeBytes(
          id < special.size() ? token.getBytes(StandardCharsets.UTF_8) : ByteAlphabet.bytes(token));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void plain(String text, List<int[]> parts) {
    PreTokens.of(
        text,
        piece -> {
          if (seen.size() > REMEMBERED) {
            seen.clear();
          }
          parts.add(seen.computeIfAbsent(piece, this::piece));
        });
  }

  private int[] piece(String piece) {
    List<String> symbols =
        new ArrayList<>(
            ByteAlphabet.print(piece).chars().mapToObj(c -> String.valueOf((char) c)).toList());
    while (symbols.size() > 1) {
      Merge best = null;
      int bestRank = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < symbols.size(); i++) {
        Merge pair = new Merge(symbols.get(i), symbols.get(i + 1));
        int rank = ranks.getOrDefault(pair, Integer.MAX_VALUE);
        if (rank < bestRank) {
          best = pair;
          bestRank = rank;
        }
      }
      if (best == null) {
        break;
      }
      symbols = MergeLearner.joined(symbols, best);
    }
    return symbols.stream().mapToInt(symbol -> ids.getOrDefault(symbol, 0)).toArray();
  }
}
