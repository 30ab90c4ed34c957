package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Spelling;
import org.deltaworks.corpus.grammar.WordLists;

/**
 * How the weather was.
 *
 * @param adjective sunny
 * @param clause the sun was shining
 * @param effect what could be seen of it, a clause in the past
 * @param clothes what one takes along
 * @param seasons when it happens
 */
public record Weather(
    String adjective, String clause, String effect, String clothes, List<String> seasons) {
  static Weather of(List<String> row) {
    return new Weather(row.get(0), row.get(1), row.get(2), row.get(3), WordLists.words(row.get(4)));
  }

  /** an umbrella. */
  public String clothing() {
    return clothes.endsWith("es") && !clothes.contains("gloves")
        ? clothes
        : Spelling.withArticle(clothes);
  }
}
