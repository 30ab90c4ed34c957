package org.deltaworks.engine.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.TrainingEvent;
import org.deltaworks.platform.FileTree;
import org.deltaworks.platform.StaleParts;

/**
 * The checkpoints of a run: the newest few and the best one. Whatever is damaged is told, removed
 * and replaced by the one before it.
 */
final class KeptCheckpoints {
  private final CheckpointFiles files;
  private final TrainingWorld world;
  private final int keep;
  private final IntSupplier calm;
  private final TreeMap<Integer, Path> saved = new TreeMap<>();

  /**
   * None yet; the newest {@code keep} will stay.
   *
   * @param calm the newest that is not after this step stays as well
   */
  KeptCheckpoints(CheckpointFiles files, TrainingWorld world, int keep, IntSupplier calm) {
    this.files = files;
    this.world = world;
    this.keep = keep;
    this.calm = calm;
  }

  /**
   * Goes back to the newest that is whole.
   *
   * @param all folders of earlier processes of this run, by steps done
   * @return empty if none is whole: nothing was read then
   */
  Optional<Progress> resume(SortedMap<Integer, Path> all) {
    saved.putAll(all);
    while (!saved.isEmpty()) {
      Map.Entry<Integer, Path> newest = saved.lastEntry();
      try {
        return Optional.of(files.read(newest.getValue()));
      } catch (ProblemException e) {
        if (e.problem().kind() != Problem.Kind.BAD_FILE) {
          throw e;
        }
        drop(newest.getKey(), e.problem());
      }
    }
    return Optional.empty();
  }

  private void drop(int step, Problem why) {
    remove(step);
    note(
        why.message()
            + (saved.isEmpty()
                ? " There is no other, so the run begins again at its first step."
                : " The run goes on from the one of step %d.".formatted(saved.lastKey())));
  }

  /** Writes one, and removes those that are neither new nor the best. */
  void save(Progress progress) {
    int now = progress.step();
    Path folder = world.checkpoints().resolve(CheckpointFiles.folderName(now));
    if (!saved.containsKey(now)) {
      removeStray(folder);
      files.write(folder, progress);
      saved.put(now, folder);
    }
    world.happened(new TrainingEvent.Saved(Instant.now(), now, folder.toString()));
    superfluous(progress.bestStep()).forEach(this::remove);
  }

  /**
   * Puts what was trained back to where it was after this step.
   *
   * @return false if that can no longer be had; then it is as it was
   */
  boolean goBackTo(int step) {
    Path folder = saved.get(step);
    try {
      if (folder != null) {
        files.readValues(folder);
        return true;
      }
      note("There is no checkpoint of the best step, %d: the last one counts.".formatted(step));
    } catch (ProblemException e) {
      note(e.problem().message() + " It was the best one; now the last one counts.");
    }
    return false;
  }

  /**
   * Removes those after this step.
   *
   * @return steps done at the newest that is left
   */
  Optional<Integer> goneBackTo(int step) {
    List.copyOf(saved.tailMap(step, false).keySet()).forEach(this::remove);
    return saved.isEmpty() ? Optional.empty() : Optional.of(saved.lastKey());
  }

  /** A process that died may have written a folder, or a part of one, and told nobody. */
  private void removeStray(Path folder) {
    StaleParts.clean(world.checkpoints());
    try {
      FileTree.delete(folder);
    } catch (IOException told) {
      note("What lies at %s could not be removed: %s".formatted(folder, told.getMessage()));
    }
  }

  private List<Integer> superfluous(int best) {
    List<Integer> old = new ArrayList<>(saved.keySet());
    old = new ArrayList<>(old.subList(0, Math.max(0, old.size() - keep)));
    old.remove(Integer.valueOf(best));
    SortedMap<Integer, Path> calmOnes = saved.headMap(calm.getAsInt(), true);
    if (!calmOnes.isEmpty()) {
      old.remove(calmOnes.lastKey());
    }
    return old;
  }

  private void remove(int step) {
    Path folder = saved.remove(step);
    try {
      if (folder != null && Files.exists(folder)) {
        FileTree.delete(folder);
      }
      world.forgotten(step);
    } catch (IOException e) {
      note("An old checkpoint could not be removed: " + e.getMessage());
    }
  }

  private void note(String words) {
    world.happened(new TrainingEvent.Noted(Instant.now(), words));
  }
}
