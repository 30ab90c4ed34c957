package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deltaworks.corpus.bpe.BpeEncoder;
import org.deltaworks.corpus.bpe.MergeLearner;
import org.deltaworks.corpus.chance.Dice;
import org.deltaworks.corpus.genre.ReadingForms;
import org.deltaworks.corpus.world.World;
import org.junit.jupiter.api.Test;

class LessonsTest {
  private static final int LENGTH = 2_000;

  private final BpeEncoder bytes =
      new BpeEncoder(new MergeLearner().learn(PolderTokens.SPECIAL, 261));
  private final Lessons lessons = new Lessons(new Dice(1), new ReadingForms(new World()), bytes);

  @Test
  void onlyAnswersAreLearntInEitherForm() {
    TokenRow plain =
        lessons.answers(bytes.encode("A cat sat.\nQ: Who sat?\nA: A cat.\nQ: Why?<|endoftext|>"));
    assertThat(learnt(plain)).isEqualTo(" A cat.\n");
    TokenRow marked =
        lessons.answers(bytes.encode("Rain.\nQuestion: What?\nAnswer: Rain.<|endoftext|>"));
    assertThat(learnt(marked)).isEqualTo(" Rain.<|endoftext|>");
    TokenRow chat =
        lessons.answers(
            bytes.encode("<|user|>A cat.\nWho?<|endoftext|><|assistant|>A cat.<|endoftext|>"));
    assertThat(learnt(chat)).isEqualTo(" A cat.<|endoftext|>");
  }

  @Test
  void rowsAreWholeLessonsInBothFormsWithAnswersInThem() {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      TokenRow row = lessons.row(LENGTH);
      assertThat(row.ids()).hasSizeBetween(LENGTH / 3, LENGTH).endsWith(PolderTokens.END_ID);
      String text = bytes.decode(row.ids());
      String said = learnt(row);
      assertThat(said).doesNotContain("Question:").doesNotContain("<|user|>");
      assertThat(said.length()).isBetween(text.length() / 30, text.length() / 2);
      answers.add(text);
    }
    assertThat(answers).anyMatch(text -> text.contains("<|assistant|>"));
    assertThat(answers).anyMatch(text -> text.contains("\nAnswer:"));
  }

  private String learnt(TokenRow row) {
    return bytes.decode(
        Arrays.stream(row.labels()).filter(label -> label != TokenRow.IGNORED).toArray());
  }
}
