package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.problem.Problem;

/**
 * A base whose linear weights are kept in four bits (QLoRA, arXiv 2305.14314); embedding, head,
 * norms and biases stay mapped in the type in which they are stored. A weight is quantised when it
 * is first asked for, from a mapping of its own that is given back at once, so that of the base's
 * files no more than one matrix is resident on the way. The same numbers give the same codes, so a
 * run that goes on later stands on the same base.
 */
public final class FourBitWeights implements TensorSource {
  private static final String WEIGHT = ".weight";

  private final Workspace work;
  private final ModelFiles model;
  private final boolean inputFirst;
  private final TensorSource others;
  private final Set<String> linear = new HashSet<>();
  private final Map<String, FourBitMatrix> done = new HashMap<>();

  /**
   * Quantises on demand.
   *
   * @param work its scope owns the arrays
   * @param model whose weights they are
   */
  public FourBitWeights(Workspace work, ModelFiles model) {
    this.work = work;
    this.model = model;
    BaseModel base = model.model();
    this.inputFirst = base.decoder().names().inputFirst();
    this.others = MappedWeights.asStored(work.kernels(), work.scope(), model.tensors());
    base.modules().stream().map(LinearModule::path).map(p -> p + WEIGHT).forEach(linear::add);
  }

  @Override
  public boolean has(String name) {
    return others.has(name);
  }

  @Override
  public NDArray get(String name) {
    if (linear.contains(name)) {
      throw new IllegalArgumentException(name + " is kept in four bits only");
    }
    return others.get(name);
  }

  /**
   * A linear weight in four bits, always (out, in).
   *
   * @throws org.deltaworks.domain.problem.ProblemException if one of its numbers is none (NaN) or
   *     infinite
   */
  @Override
  public Optional<FourBitMatrix> inFourBits(String name) {
    return linear.contains(name)
        ? Optional.of(done.computeIfAbsent(name, this::quantised))
        : Optional.empty();
  }

  private FourBitMatrix quantised(String name) {
    try (NDManager local = work.scope().newSubManager()) {
      NDArray stored = MappedWeights.asStored(work.kernels(), local, model.tensors()).get(name);
      NDArray weight = inputFirst ? stored.transpose() : stored;
      NDList parts =
          work.torch().withoutGradients(() -> work.kernels().all(local, "quantised", weight));
      refuseWhatIsNoNumber(name, parts.get(2));
      parts.attach(work.scope());
      return new FourBitMatrix(parts.get(0), parts.get(1), parts.get(2));
    }
  }

  /** The mean of the logarithms of all magnitudes is a number only if every one of them is. */
  private void refuseWhatIsNoNumber(String name, NDArray scales) {
    if (!Float.isFinite(scales.toFloatArray()[0])) {
      throw Problem.of(
              Problem.Kind.BAD_MODEL,
              "\"%s\" of %s holds numbers that are not finite, so it cannot be kept in 4 bits."
                  .formatted(name, model.model().name()),
              "The model is probably damaged: get it again, or choose another one.")
          .asException();
    }
  }
}
