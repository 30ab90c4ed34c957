package org.deltaworks.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deltaworks.domain.datasets.TokenizedRow;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.training.HeldOut;
import org.deltaworks.domain.training.RowOrder;
import org.deltaworks.domain.training.Run.Footprint;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.domain.training.TrainingPlan;
import org.deltaworks.format.hub.ModelFolder;
import org.junit.jupiter.api.Test;

/** One calculation from settings, rows and machine, of the bundled model. */
class RunEstimatorTest {
  private static final Path POLDER = Path.of("assets/models/polder");
  private static final Host HOST = new Host(16L << 30, 2, true, false);
  private static final long RESULT = 250_000;

  private final ModelFiles files = ModelFolder.ofKnownFamilies().read("polder", POLDER);
  private final HeldOut rows = HeldOut.of(rows(200), 0.1, 0);

  /** Row i has 4 + i tokens, so no two batches are alike. */
  private static List<TokenizedRow> rows(int count) {
    List<TokenizedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] ids = IntStream.range(10, 14 + i).toArray();
      rows.add(new TokenizedRow(ids, ids.clone()));
    }
    return rows;
  }

  private static TrainingDraft draft(String steps) {
    return TrainingDraft.empty()
        .with(Setting.MODEL, "polder")
        .with(Setting.DATA, "d")
        .with(Setting.STEPS, steps);
  }

  private RunEstimator estimator(String steps) {
    return estimator(steps, "auto");
  }

  private RunEstimator estimator(String steps, String recompute) {
    return on(HOST, draft(steps).with(Setting.RECOMPUTE, recompute).toPlan().orThrow());
  }

  @Test
  void whatIsPromisedIsTheSumOfTheParts() {
    RunEstimator estimator = estimator("100");
    assertThat(estimator.promised())
        .isEqualTo(
            Footprint.ofBytes(
                estimator.memory().total(), estimator.seconds(), estimator.diskBytes()));
    assertThat(estimator.promised().megabytes()).isBetween(250.0, 1500.0);
  }

  @Test
  void onTheDiskIsRoomForTheKeptTheBestANewCheckpointAndTheResult() {
    long checkpoint = 12L * estimator("100").trainable();
    assertThat(disk(Setting.KEEP, "3")).isEqualTo(5 * checkpoint + RESULT);
    assertThat(disk(Setting.OUT, "somewhere")).isEqualTo(disk(Setting.KEEP, "2") + RESULT);
    assertThat(disk(Setting.STOP_ON_DIVERGENCE, "true"))
        .as("and for the one before the loss began to rise")
        .isEqualTo(disk(Setting.KEEP, "3"));
  }

  private long disk(Setting setting, String value) {
    return estimator("100").of(draft("100").with(setting, value).toPlan().orThrow()).diskBytes();
  }

  @Test
  void theBatchToTryIsTheLargestThatTheRunMakes() {
    List<Integer> tried = estimator("22").toTry().orElseThrow();
    TrainingPlan.Batch batch =
        new TrainingPlan.Batch(
            8, 1, java.util.Optional.empty(), true, true, TrainingPlan.Recompute.AUTO);
    RowOrder order = new RowOrder(rows.training().size(), batch, 0);
    long most =
        IntStream.rangeClosed(1, 22)
            .mapToLong(step -> tokens(order.batches(step).getFirst()))
            .max()
            .orElseThrow();
    assertThat(tokens(tried)).isEqualTo(most);
  }

  private long tokens(List<Integer> numbers) {
    return numbers.stream().mapToLong(i -> rows.training().get(i).length()).sum();
  }

  @Test
  void checkpointsOfManyNumbersTakeTimeToo() {
    RunEstimator often =
        estimator("100").of(draft("100").with(Setting.SAVE_EVERY, "1").toPlan().orThrow());
    double bytes = 12.0 * often.trainable();
    assertThat(often.seconds() - estimator("100").seconds())
        .as("90 more at 120 megabytes a second")
        .isCloseTo(90 * bytes / 120e6, within(1e-6));
  }

  @Test
  void aShortRunTriesNothing() {
    assertThat(estimator("19").toTry()).isEmpty();
    assertThat(estimator("20").toTry()).isPresent();
  }

  @Test
  void whatIsLeftGoesOnAsTheTriedBatchWent() {
    RunEstimator estimator = estimator("100");
    Footprint soFar = new Footprint(600, 5, 0);
    double slow = estimator.corrected(new Probe.Reading(2, 1, true, soFar)).seconds() - 5;
    double fast = estimator.corrected(new Probe.Reading(1, 1, true, soFar)).seconds() - 5;
    double later = estimator.corrected(new Probe.Reading(1, 51, true, soFar)).seconds() - 5;
    assertThat(slow).as("all but the checkpoints").isCloseTo(2 * fast, within(0.1));
    assertThat(later).isCloseTo(fast * 49 / 99, within(1e-6));
    assertThat(fast).as("99 batches, none of them larger, and the tests").isBetween(30.0, 130.0);
  }

  @Test
  void whatIsStillToComeIsAddedToTheMemoryThatIsThere() {
    RunEstimator estimator = estimator("100", "on");
    Footprint soFar = new Footprint(600, 5, 0);
    double then = estimator.corrected(new Probe.Reading(1, 1, false, soFar)).megabytes();
    double seen = estimator.corrected(new Probe.Reading(1, 1, true, soFar)).megabytes();
    assertThat(seen).as("Java's young generation").isCloseTo(613, within(1e-6));
    assertThat(then).as("and the tests to come").isBetween(Math.nextUp(seen), 750.0);
  }

  @Test
  void rowsOfManyLengthsHaveProductsCompiledForThemUnderBfloat16() {
    TrainingPlan narrow = draft("100").with(Setting.DTYPE, "bfloat16").toPlan().orThrow();
    RunEstimator wide = estimator("100");
    Probe.Reading read = new Probe.Reading(1, 1, true, new Footprint(600, 5, 0));
    assertThat(wide.of(narrow).memory().engine() - wide.memory().engine()).isEqualTo(54L << 20);
    assertThat(wide.of(narrow).corrected(read).megabytes() - wide.corrected(read).megabytes())
        .isCloseTo(27, within(0.01));
  }

  @Test
  void aProcessorThatMultipliesBfloat16RearrangesWhatItMultiplies() {
    TrainingPlan narrow = draft("100").with(Setting.DTYPE, "bfloat16").toPlan().orThrow();
    long plain = estimator("100").of(narrow).memory().engine();
    Host fast = new Host(HOST.memory(), HOST.threads(), HOST.wideVectors(), true);
    assertThat(on(fast, narrow).memory().engine() - plain).isEqualTo(8L << 20);
    assertThat(on(fast, narrow).seconds()).isLessThan(on(HOST, narrow).seconds());
    TrainingPlan wide = draft("100").toPlan().orThrow();
    assertThat(on(fast, wide).memory()).isEqualTo(on(HOST, wide).memory());
  }

  private RunEstimator on(Host host, TrainingPlan plan) {
    FileSizes sizes = new FileSizes(ModelFolder.tokenizerBytes(POLDER), RESULT);
    return new RunEstimator(files, sizes, plan.lora(), plan, rows, host);
  }

  @Test
  void fewerRowsAtOnceTakeLess() {
    RunEstimator estimator = estimator("100");
    TrainingPlan less =
        draft("100").with(Setting.BATCH_SIZE, "2").with(Setting.ACCUMULATE, "4").toPlan().orThrow();
    assertThat(estimator.of(less).promised().megabytes())
        .isLessThan(estimator.promised().megabytes());
  }
}
