package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deltaworks.engine.kernel.Kernels;

/**
 * All numbers that are trained, in one flat float32 array, and their gradients in another; each
 * matrix is a view. So the optimizer, the gradient norm and a checkpoint are a handful of calls,
 * however many matrices there are.
 */
public final class FlatParameters {
  private final Workspace work;
  private final NDArray values;
  private final NDArray gradients;
  private final Views valueViews;
  private final Views gradientViews;
  private final Map<String, long[]> shapes;

  /**
   * Parameters, all zero.
   *
   * @param shapes shape of each by name, in the order in which they shall lie
   */
  public FlatParameters(Workspace work, Map<String, long[]> shapes) {
    this.work = work;
    this.shapes = new LinkedHashMap<>(shapes);
    long count = shapes.values().stream().mapToLong(FlatParameters::product).sum();
    NDManager scope = work.scope();
    values = scope.zeros(new Shape(count));
    gradients = scope.zeros(new Shape(count));
    valueViews = new Views(work, values, this.shapes, true);
    gradientViews = new Views(work, gradients, this.shapes, false);
  }

  /** All numbers, (P). */
  public NDArray values() {
    return values;
  }

  /** All gradients, (P). */
  public NDArray gradients() {
    return gradients;
  }

  /** How many numbers. */
  public long count() {
    return values.getShape().size();
  }

  /** Names and shapes in their order. */
  public Map<String, long[]> shapes() {
    return shapes;
  }

  /** Views of the numbers; a graph may ask gradients for them. */
  public TensorSource valueViews() {
    return valueViews;
  }

  /** Views of the gradients. */
  public TensorSource gradientViews() {
    return gradientViews;
  }

  /** Sets the numbers of one matrix, row by row. */
  public void set(String name, float[] numbers) {
    try (NDManager local = work.scope().newSubManager()) {
      work.kernels().one(local, "store", valueViews.get(name), local.create(numbers));
    }
  }

  private static long product(long[] shape) {
    long product = 1;
    for (long size : shape) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  private static final class Views implements TensorSource {
    private final Map<String, NDArray> views = new LinkedHashMap<>();

    Views(Workspace work, NDArray flat, Map<String, long[]> shapes, boolean leaves) {
      Kernels kernels = work.kernels();
      long start = 0;
      for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
        try (NDManager local = work.scope().newSubManager()) {
          NDArray view =
              kernels.one(local, "part", flat, local.create(start), local.create(entry.getValue()));
          view.attach(work.scope());
          if (leaves) {
            view.setRequiresGradient(true);
          }
          views.put(entry.getKey(), view);
        }
        start += product(entry.getValue());
      }
    }

    @Override
    public boolean has(String name) {
      return views.containsKey(name);
    }

    @Override
    public NDArray get(String name) {
      return Objects.requireNonNull(views.get(name), name);
    }
  }
}
