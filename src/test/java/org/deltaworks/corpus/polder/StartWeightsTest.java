package org.deltaworks.corpus.polder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deltaworks.corpus.bpe.MergeLearner;
import org.deltaworks.engine.generation.Scorer;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWeightsTest {
  private static final int TOKENS = 4096;
  private static final int LENGTH = 60;

  @Test
  void whatWasReadOnceIsExpectedAgainBeforeAnyTraining(@TempDir Path folder) {
    Path start = folder.resolve("start");
    ModelStart.write(
        start,
        new MergeLearner().learn(PolderTokens.SPECIAL, TOKENS),
        PolderShape.first(TOKENS),
        PreparePolder.WEIGHT_SEED);
    Decoder decoder =
        Engines.decoder(ModelFolder.ofKnownFamilies().read(start), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      int[] once = new Random(1).ints(LENGTH, PolderTokens.SPECIAL.size(), TOKENS).toArray();
      int[] twice = IntStream.concat(IntStream.of(once), IntStream.of(once)).toArray();
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      List<Double> said = new Scorer(decoder).score(twice, 1, none).logProbabilities();
      double first = mean(said.subList(0, LENGTH - 1));
      assertThat(first).as("a chance of one in 4,096").isBetween(-9.0, -8.0);
      assertThat(mean(said.subList(LENGTH, said.size()))).isGreaterThan(first + 1.5);
    }
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
