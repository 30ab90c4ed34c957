package org.deltaworks.engine.kernel;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deltaworks.domain.problem.Problem;
import org.jspecify.annotations.Nullable;

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
    try (NDArray choice = scope.create(0)) {
      choice.setName("module_method:" + method);
      Inputs inputs = new Inputs(scope, choice);
      for (int i = 0; i < arguments.length; i++) {
        inputs.add(arguments[i], i);
      }
      return IValueUtils.forward(block, inputs.list, true);
    } catch (EngineException e) {
      throw explained(e);
    }
  }

  /**
   * Calls a kernel of whose result no gradient will be asked, with arguments that were handed over
   * before.
   *
   * @param scope owner of the result
   * @param method name of the kernel
   * @param numbers its first arguments, whole numbers
   * @param fixed the arguments after those, in this order
   */
  public NDArray inferred(
      NDManager scope, String method, long[] numbers, List<FixedArguments> fixed) {
    List<IValue> own = LongStream.of(numbers).mapToObj(IValue::from).toList();
    IValue[] all =
        Stream.concat(own.stream(), fixed.stream().flatMap(f -> f.values().stream()))
            .toArray(IValue[]::new);
    try (IValue result = IValueUtils.runMethod(block, method, all)) {
      return result.toTensor((PtNDManager) scope);
    } catch (EngineException e) {
      throw explained(e);
    } finally {
      own.forEach(IValue::close);
    }
  }

  /**
   * Arguments as DJL takes them: one list, in which arrays of equal name form a list argument. An
   * array therefore can stand in one argument only; empty ones, which only mark a gap, are doubled.
   */
  private static final class Inputs {
    private final NDManager scope;
    private final NDList list = new NDList();
    private final Map<NDArray, String> used = new IdentityHashMap<>();

    Inputs(NDManager scope, NDArray choice) {
      this.scope = scope;
      list.add(choice);
    }

    void add(NDResource argument, int position) {
      if (argument instanceof NDArray array) {
        add(array, null);
        return;
      }
      for (NDArray array : (NDList) argument) {
        add(array, "list" + position + "[]");
      }
    }

    private void add(NDArray array, @Nullable String name) {
      NDArray own = array;
      String role = name == null ? "" : name;
      String before = used.putIfAbsent(array, role);
      if (before != null && !before.equals(role)) {
        if (array.getShape().size() > 0) {
          throw new IllegalArgumentException("one array in two arguments of a kernel");
        }
        own = scope.create(new Shape(0));
      }
      own.setName(name);
      list.add(own);
    }
  }

  private static RuntimeException explained(EngineException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("not enough memory")
        || words.contains("can't allocate memory")
        || words.contains("cannot allocate memory")
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
