package org.deltaworks.worker.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.engine.training.TrainingWorld;
import org.deltaworks.platform.MachineProbe;

/** The catalog as a training's world: events go into it, wishes come out of it. */
final class CatalogWorld implements TrainingWorld {
  private static final Duration RESTING_PACE = Duration.ofSeconds(2);

  private final RunBook book;
  private final BaseCheck check;
  private final IntConsumer samples;
  private final EndRequest end;
  private final RowNames names;
  private final DiskRest disk;
  private final SleepNotice sleep = new SleepNotice(Instant.now(), System.nanoTime());
  private final KeptPromise promise;
  private long trained;
  private boolean stepped;
  private boolean checking;

  /**
   * A world for one training.
   *
   * @param samples answers the sample prompts after so many steps
   * @param names of the rows
   * @param promise what it was said to take
   * @param end what makes the training rest as a wish to pause does
   */
  CatalogWorld(
      RunBook book,
      BaseCheck check,
      IntConsumer samples,
      RowNames names,
      KeptPromise promise,
      EndRequest end) {
    this.book = book;
    this.check = check;
    this.samples = samples;
    this.end = end;
    this.names = names;
    this.promise = promise;
    this.disk =
        new DiskRest(
            new DiskRoom(() -> free(book.checkpoints())), book::note, this::asked, RESTING_PACE);
  }

  @Override
  public void happened(TrainingEvent event) {
    book.write(event);
    if (event instanceof TrainingEvent.Started started) {
      trained = started.trainable();
    }
    if (event instanceof TrainingEvent.Stepped) {
      startCheck();
    }
  }

  /** Not before the second step: reading the whole base would hold up the first, and the trial. */
  private void startCheck() {
    if (stepped && !checking) {
      checking = true;
      check.start();
    }
    stepped = true;
  }

  @Override
  public Optional<List<Integer>> toTry() {
    return promise.toTry();
  }

  @Override
  public void tried(double seconds) {
    promise.tried(seconds);
  }

  @Override
  public Optional<Wish> wish() {
    sleep.look(Instant.now(), System.nanoTime()).ifPresent(book::note);
    long began = System.nanoTime();
    Optional<Wish> wish = disk.wish(trained);
    book.rested(System.nanoTime() - began);
    return wish;
  }

  private Optional<Wish> asked() {
    return end.made() ? Optional.of(Wish.PAUSE) : book.takeWish();
  }

  /** A system that cannot say is no reason to rest. */
  private static long free(Path folder) {
    try {
      return MachineProbe.diskFree(folder);
    } catch (ProblemException unknown) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public Path checkpoints() {
    return book.checkpoints();
  }

  @Override
  public void evaluated(int step) {
    samples.accept(step);
  }

  @Override
  public String nameOf(int row) {
    return names.of(row);
  }

  @Override
  public void forgotten(int step) {
    book.catalog().runs().forgetCheckpoint(book.run().id(), step);
  }
}
