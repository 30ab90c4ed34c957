package org.deltaworks.text;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/**
 * Our side of the tokenizer: the small files beside it, the counting of its vocabulary, and texts
 * of any characters. What the native library makes of a tokenizer.json is its own affair.
 */
@Timeout(20)
class TokenizerFuzz {
  private static final ForeignFile SPECIAL = new ForeignFile("tokenizer_config.json");
  private static final ForeignFile VOCABULARY = new ForeignFile("tokenizer.json");
  private static final Tokenizer POLDER = Tokenizers.load(Path.of("assets", "models", "polder"));

  @FuzzTest
  void specialTokens(byte @NotNull [] data) throws IOException {
    SPECIAL.holds(data, file -> SpecialTokens.read(file.resolveSibling("")));
  }

  @FuzzTest
  void vocabulary(byte @NotNull [] data) throws IOException {
    VOCABULARY.holds(data, VocabularySize::read);
  }

  @FuzzTest
  void texts(byte @NotNull [] data) throws IOException {
    String text = new String(data, StandardCharsets.UTF_16BE);
    ForeignFile.modest(
        data.length,
        () -> {
          int[] ids = POLDER.encode(text, true);
          POLDER.encodeWithSpans(text, true);
          StreamDecoder stream = POLDER.stream(new int[0]);
          for (int id : ids) {
            stream.append(id);
          }
          stream.finish();
        });
  }
}
