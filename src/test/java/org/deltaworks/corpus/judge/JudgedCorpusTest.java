package org.deltaworks.corpus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.AnimalPortraits;
import org.deltaworks.corpus.genre.Corpus;
import org.deltaworks.corpus.genre.DayTales;
import org.deltaworks.corpus.genre.Fables;
import org.deltaworks.corpus.genre.Letters;
import org.deltaworks.corpus.genre.MarketTales;
import org.deltaworks.corpus.genre.PersonPortraits;
import org.deltaworks.corpus.genre.PlacePortraits;
import org.deltaworks.corpus.genre.Teller;
import org.deltaworks.corpus.genre.ThingPortraits;
import org.deltaworks.corpus.genre.TroubleTales;
import org.deltaworks.corpus.genre.WishTales;
import org.deltaworks.corpus.world.World;
import org.deltaworks.domain.datasets.Row;
import org.junit.jupiter.api.Test;

/** The text that the bundled model learns must pass what its own stories are judged by. */
class JudgedCorpusTest {
  private static final int STORIES = 300;
  private static final int DOCUMENTS = 3_000;
  private static final World WORLD = new World();
  private static final StoryJudge JUDGE = new StoryJudge(WORLD);
  private static final List<Teller> TELLERS =
      List.of(
          new TroubleTales(WORLD),
          new WishTales(WORLD),
          new DayTales(WORLD),
          new Fables(WORLD),
          new MarketTales(WORLD),
          new Letters(WORLD),
          new PersonPortraits(WORLD),
          new PlacePortraits(WORLD),
          new AnimalPortraits(WORLD),
          new ThingPortraits(WORLD));

  @Test
  void theStoriesOfTheGeneratorPass() {
    List<String> faults = new ArrayList<>();
    int failed = 0;
    for (Teller teller : TELLERS) {
      for (int i = 0; i < STORIES; i++) {
        List<Finding> found = JUDGE.judge(teller.tell(new Dice(i)).text());
        found.forEach(f -> faults.add(f.rule() + ": " + f.excerpt()));
        failed += found.isEmpty() ? 0 : 1;
      }
    }
    // A few neighbours' and mothers' pronouns stay unclear to a rule that only counts sentences.
    assertThat(failed / (double) (STORIES * TELLERS.size()))
        .as(String.join("\n", faults))
        .isLessThan(0.001);
    assertThat(faults).allMatch(fault -> fault.startsWith("PRONOUN"));
  }

  @Test
  void noDocumentOfTheCorpusBreaksAgreementOrQuotes() {
    Corpus corpus = new Corpus(WORLD);
    List<Finding> faults = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      JUDGE.judge(text(corpus.document(Corpus.TRAINING_SEED, i))).stream()
          .filter(f -> f.rule() == Rule.AGREEMENT || f.rule() == Rule.QUOTES)
          .forEach(faults::add);
    }
    assertThat(faults).isEmpty();
  }

  private static String text(Row row) {
    return switch (row) {
      case Row.Text text -> text.text();
      case Row.Conversation chat ->
          chat.turns().stream().map(Row.Turn::content).collect(Collectors.joining("\n"));
      case Row.Prompted ignored -> "";
      case Row.Tokens ignored -> "";
    };
  }
}
