package org.deltaworks.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deltaworks.domain.generation.Answer.Stop;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.engine.lora.SpokenAdapters;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.engine.reference.Engines;
import org.deltaworks.engine.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers written in turn are those of lone ones, and leave nothing behind. */
class WritingTest {
  private static final TokenListener NOBODY = id -> Optional.empty();
  private static final Sampling DRAWN = new Sampling(1.3, 0.95, 40, 1.1, 7);

  private static GenerationRequest request(List<Integer> prompt, int most, Sampling how) {
    return new GenerationRequest(prompt, most, how, List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoInTurnAreWhatEachIsAlone(boolean drawn) {
    Reference reference = Reference.of("llama");
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      var adapter = reference.adapter();
      List<Integer> prompt =
          IntStream.of(Reference.ints(reference.expected().get("greedy").get("prompt")))
              .boxed()
              .toList();
      SpokenAdapters.Voice voice =
          new SpokenAdapters.Voice(adapter.settings().lora(), adapter.pairs(), 1);
      GenerationRequest request = request(prompt, 12, drawn ? DRAWN : Sampling.GREEDY);
      Generator generator = new Generator(decoder);
      try (SpokenAdapters spoken =
          new SpokenAdapters(
              work.scope(), decoder.layout(), reference.model().model(), List.of(voice))) {
        List<Integer> plainAlone = generator.generate(request, none, NOBODY).ids();
        List<Integer> spokenAlone = generator.generate(request, spoken, NOBODY).ids();
        assertThat(spokenAlone).isNotEqualTo(plainAlone);
        try (Writing first = generator.begin(request, none);
            Writing second = generator.begin(request, spoken)) {
          while (!first.ended() || !second.ended()) {
            first.step(NOBODY);
            second.step(NOBODY);
          }
          assertThat(first.written().ids()).isEqualTo(plainAlone);
          assertThat(second.written().ids()).isEqualTo(spokenAlone);
        }
      }
    }
  }

  @Test
  void itsMemoryIsFreedHoweverFarItCame() {
    Reference reference = Reference.of("llama");
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      int before = work.scope().getManagedArrays().size();
      Writing writing =
          new Generator(decoder).begin(request(List.of(3, 4, 5), 9, Sampling.GREEDY), none);
      int begun = work.scope().getManagedArrays().size();
      assertThat(begun).as("the cache is held").isGreaterThan(before);
      writing.step(NOBODY);
      writing.step(NOBODY);
      assertThat(work.scope().getManagedArrays()).as("a step holds nothing").hasSize(begun);
      writing.close();
      assertThat(work.scope().getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void whatWasEndedKeepsItsWordsAndTakesNoStep() {
    Reference reference = Reference.of("llama");
    Decoder decoder = Engines.decoder(reference.model(), NumberType.FLOAT32);
    try (Workspace work = decoder.work()) {
      Adaptation none = Adaptation.none(work.scope(), decoder.layout());
      try (Writing writing =
          new Generator(decoder).begin(request(List.of(3, 4, 5), 9, Sampling.GREEDY), none)) {
        writing.step(NOBODY);
        writing.end(Stop.CANCELLED);
        assertThat(writing.written().ids()).hasSize(4);
        assertThat(writing.written().stop()).isEqualTo(Stop.CANCELLED);
        assertThatThrownBy(() -> writing.step(NOBODY)).hasMessageContaining("has ended");
      }
    }
  }
}
