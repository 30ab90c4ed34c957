package org.deltaworks.engine.lora;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.problem.Problem;

/**
 * A fresh adapter as PEFT begins one: A uniform as {@code kaiming_uniform(a = sqrt(5))} makes it,
 * that is within 1/sqrt(in), and B zero, so that it changes nothing yet.
 */
public final class LoraInitialisation {
  private LoraInitialisation() {}

  /**
   * One pair for each module that the specification adapts.
   *
   * @param seed same seed, same adapter
   * @throws org.deltaworks.domain.problem.ProblemException if it adapts none
   */
  public static List<LoraPair> pairs(BaseModel base, LoraSpec lora, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<LoraPair> pairs = new ArrayList<>();
    for (LinearModule module : base.modules()) {
      if (lora.adapts(module, base.decoder().modelType())) {
        pairs.add(pair(module, lora.rankOf(module), random));
      }
    }
    if (pairs.isEmpty()) {
      throw Problem.at(
              "target-modules",
              Problem.Kind.WRONG_USAGE,
              "No module of %s matches \"%s\", so there is nothing to train."
                  .formatted(base.name(), lora.targets().text()),
              "Choose among "
                  + String.join(
                      ", ", base.modules().stream().map(LinearModule::name).distinct().toList())
                  + ", or all-linear.")
          .asException();
    }
    return pairs;
  }

  private static LoraPair pair(LinearModule module, int rank, RandomGenerator random) {
    float bound = (float) (1 / Math.sqrt(module.in()));
    float[] a = new float[Math.multiplyExact(rank, module.in())];
    for (int i = 0; i < a.length; i++) {
      a[i] = (2 * random.nextFloat() - 1) * bound;
    }
    float[] b = new float[Math.multiplyExact(module.out(), rank)];
    return new LoraPair(module.path(), rank, module.in(), module.out(), a, b);
  }
}
