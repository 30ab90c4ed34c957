package org.deltaworks.format.recipe;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import org.deltaworks.testing.ForeignFile;
import org.junit.jupiter.api.Timeout;

/** Whatever a recipe says, reading it ends in a plan or in problems. */
@Timeout(20)
class RecipeFuzz {
  private static final ForeignFile FILE = new ForeignFile("recipe.json");

  @FuzzTest
  void recipe(byte @NotNull [] data) throws IOException {
    FILE.holds(data, file -> Recipe.read(file).toPlan());
  }
}
