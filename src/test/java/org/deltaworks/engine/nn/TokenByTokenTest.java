package org.deltaworks.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.engine.lora.SpokenAdapters;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.deltaworks.format.hub.ModelFolder;
import org.deltaworks.format.peft.PeftAdapter;
import org.deltaworks.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One call for a whole token gives what the pass block by block gives. */
class TokenByTokenTest {
  private static final int PROMPT = 5;
  private static final int WRITTEN = 20;

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void logitsAreThoseOfTheOrdinaryPassInEveryFamily(String name) {
    Reference reference = Reference.of(name);
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      compare(decoder, Adaptation.none(work.scope(), decoder.layout()), PROMPT, 1e-5);
      compare(decoder, adapted(decoder, reference), PROMPT, 1e-5);
    }
  }

  @Test
  void soTheyAreBehindALongText() {
    ModelFiles files = ModelFolder.ofKnownFamilies().read(SharedData.at("models/stories260K-hf"));
    Decoder decoder = Engines.decoder(files, NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      compare(decoder, Adaptation.none(work.scope(), decoder.layout()), 120, 1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("org.deltaworks.engine.reference.Reference#names")
  void inBfloat16TheyAreNoFurtherFromFloat32ThanThoseOfTheOrdinaryPass(String name) {
    Reference reference = Reference.of(name);
    float[] exact = logits(reference, NumberType.FLOAT32, false);
    double ordinary = distance(logits(reference, NumberType.BFLOAT16, false), exact);
    double quick = distance(logits(reference, NumberType.BFLOAT16, true), exact);
    assertThat(ordinary).isGreaterThan(0);
    assertThat(quick).isLessThan(1.3 * ordinary);
  }

  @Test
  void aBaseInFourBitsIsLeftToTheOrdinaryPass() {
    ModelFiles files = Reference.of("llama").model();
    Decoder decoder = Engines.inFourBits(files, NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      KeyValueCache cache = decoder.newCache(work.scope(), 4);
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      assertThat(decoder.tokenByToken(work.scope(), cache, none)).isEmpty();
    }
  }

  @Test
  void aFullCacheTakesNoToken() {
    Decoder decoder = Engines.decoder(Reference.of("llama").model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      KeyValueCache cache = decoder.newCache(work.scope(), 1);
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      TokenByToken quick = decoder.tokenByToken(work.scope(), cache, none).orElseThrow();
      assertThat(quick.likeliest(3)).isBetween(0, decoder.spec().vocabulary() - 1);
      assertThatThrownBy(() -> quick.logits(3)).hasMessageContaining("holds 1 tokens");
    }
  }

  private static Adaptation adapted(Decoder decoder, Reference reference) {
    PeftAdapter adapter = reference.adapter();
    return new SpokenAdapters(
        decoder.work().scope(),
        decoder.layout(),
        reference.model().model(),
        List.of(new SpokenAdapters.Voice(adapter.settings().lora(), adapter.pairs(), 1)));
  }

  /**
   * Tokens after a prompt, one way and the other.
   *
   * @param before length of the prompt
   * @param tolerance share of the largest logit
   */
  private static void compare(
      Decoder decoder, Adaptation adaptation, int before, double tolerance) {
    int[] prompt = IntStream.range(10, 10 + before).toArray();
    try (NDManager scope = decoder.work().scope().newSubManager()) {
      KeyValueCache ordinary = decoder.newCache(scope, before + 2 * WRITTEN);
      KeyValueCache quick = decoder.newCache(scope, before + 2 * WRITTEN);
      decoder.follow(scope, prompt, ordinary, adaptation);
      decoder.follow(scope, prompt, quick, adaptation);
      TokenByToken tokens = decoder.tokenByToken(scope, quick, adaptation).orElseThrow();
      for (int i = 0; i < WRITTEN; i++) {
        int id = (7 * i + 3) % decoder.spec().vocabulary();
        float[] expected = ordinaryLogits(decoder, scope, id, ordinary, adaptation);
        assertClose(tokens.logits(id), expected, tolerance);
        assertThat(quick.length()).isEqualTo(ordinary.length());
      }
      for (int i = 0; i < WRITTEN; i++) {
        float[] expected = ordinaryLogits(decoder, scope, 3 + i, ordinary, adaptation);
        float most = expected[tokens.likeliest(3 + i)];
        float largest = largest(expected);
        assertThat((double) most).isCloseTo(largest, within(2 * tolerance * Math.abs(largest)));
      }
    }
  }

  /** Of many tokens, one behind the other. */
  private static float[] logits(Reference reference, NumberType type, boolean quick) {
    Decoder decoder = Engines.decoder(reference.model(), type);
    try (Workspace work = decoder.work()) {
      NDManager scope = work.scope();
      Adaptation adaptation = adapted(decoder, reference);
      KeyValueCache cache = decoder.newCache(scope, PROMPT + WRITTEN);
      decoder.follow(scope, IntStream.range(10, 10 + PROMPT).toArray(), cache, adaptation);
      TokenByToken tokens = decoder.tokenByToken(scope, cache, adaptation).orElseThrow();
      int vocabulary = decoder.spec().vocabulary();
      float[] all = new float[WRITTEN * vocabulary];
      for (int i = 0; i < WRITTEN; i++) {
        int id = (7 * i + 3) % vocabulary;
        float[] one =
            quick ? tokens.logits(id) : ordinaryLogits(decoder, scope, id, cache, adaptation);
        System.arraycopy(one, 0, all, i * vocabulary, vocabulary);
      }
      return all;
    }
  }

  private static double distance(float[] found, float[] expected) {
    return IntStream.range(0, found.length)
        .mapToDouble(i -> Math.abs(found[i] - expected[i]))
        .average()
        .orElseThrow();
  }

  private static float[] ordinaryLogits(
      Decoder decoder, NDManager scope, int id, KeyValueCache cache, Adaptation adaptation) {
    NDArray x = decoder.follow(scope, new int[] {id}, cache, adaptation);
    return decoder
        .work()
        .torch()
        .withoutGradients(
            () -> decoder.logits(scope, x, scope.create(new long[] {0})).toFloatArray());
  }

  private static void assertClose(float[] found, float[] expected, double tolerance) {
    double scale = 0;
    for (float logit : expected) {
      scale = Math.max(scale, Math.abs(logit));
    }
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(tolerance * scale));
    }
  }

  private static float largest(float[] numbers) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float number : numbers) {
      largest = Math.max(largest, number);
    }
    return largest;
  }
}
