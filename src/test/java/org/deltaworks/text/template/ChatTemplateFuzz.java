package org.deltaworks.text.template;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever a chat template says, it ends soon, in a text of bounded length or in a problem. */
@Timeout(20)
class ChatTemplateFuzz {
  private static final Map<String, Object> CONVERSATION =
      Map.of(
          "messages",
          List.of(
              Map.of("role", "system", "content", "Be brief."),
              Map.of("role", "user", "content", "Where is the harbour?"),
              Map.of("role", "assistant", "content", "By the sea.")),
          "tools",
          List.of(Map.of("name", "look", "arguments", Map.of("place", 1, "far", 2.5))),
          "add_generation_prompt",
          true,
          "bos_token",
          "<s>",
          "eos_token",
          "</s>");

  /** What a template may use up whatever it says; its own length does not count. */
  private static final int WORTH = 1 << 19;

  @FuzzTest
  void template(byte @NotNull [] data) throws IOException {
    String source = new String(data, StandardCharsets.UTF_8);
    ForeignFile.modest(WORTH, () -> ChatTemplate.compile(source).render(CONVERSATION));
  }
}
