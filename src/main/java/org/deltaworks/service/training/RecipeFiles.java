package org.deltaworks.service.training;

import java.nio.file.Path;
import org.deltaworks.domain.training.TrainingDraft;

/** Port: recipes, which are drafts kept in files of their own. */
public interface RecipeFiles {
  /**
   * Reads a recipe.
   *
   * @throws org.deltaworks.domain.problem.ProblemException if the file is no recipe
   */
  TrainingDraft read(Path file);

  /** Writes a recipe; it appears whole or not at all. */
  void write(Path file, TrainingDraft draft);
}
