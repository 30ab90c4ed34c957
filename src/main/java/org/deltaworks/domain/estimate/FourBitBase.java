package org.deltaworks.domain.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.training.TrainingPlan;

/**
 * What a base takes whose linear weights are kept in four bits (QLoRA, arXiv 2305.14314), counted
 * from shapes: half a byte a number in blocks of 64, a byte for each block, and a float32 for each
 * 256 blocks. All that is not a linear weight stays mapped as it is stored.
 */
final class FourBitBase {
  private static final int BLOCK = 64;
  private static final int GROUP = 256;

  private final Map<String, LinearModule> weights = new HashMap<>();

  FourBitBase(BaseModel model) {
    model.modules().forEach(module -> weights.put(module.path() + ".weight", module));
  }

  /** The base of a plan, if it is kept so. */
  static Optional<FourBitBase> of(BaseModel model, TrainingPlan plan) {
    return plan.baseStorage() == TrainingPlan.BaseStorage.NF4
        ? Optional.of(new FourBitBase(model))
        : Optional.empty();
  }

  /** Bytes of a tensor in four bits; empty if it is none of those that are kept so. */
  Optional<Long> bytes(String tensor) {
    return Optional.ofNullable(weights.get(tensor)).map(FourBitBase::bytes);
  }

  private static long bytes(LinearModule module) {
    long blocks = (long) module.out() * Math.ceilDiv(module.in(), BLOCK);
    long groups = Math.ceilDiv(blocks, GROUP);
    return blocks * (BLOCK / 2) + groups * GROUP + Float.BYTES * (groups + 1);
  }

  /** Numbers of the largest block: so many exist written out while its gradient is computed. */
  long numbersOfABlock() {
    Map<Integer, Long> blocks = new HashMap<>();
    weights.values().forEach(m -> blocks.merge(m.layer(), m.parameters(), Long::sum));
    return blocks.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Numbers of the largest weight: so many exist written out in a pass that learns nothing. */
  long numbersOfAWeight() {
    return weights.values().stream().mapToLong(LinearModule::parameters).max().orElse(0);
  }
}
