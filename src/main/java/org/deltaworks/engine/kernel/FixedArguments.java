package org.deltaworks.engine.kernel;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Arguments that stay the same for many calls of a kernel, handed to libtorch once: handing over
 * the hundreds of weights of a model anew takes as long as a small product. They hold their arrays
 * until their scope is closed, even where these are closed before.
 */
public final class FixedArguments {
  private final NDManager scope;
  private final List<IValue> values = new ArrayList<>();

  /** None yet; closing the scope frees them. */
  public FixedArguments(NDManager scope) {
    this.scope = scope;
  }

  /** A list of arrays, which may be empty, as the next argument. */
  public FixedArguments with(NDList arrays) {
    return keep(
        IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new)));
  }

  /** A list of numbers, which may be empty, as the next argument. */
  public FixedArguments with(double[] numbers) {
    return keep(IValue.listFrom(numbers));
  }

  private FixedArguments keep(IValue value) {
    scope.attachInternal(UUID.randomUUID().toString(), value);
    values.add(value);
    return this;
  }

  List<IValue> values() {
    return values;
  }
}
