package org.deltaworks.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Run.Footprint;
import org.deltaworks.domain.training.RunStore;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.ui.desk.Desk;
import org.deltaworks.ui.desk.ScriptedAnswerer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a second training has room is decided by what is told of each, and nothing else. */
class MemoryRoomTest {
  private static final double MEBIBYTE = 1024.0 * 1024.0;

  private final Desk desk;
  private final RunStore runs;
  private final TrainingDraft draft;
  private double need;

  MemoryRoomTest(@TempDir Path folder) throws IOException {
    desk = new Desk(folder.resolve("home"), new ScriptedAnswerer());
    runs = desk.catalog.runs();
    Path data =
        Files.write(
            folder.resolve("rows.jsonl"),
            Collections.nCopies(40, "{\"prompt\": \"one two\", \"completion\": \"three\"}"));
    draft =
        TrainingDraft.empty()
            .with(Setting.MODEL, Path.of("assets/models/polder").toAbsolutePath().toString())
            .with(Setting.DATA, data.toString());
  }

  @BeforeEach
  void ask() {
    need = desk.estimates.footprint(draft).megabytes();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** One that runs in a process which has nothing yet. */
  private Run running(Run.Facts facts) {
    Run run = runs.create(runs.propose("first", draft, "polder"));
    runs.claim(run.id(), new Run.Owner(Integer.MAX_VALUE, 1));
    runs.putFacts(run.id(), facts);
    return runs.get(run.id()).orElseThrow();
  }

  private boolean fits(double megabytes, Run beside) {
    return new MemoryRoom(desk.estimates, () -> (long) (megabytes * MEBIBYTE))
        .holds(draft, List.of(beside));
  }

  @Test
  void oneThatRunsIsTakenAtItsWord() {
    Run run = running(Run.Facts.UNKNOWN.withPromised(new Footprint(1000, 60, 10)));
    assertThat(fits(need + 1001, run)).isTrue();
    assertThat(fits(need + 999, run)).isFalse();
  }

  @Test
  void itsLaterWordCounts() {
    Run.Facts facts = Run.Facts.UNKNOWN.withPromised(new Footprint(1000, 60, 10));
    Run run = running(facts.withCorrected(java.util.Optional.of(new Footprint(500, 70, 10))));
    assertThat(fits(need + 501, run)).isTrue();
    assertThat(fits(need + 499, run)).isFalse();
  }

  @Test
  void oneThatHasSaidNothingIsEstimatedLikeTheOther() {
    Run run = running(Run.Facts.UNKNOWN);
    assertThat(fits(2 * need + 1, run)).isTrue();
    assertThat(fits(2 * need - 1, run)).isFalse();
  }

  @Test
  void theFirstAlwaysFits() {
    assertThat(new MemoryRoom(desk.estimates, () -> 0).holds(draft, List.of())).isTrue();
  }
}
