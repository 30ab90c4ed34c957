package org.deltaworks.corpus.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The verb behind a pronoun, a name or a noun with its article must fit it. */
final class SubjectRule implements StoryRule {
  private static final Set<String> ONE = Set.of("he", "she", "it");
  private static final Set<String> MANY = Set.of("they", "we");
  private static final Set<String> SINGULAR_BE = Set.of("is", "was", "has", "does");
  private static final Set<String> PLURAL_BE = Set.of("are", "were", "have", "do", "am");
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "this", "that", "these", "those", "his", "her", "my", "our", "your",
          "their", "its", "some", "many", "two", "three", "four", "five", "six", "seven", "eight",
          "nine", "ten");
  private static final Set<String> COUNTS =
      Set.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "many");
  private static final Set<String> AMOUNTS =
      Set.of("coins", "hours", "minutes", "days", "years", "weeks", "months", "kilos", "litres");
  private static final Set<String> LOTS =
      Set.of("few", "lot", "number", "hundred", "couple", "dozen", "thousand", "great", "good");
  private static final Set<String> HELPERS =
      Set.of("has", "have", "had", "is", "was", "were", "are", "am", "let", "be");

  private final Lexicon lexicon;

  SubjectRule(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> check(Story story) {
    List<Finding> findings = new ArrayList<>();
    for (Story.Sentence s : story.sentences()) {
      for (int i = 0; i < s.size(); i++) {
        if (pronoun(s, i) || name(s, i) || noun(s, i) || there(s, i)) {
          findings.add(new Finding(Rule.AGREEMENT, s.around(i)));
        }
      }
    }
    return findings;
  }

  private boolean pronoun(Story.Sentence s, int i) {
    String subject = s.low(i);
    int v = verb(s, i);
    String verb = s.low(v);
    if (s.at(i).equals("I")) {
      return !turned(s, i)
          && (Set.of("is", "are", "has", "does", "were").contains(verb) && !wished(s, i, verb)
              || lexicon.third(verb));
    }
    if (ONE.contains(subject)) {
      boolean open = subject.equals("it") ? opens(s, i) : !turned(s, i);
      return open
          && (PLURAL_BE.contains(verb) && !wished(s, i, verb)
              || lexicon.base(verb)
              || !subject.equals("it") && lexicon.oddParticiple(verb));
    }
    if (MANY.contains(subject)) {
      return SINGULAR_BE.contains(verb) || verb.equals("am") || lexicon.third(verb);
    }
    return subject.equals("you")
        && opens(s, i)
        && (SINGULAR_BE.contains(verb) || verb.equals("am") || lexicon.third(verb));
  }

  private boolean name(Story.Sentence s, int i) {
    if (!lexicon.name(s.at(i)) || !opens(s, i)) {
      return false;
    }
    int second = i + 2;
    if (s.low(i + 1).equals("and")) {
      boolean pair = lexicon.name(s.at(second));
      if (Set.of("his", "her", "the", "a").contains(s.low(second))
          && lexicon.singular(s.low(i + 3))) {
        pair = true;
        second = i + 3;
      }
      String verb = s.low(verb(s, second));
      return pair && (SINGULAR_BE.contains(verb) || lexicon.third(verb));
    }
    String verb = s.low(verb(s, i));
    return PLURAL_BE.contains(verb) && !wished(s, i, verb)
        || lexicon.base(verb)
        || lexicon.oddParticiple(verb);
  }

  private boolean noun(Story.Sentence s, int i) {
    if (!DETERMINERS.contains(s.low(i)) || !opens(s, i)) {
      return false;
    }
    int n = i + 1;
    while (lexicon.adjective(s.low(n))
        && (lexicon.adjective(s.low(n + 1))
            || lexicon.singular(s.low(n + 1))
            || lexicon.plural(s.low(n + 1)))) {
      n++;
    }
    String verb = s.low(n + 1);
    if (lexicon.singular(s.low(n))) {
      return PLURAL_BE.contains(verb) && !wished(s, i, verb);
    }
    // Five coins is a price: an amount may count as one.
    boolean amount = COUNTS.contains(s.low(i)) && AMOUNTS.contains(s.low(n));
    return lexicon.plural(s.low(n)) && !amount && SINGULAR_BE.contains(verb);
  }

  private static boolean there(Story.Sentence s, int i) {
    if (!s.low(i).equals("there")) {
      return false;
    }
    String verb = s.low(i + 1);
    String next = s.low(i + 2);
    boolean one = Set.of("a", "an", "one").contains(next) && !LOTS.contains(s.low(i + 3));
    return Set.of("were", "are").contains(verb) && one
        || Set.of("was", "is").contains(verb)
            && COUNTS.contains(next)
            && s.low(i + 3).endsWith("s");
  }

  /** Where the verb of the subject there stands, behind an adverb at most. */
  private int verb(Story.Sentence s, int subject) {
    return lexicon.between(s.low(subject + 1)) ? subject + 2 : subject + 1;
  }

  /** Whether a clause begins there. */
  static boolean opens(Story.Sentence s, int i) {
    String before = s.low(i - 1);
    boolean afterComma = before.equals(",") && Lexicon.OPENERS.contains(s.low(i - 2));
    return i == 0
        || before.equals("\"")
        || before.equals("“")
        || before.equals(":")
        || afterComma
        || Lexicon.OPENERS.contains(before)
        || before.equals("and") && s.low(i - 2).equals(",");
  }

  /** Whether an auxiliary stands before the subject, as in a question. */
  private static boolean turned(Story.Sentence s, int i) {
    String before = s.low(i - 1);
    return Lexicon.MODALS.contains(before)
        || HELPERS.contains(before)
        || before.endsWith("n't")
        || before.equals("not")
        || before.equals("and") && ONE.contains(s.low(i - 2));
  }

  /** If she were: the verb of a wish. */
  private static boolean wished(Story.Sentence s, int i, String verb) {
    return verb.equals("were")
        && (Set.of("if", "though", "wish", "wished").contains(s.low(i - 1))
            || s.low(i - 2).equals("as"));
  }
}
