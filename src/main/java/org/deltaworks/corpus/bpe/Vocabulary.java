package org.deltaworks.corpus.bpe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens and merges. Ids: first the special tokens, then the 256 bytes, then one for each merge.
 *
 * @param special texts that are one token each, never cut and never merged
 * @param merges pairs in the order they were learnt
 */
public record Vocabulary(List<String> special, List<Merge> merges) {

  /** Two neighbours that become one token. */
  public record Merge(String left, String right) {
    String joined() {
      return left + right;
    }
  }

  public Vocabulary {
    special = List.copyOf(special);
    merges = List.copyOf(merges);
  }

  /** All tokens in the order of their ids; those of bytes in printable characters. */
  public List<String> tokens() {
    List<String> tokens = new ArrayList<>(special);
    for (int b = 0; b < 256; b++) {
      tokens.add(String.valueOf(ByteAlphabet.character(b)));
    }
    merges.forEach(merge -> tokens.add(merge.joined()));
    return tokens;
  }

  /** Token to id. */
  public Map<String, Integer> ids() {
    Map<String, Integer> ids = new HashMap<>();
    List<String> tokens = tokens();
    for (int i = 0; i < tokens.size(); i++) {
      ids.put(tokens.get(i), i);
    }
    return ids;
  }

  /** Number of tokens. */
  public int size() {
    return special.size() + 256 + merges.size();
  }
}
