package org.deltaworks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.ui.harness.Workplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of what was promised and what was taken, in words, of runs of a real catalog. */
class PromiseKeptTest {
  private final Workplace work;
  private final RunStore runs;

  PromiseKeptTest(@TempDir Path folder) {
    work = new Workplace(folder);
    runs = work.catalog().runs();
  }

  @AfterEach
  void close() {
    work.close();
  }

  private PromiseKept kept(Run run) {
    return PromiseKept.of(runs.get(run.id()).orElseThrow());
  }

  @Test
  void ofARunThatNobodyHasReadYetNothingIsKnown() {
    PromiseKept kept = kept(work.queued("pirate-1"));
    assertThat(kept.lines())
        .allSatisfy(
            line -> {
              assertThat(line.memory()).isEqualTo("\u2013");
              assertThat(line.time()).isEqualTo("\u2013");
              assertThat(line.memoryOff()).isEmpty();
            });
    assertThat(kept.sentence()).contains("as soon as its rows have been read");
  }

  @Test
  void ofARunThatWaitsThePromiseIsKnown() {
    Run run = work.queued("pirate-1");
    runs.promise(run.id(), new Run.Footprint(512, 90, 12));
    runs.promise(run.id(), new Run.Footprint(1, 1, 1));
    PromiseKept kept = kept(run);
    assertThat(kept.promised().memory()).as("what was said first stays").isEqualTo("537 MB");
    assertThat(kept.promised().time()).isEqualTo("1 min 30 s");
    assertThat(kept.corrected().memory()).isEqualTo("\u2013");
    assertThat(kept.sentence()).contains("tries its largest batch, and knows better");
  }

  @Test
  void aRunThatTrainsSaysWhatToExpect() {
    PromiseKept kept = kept(work.running("pirate-1", 30, 60));
    assertThat(kept.corrected().memory()).isEqualTo("649 MB");
    assertThat(kept.corrected().memoryOff()).isEmpty();
    assertThat(kept.taken().what()).isEqualTo("Taken so far");
    assertThat(kept.sentence()).contains("expect 649 MB", "48 s in all");
  }

  @Test
  void aFinishedRunIsHeldAgainstWhatWasSaid() {
    Run run = work.running("pirate-1", 60, 60);
    work.finish(run, 60, "pirate-1");
    PromiseKept kept = kept(run);
    assertThat(kept.promised())
        .isEqualTo(
            new PromiseKept.Line(
                "Promised before the start",
                "617 MB",
                "4 % too low",
                "41 s",
                "7 % too low",
                "12.6 MB",
                "75 % used"));
    assertThat(kept.corrected())
        .isEqualTo(
            new PromiseKept.Line(
                "Corrected after the first step",
                "649 MB",
                "1 % too high",
                "48 s",
                "8 % too high",
                "12.6 MB",
                "75 % used"));
    assertThat(kept.taken())
        .isEqualTo(new PromiseKept.Line("Really taken", "642 MB", "", "44 s", "", "9.4 MB", ""));
    assertThat(kept.sentence()).contains("4 % more memory and 7 % more time than promised");
  }

  @Test
  void aRunThatWasNotCompletedIsNotCompared() {
    Run run = work.running("pirate-1", 30, 60);
    work.finish(run, 30, "pirate-1");
    PromiseKept kept = kept(run);
    assertThat(kept.promised().timeOff()).isEmpty();
    assertThat(kept.sentence()).contains("cannot be compared");
  }

  @Test
  void aRunThatRestsStillSaysWhatToExpect() {
    Run run = work.running("pirate-1", 30, 60);
    work.append(run, new TrainingEvent.Paused(Instant.now(), 30));
    PromiseKept kept = kept(run);
    assertThat(kept.taken().what()).isEqualTo("Taken so far");
    assertThat(kept.sentence()).contains("expect 649 MB");
  }

  @Test
  void aRunOfAnOlderVersionHasItsMemoryAlone() {
    Run run = work.running("pirate-1", 60, 60);
    runs.putFacts(run.id(), Run.Facts.UNKNOWN.withTaken(new Run.Footprint(612, 0, 0)));
    work.finish(run, 60, "pirate-1");
    PromiseKept kept = kept(run);
    assertThat(kept.taken().memory()).isEqualTo("642 MB");
    assertThat(kept.taken().time()).isEqualTo("\u2013");
    assertThat(kept.sentence()).contains("Nothing was promised of this run");
  }
}
