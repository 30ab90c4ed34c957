package org.deltaworks.cli.asking;

import java.util.Optional;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.service.Workbench;

/** The type in which a merged model is stored. */
public final class MergeTypes {
  private MergeTypes() {}

  /** What was said, else the type in which the base is stored: its size stays the same. */
  public static StoredTensor.Type chosen(Optional<String> said, Workbench bench, String model) {
    return said.map(MergeTypes::named)
        .orElseGet(() -> StoredTensor.Type.valueOf(bench.models().open(model).storedType()));
  }

  private static StoredTensor.Type named(String text) {
    return switch (text) {
      case "float32" -> StoredTensor.Type.F32;
      case "float16" -> StoredTensor.Type.F16;
      case "bfloat16" -> StoredTensor.Type.BF16;
      default ->
          throw Problem.at(
                  "dtype",
                  Problem.Kind.WRONG_USAGE,
                  "--dtype is \"%s\".".formatted(text),
                  "Choose one of float32, float16, bfloat16.")
              .asException();
    };
  }
}
