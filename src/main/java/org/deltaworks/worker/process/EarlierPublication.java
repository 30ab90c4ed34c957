package org.deltaworks.worker.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deltaworks.domain.adapters.Adapter;
import org.deltaworks.domain.adapters.AdapterStore;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.problem.ProblemException;
import org.deltaworks.domain.training.Run;
import org.deltaworks.format.peft.PeftReader;
import org.deltaworks.format.safetensors.SafetensorsReader;
import org.deltaworks.format.safetensors.TensorNumbers;

/**
 * What a process of the same run published before it was killed: it had no time to write down that
 * the run was over, so the run did its last steps again and came to the very same numbers. Those
 * are on the shelf already.
 *
 * @param shelf the adapters of the catalog
 * @param base what they belong to
 */
record EarlierPublication(AdapterStore shelf, BaseModel base) {
  /** The adapter of this run that holds exactly these numbers, if there is one. */
  Optional<Adapter> find(Run run, List<LoraPair> pairs) {
    return shelf.list().stream()
        .filter(adapter -> adapter.lineage().run().equals(Optional.of(run.name())))
        .filter(adapter -> adapter.created().isAfter(run.created()))
        .filter(adapter -> same(adapter, pairs))
        .findFirst();
  }

  private boolean same(Adapter adapter, List<LoraPair> pairs) {
    try {
      List<LoraPair> there =
          new PeftReader(new SafetensorsReader(), new TensorNumbers())
              .read(adapter.folder(), base)
              .pairs();
      return there.size() == pairs.size()
          && pairs.stream().allMatch(pair -> there.stream().anyMatch(other -> same(pair, other)));
    } catch (ProblemException missingOrDamaged) {
      return false;
    }
  }

  private static boolean same(LoraPair one, LoraPair other) {
    return one.module().equals(other.module())
        && Arrays.equals(one.a(), other.a())
        && Arrays.equals(one.b(), other.b());
  }
}
