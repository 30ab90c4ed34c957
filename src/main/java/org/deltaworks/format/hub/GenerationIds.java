package org.deltaworks.format.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.problem.Problem;
import org.deltaworks.format.json.JsonFields;
import org.deltaworks.format.json.JsonFile;

/**
 * The ids that begin and end a text, from {@code generation_config.json} or else {@code
 * config.json}.
 *
 * @param begin beginning of sequence
 * @param ends ends of sequence: generation stops at any of them, training appends the first
 */
public record GenerationIds(Optional<Integer> begin, List<Integer> ends) {
  public GenerationIds {
    ends = List.copyOf(ends);
  }

  /** Reads a model folder; where neither file says anything, neither is known. */
  public static GenerationIds read(Path folder) {
    Optional<Integer> begin = Optional.empty();
    List<Integer> ends = List.of();
    for (String name : List.of("generation_config.json", "config.json")) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        continue;
      }
      JsonFields fields = JsonFile.read(file, Problem.Kind.BAD_MODEL);
      begin = begin.isPresent() ? begin : fields.whole("bos_token_id");
      ends = ends.isEmpty() ? fields.wholes("eos_token_id") : ends;
    }
    return new GenerationIds(begin, ends);
  }
}
