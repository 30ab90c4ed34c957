package org.deltaworks.engine.kernel;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.util.Locale;
import org.deltaworks.domain.problem.Problem;

/**
 * The compiled kernels. A call takes arrays and lists of arrays in the order of the kernel's own
 * parameters; its results belong to the scope that is given.
 */
public final class Kernels implements AutoCloseable {
  private final PtSymbolBlock block;

  Kernels(PtSymbolBlock block) {
    this.block = block;
  }

  /**
   * Calls a kernel that returns one array.
   *
   * @param scope owner of the result
   * @param method name of the kernel
   * @param arguments arrays ({@link NDArray}) and non-empty lists of arrays ({@link NDList})
   */
  public NDArray one(NDManager scope, String method, NDResource... arguments) {
    return all(scope, method, arguments).head();
  }

  /** Calls a kernel that returns a list of arrays; see {@link #one}. */
  public NDList all(NDManager scope, String method, NDResource... arguments) {
    NDList inputs = new NDList();
    try (NDArray choice = scope.create(0)) {
      choice.setName("module_method:" + method);
      inputs.add(choice);
      for (int i = 0; i < arguments.length; i++) {
        add(inputs, arguments[i], i);
      }
      return IValueUtils.forward(block, inputs, true);
    } catch (EngineException e) {
      throw explained(e);
    }
  }

  private static void add(NDList inputs, NDResource argument, int position) {
    if (argument instanceof NDArray array) {
      array.setName(null);
      inputs.add(array);
      return;
    }
    String name = "list" + position + "[]";
    for (NDArray array : (NDList) argument) {
      array.setName(name);
      inputs.add(array);
    }
  }

  private static RuntimeException explained(EngineException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("not enough memory")
        || words.contains("can't allocate memory")
        || words.contains("out of memory")) {
      return Problem.of(
              Problem.Kind.OUT_OF_MEMORY,
              "The memory of this machine was not enough for the computation.",
              "Choose fewer rows per step, a shorter longest row, or turn recompute on.")
          .asException(e);
    }
    return e;
  }

  @Override
  public void close() {
    block.close();
  }
}
