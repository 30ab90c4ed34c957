package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.Main;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe in small, with real runs of our program. */
class MakePolderTest {
  private static final List<RecipePart> BRIEF =
      List.of(
          new RecipePart(RecipePart.Changed.ALL, "drill", 8, 2, "1e-3", "constant", 1, "0.98"),
          new RecipePart(
              RecipePart.Changed.LAST_LAYERS, "rest", 9, 2, "7e-4", "linear", 1, "0.999"));

  @TempDir private Path folder;

  private static List<String> program() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return line;
  }

  @Test
  void everyPartBeginsWithWhatTheOneBeforeLeftAndNothingIsDoneTwice()
      throws IOException, InterruptedException {
    MakePolder making = new MakePolder(folder, program(), BRIEF);
    Path made = making.make();
    assertThat(ModelFolder.ofKnownFamilies().read(made).model().parameters())
        .isEqualTo(PolderShape.wide(4096).parameters());
    assertThat(Files.readAllLines(folder.resolve("drill.jsonl"))).hasSize(8);
    assertThat(Files.readAllLines(folder.resolve("rest.jsonl"))).hasSize(9);
    List<String> all = Files.readAllLines(folder.resolve("train.jsonl"));
    assertThat(Files.readAllLines(folder.resolve("rest.jsonl"))).isEqualTo(all.subList(8, 17));
    assertThat(Files.mismatch(weights("start"), weights("after-drill"))).isNotNegative();
    assertThat(Files.mismatch(weights("after-drill"), weights("after-rest"))).isNotNegative();

    FileTime first = Files.getLastModifiedTime(weights("after-drill"));
    Files.move(folder.resolve("after-rest"), folder.resolve("lost"));
    assertThatThrownBy(making::make).hasMessageContaining("\"rest\"");
    assertThat(Files.getLastModifiedTime(weights("after-drill"))).isEqualTo(first);
  }

  @Test
  void noPartReadsARowTwice() {
    assertThat(RecipePart.polder()).allSatisfy(part -> assertThat(part.steps()).isPositive());
    assertThatThrownBy(
            () ->
                new RecipePart(
                    RecipePart.Changed.ALL, "long", 10, 3, "1e-3", "constant", 1, "0.98"))
        .hasMessageContaining("twice");
  }

  private Path weights(String name) {
    return folder.resolve(name).resolve("model.safetensors");
  }
}
