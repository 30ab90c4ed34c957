package org.deltaworks.corpus.grammar;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All verbs: the irregular ones from the word list, every other by rule. */
public final class Verbs {
  private static final Map<String, Verb> IRREGULAR = read();

  private Verbs() {}

  /** The verb of this base form. */
  public static Verb of(String base) {
    Verb known = IRREGULAR.get(base);
    return known != null ? known : Verb.regular(base);
  }

  /** The verbs whose forms follow no rule, in no order. */
  public static Collection<Verb> irregular() {
    return IRREGULAR.values();
  }

  private static Map<String, Verb> read() {
    Map<String, Verb> verbs = new HashMap<>();
    for (List<String> row : WordLists.rows("verbs.txt")) {
      String[] forms = row.getFirst().split(" ");
      String base = forms[0];
      String third =
          switch (base) {
            case "be" -> "is";
            case "have" -> "has";
            case "do" -> "does";
            case "go" -> "goes";
            default -> Spelling.withS(base);
          };
      String gerund = forms.length > 3 ? forms[3] : Spelling.withIng(base);
      verbs.put(base, new Verb(base, third, forms[1], forms[2], gerund));
    }
    return Map.copyOf(verbs);
  }
}
