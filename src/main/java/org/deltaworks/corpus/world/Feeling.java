package org.deltaworks.corpus.world;

import java.util.List;
import org.deltaworks.corpus.grammar.Deed;

/**
 * How somebody feels and what one sees of it.
 *
 * @param adjective proud
 * @param sign what people do who feel so
 * @param synonym another word for it
 */
public record Feeling(String adjective, Deed sign, String synonym) {
  static Feeling of(List<String> row) {
    return new Feeling(row.get(0), Deed.of(row.get(1)), row.get(2));
  }
}
