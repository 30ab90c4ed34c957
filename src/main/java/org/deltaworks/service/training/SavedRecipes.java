package org.deltaworks.service.training;

import java.nio.file.Path;
import org.deltaworks.domain.training.TrainingDraft;
import org.deltaworks.format.recipe.Recipe;

/** Recipes as files that a person may read and change. */
public final class SavedRecipes implements RecipeFiles {
  @Override
  public TrainingDraft read(Path file) {
    return Recipe.read(file);
  }

  @Override
  public void write(Path file, TrainingDraft draft) {
    Recipe.save(file, draft);
  }
}
