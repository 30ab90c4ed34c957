package org.deltaworks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamDecoderTest {
  private static final String TEXT =
      "Tom said: naïve café — 3€ 日本 🙂👩‍👩‍👧 ok.\n  Then he\tleft.";

  @ParameterizedTest
  @CsvSource({
    "tokenizers/gpt2, 0",
    "tokenizers/gpt2, 3",
    "tokenizers/phi-3-mini, 2",
    "tokenizers/qwen3, 0",
    "models/stories260K-hf, 1",
    "models/stories260K-hf, 4"
  })
  void theStreamIsTheTextAndNeverShowsHalfACharacter(String name, int context) {
    try (Tokenizer tokenizer = Tokenizers.shared(name)) {
      int[] ids = tokenizer.encode(TEXT, true);
      int[] before = Arrays.copyOf(ids, context);
      String whole = tokenizer.decode(ids, true);
      String shown = tokenizer.decode(before, true);
      StreamDecoder stream = tokenizer.stream(before);
      StringBuilder text = new StringBuilder(shown);
      for (int i = context; i < ids.length; i++) {
        String news = stream.append(ids[i]);
        assertThat(news).doesNotContain("\uFFFD");
        text.append(news);
        assertThat(whole).startsWith(text.toString());
      }
      text.append(stream.finish());
      assertThat(text.toString()).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @CsvSource({"models/stories260K-hf"})
  void bytesThatNeverBecomeACharacterAreShownInTheEnd(String name) {
    try (Tokenizer tokenizer = Tokenizers.shared(name)) {
      StreamDecoder stream = tokenizer.stream(new int[] {1});
      int firstByteOfFour = 3 + 0xF0;
      String text = stream.append(firstByteOfFour);
      assertThat(text).isEmpty();
      assertThat(stream.finish()).isEqualTo("\uFFFD");
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        all.append(stream.append(firstByteOfFour));
      }
      assertThat(all.length()).isGreaterThan(20);
    }
  }
}
