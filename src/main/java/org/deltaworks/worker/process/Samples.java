package org.deltaworks.worker.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.generation.GenerationRequest;
import org.deltaworks.domain.generation.Sampling;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.engine.generation.Generator;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.Decoder;
import org.deltaworks.text.StreamDecoder;
import org.deltaworks.text.Tokenizer;

/** Answers the sample prompts with what has been learnt so far, always the likeliest token. */
final class Samples {
  private static final int MOST_TOKENS = 64;

  private final RunBook book;
  private final Prepared prepared;
  private final Decoder decoder;
  private final Adaptation adaptation;

  Samples(RunBook book, Prepared prepared, Decoder decoder, Adaptation adaptation) {
    this.book = book;
    this.prepared = prepared;
    this.decoder = decoder;
    this.adaptation = adaptation;
  }

  /** Answers all of them after so many steps. */
  void answer(int step) {
    Tokenizer tokenizer = prepared.tokenizer();
    Prompting prompting = new Prompting(tokenizer, prepared.model().model());
    for (String prompt : prepared.plan().samplePrompts()) {
      List<Integer> ids = prompting.question(prompt);
      StreamDecoder words = tokenizer.stream(ids.stream().mapToInt(Integer::intValue).toArray());
      StringBuilder text = new StringBuilder();
      new Generator(decoder)
          .generate(
              new GenerationRequest(
                  ids, MOST_TOKENS, Sampling.GREEDY, List.copyOf(tokenizer.stops()), List.of()),
              adaptation,
              id -> {
                text.append(words.append(id));
                return Optional.empty();
              });
      text.append(words.finish());
      book.write(new TrainingEvent.Sampled(Instant.now(), step, prompt, text.toString()));
    }
  }
}
