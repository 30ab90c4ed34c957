package org.deltaworks.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.Row;
import org.deltaworks.domain.datasets.Row.Turn;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.TrainingPlan.LossOn;
import org.deltaworks.testing.SharedData;
import org.deltaworks.text.template.ChatTemplate;
import org.junit.jupiter.api.Test;

class RowTokenizerTest {
  private static final int NO = TokenizedRow.NO_LOSS;

  @Test
  void aPromptedRowIsBeginPromptLineEndCompletionEnd() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      TokenizedRow row =
          plain(tokenizer, LossOn.COMPLETION, 512).tokenize(new Row.Prompted("Who?", "Tom.")).row();
      int[] prompt = tokenizer.encode("Who?\n", false);
      int[] completion = tokenizer.encode("Tom.", false);
      assertThat(row.ids()).isEqualTo(join(new int[] {1}, prompt, completion, new int[] {2}));
      int[] unlearnt = new int[prompt.length + 1];
      java.util.Arrays.fill(unlearnt, NO);
      assertThat(row.labels()).isEqualTo(join(unlearnt, completion, new int[] {2}));
      assertThat(row.labelTokens()).isEqualTo(completion.length + 1);
    }
  }

  @Test
  void withLossOnAllEveryTokenIsALabel() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      TokenizedRow row =
          plain(tokenizer, LossOn.ALL, 512).tokenize(new Row.Prompted("Who?", "Tom.")).row();
      assertThat(row.labels()).isEqualTo(row.ids());
    }
  }

  @Test
  void aTokenizerThatAddsNoBeginGetsNoneAndAModelWithoutEndGetsNone() {
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/gpt2")) {
      TokenizedRow row =
          plain(tokenizer, LossOn.COMPLETION, 512)
              .tokenize(new Row.Prompted("What is 2 + 2?", "It is 4."))
              .row();
      assertThat(row.ids())
          .isEqualTo(
              join(
                  tokenizer.encode("What is 2 + 2?\n", false),
                  tokenizer.encode("It is 4.", false)));
    }
  }

  @Test
  void aTextRowIsLearntWholeAndHasNoEnd() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      TokenizedRow row =
          plain(tokenizer, LossOn.COMPLETION, 512).tokenize(new Row.Text("Once upon")).row();
      assertThat(row.ids()).isEqualTo(tokenizer.encode("Once upon", true));
      assertThat(row.labels()).isEqualTo(row.ids());
    }
  }

  @Test
  void tokensOfOthersAreUsedAsTheyAreAndLongRowsAreCut() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      TokenizedRow given = new TokenizedRow(new int[] {5, 6, 7, 8}, new int[] {NO, NO, 7, 8});
      RowTokenizer rows = plain(tokenizer, LossOn.COMPLETION, 3);
      RowTokenizer.Outcome outcome = rows.tokenize(new Row.Tokens(given));
      assertThat(outcome.truncated()).isTrue();
      assertThat(outcome.row().ids()).containsExactly(5, 6, 7);
      assertThat(outcome.row().labels()).containsExactly(NO, NO, 7);
    }
  }

  @Test
  void aDatasetCountsWhatWasCutAndWhatTeachesNothing() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      RowTokenizer rows = plain(tokenizer, LossOn.COMPLETION, 8);
      List<Row> data =
          List.of(
              new Row.Text("Hi"),
              new Row.Text("This one is far longer than eight tokens, is it not?"),
              new Row.Prompted("This question is so long that its answer is cut away", "yes"));
      TokenizedDataset dataset = TokenizedDataset.of(data, rows, 512);
      assertThat(dataset.rows()).hasSize(2);
      assertThat(dataset.truncated()).isEqualTo(1);
      assertThat(dataset.withoutLabels()).isEqualTo(1);
    }
  }

  @Test
  void nothingToLearnIsAProblem() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      RowTokenizer rows = plain(tokenizer, LossOn.COMPLETION, 8);
      TokenizedRow silent = new TokenizedRow(new int[] {5, 6}, new int[] {NO, NO});
      assertThatThrownBy(() -> TokenizedDataset.of(List.of(new Row.Tokens(silent)), rows, 512))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("No token to learn from in 1 row");
      assertThatThrownBy(() -> TokenizedDataset.of(List.of(), rows, 512))
          .hasMessageContaining("There are no rows");
    }
  }

  @Test
  void anIdOutsideTheVocabularyNamesItsRow() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      RowTokenizer rows = plain(tokenizer, LossOn.COMPLETION, 8);
      TokenizedRow strange = new TokenizedRow(new int[] {5, 512}, new int[] {NO, 7});
      assertThatThrownBy(
              () ->
                  TokenizedDataset.of(
                      List.of(new Row.Text("Hi"), new Row.Tokens(strange)), rows, 512))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("Row 2 has the token id 512, but the model knows only 0 to 511");
    }
  }

  @Test
  void aConversationWithoutTemplateIsPromptsAndCompletionsInTurn() {
    try (Tokenizer tokenizer = Tokenizers.shared("models/stories260K-hf")) {
      TokenizedRow row =
          plain(tokenizer, LossOn.COMPLETION, 512)
              .tokenize(
                  new Row.Conversation(
                      List.of(
                          new Turn("user", "Hi"),
                          new Turn("assistant", "Ho"),
                          new Turn("user", "Bye"),
                          new Turn("assistant", "By"))))
              .row();
      assertThat(row.ids())
          .isEqualTo(
              join(
                  new int[] {1},
                  tokenizer.encode("Hi\n", false),
                  tokenizer.encode("Ho", false),
                  new int[] {2},
                  tokenizer.encode("Bye\n", false),
                  tokenizer.encode("By", false),
                  new int[] {2}));
      assertThat(tokenizer.decode(learnt(row), false)).isEqualTo("Ho</s> By</s>");
    }
  }

  @Test
  void aRealTemplateLearnsTheAssistantOnly() throws Exception {
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/qwen3")) {
      TokenizedRow row =
          templated(tokenizer, qwenTemplate())
              .tokenize(
                  new Row.Conversation(
                      List.of(
                          new Turn("system", "Be brief."),
                          new Turn("user", "Hi, who are you?"),
                          new Turn("assistant", "I am Polder."),
                          new Turn("user", "And 日本 🙂?"),
                          new Turn("assistant", "A land. 🙂"))))
              .row();
      String whole = tokenizer.decode(row.ids(), false);
      assertThat(whole).startsWith("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi");
      assertThat(tokenizer.decode(learnt(row), false))
          .isEqualTo("I am Polder.<|im_end|>\n<think>\n\n</think>\n\nA land. 🙂<|im_end|>\n");
    }
  }

  @Test
  void aPromptedRowUsesTheTemplateToo() throws Exception {
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/qwen3")) {
      TokenizedRow row =
          templated(tokenizer, qwenTemplate()).tokenize(new Row.Prompted("Hi", "Ho")).row();
      assertThat(tokenizer.decode(row.ids(), false)).startsWith("<|im_start|>user\nHi<|im_end|>");
      assertThat(tokenizer.decode(learnt(row), false)).endsWith("Ho<|im_end|>\n");
    }
  }

  @Test
  void generationBlocksSayWhatIsLearnt() {
    String template =
        "{% for m in messages %}[{{ m.role }}]{% if m.role == 'assistant' %}"
            + "{% generation %}{{ m.content }}!{% endgeneration %}"
            + "{% else %}{{ m.content }}{% endif %}{% endfor %}";
    try (Tokenizer tokenizer = Tokenizers.shared("tokenizers/gpt2")) {
      TokenizedRow row =
          templated(tokenizer, ChatTemplate.compile(template))
              .tokenize(new Row.Prompted("Hi", "Ho"))
              .row();
      assertThat(tokenizer.decode(row.ids(), false)).isEqualTo("[user]Hi[assistant]Ho!");
      assertThat(tokenizer.decode(learnt(row), false)).isEqualTo("Ho!");
    }
  }

  private static ChatTemplate qwenTemplate() throws Exception {
    String text =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(Files.readString(SharedData.at("tokenizers/qwen3/tokenizer_config.json")))
            .path("chat_template")
            .asText();
    return ChatTemplate.compile(text);
  }

  private static RowTokenizer plain(Tokenizer tokenizer, LossOn lossOn, int maxLength) {
    return new RowTokenizer(tokenizer, Optional.empty(), lossOn, maxLength);
  }

  private static RowTokenizer templated(Tokenizer tokenizer, ChatTemplate template) {
    return new RowTokenizer(tokenizer, Optional.of(template), LossOn.COMPLETION, 512);
  }

  private static int[] learnt(TokenizedRow row) {
    List<Integer> learnt = new ArrayList<>();
    for (int label : row.labels()) {
      if (label != NO) {
        learnt.add(label);
      }
    }
    return learnt.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] join(int[]... parts) {
    return java.util.Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
  }
}
