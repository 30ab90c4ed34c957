package org.deltaworks.engine.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.training.RunStore.Wish;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.domain.training.TrainingEvent.Stepped;

/** Remembers what happened, and wishes something after a step. */
class RecordingWorld implements TrainingWorld {
  private final Path checkpoints;
  private final int wishAfter;
  private final Wish wish;
  final List<TrainingEvent> events = new ArrayList<>();
  final List<Integer> forgotten = new ArrayList<>();

  RecordingWorld(Path checkpoints) {
    this(checkpoints, -1, Wish.SAVE);
  }

  RecordingWorld(Path checkpoints, int wishAfter, Wish wish) {
    this.checkpoints = checkpoints;
    this.wishAfter = wishAfter;
    this.wish = wish;
  }

  List<Stepped> steps() {
    return events.stream().filter(Stepped.class::isInstance).map(Stepped.class::cast).toList();
  }

  List<Double> losses() {
    return steps().stream().map(Stepped::loss).toList();
  }

  @Override
  public void happened(TrainingEvent event) {
    events.add(event);
  }

  @Override
  public Optional<Wish> wish() {
    return steps().size() == wishAfter ? Optional.of(wish) : Optional.empty();
  }

  @Override
  public Path checkpoints() {
    return checkpoints;
  }

  @Override
  public void evaluated(int step) {}

  @Override
  public String nameOf(int row) {
    return "row " + (row + 1);
  }

  @Override
  public Optional<List<Integer>> toTry() {
    return Optional.empty();
  }

  @Override
  public void tried(double seconds) {}

  @Override
  public void forgotten(int step) {
    forgotten.add(step);
  }
}
