package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    valueViews = new Views(work, values, this.shapes);
    gradientViews = new Views(work, gradients, this.shapes);
  }

  /** All numbers, (P). */
  public NDArray values() {
    return values;
  }

  /** All gradients, (P). */
  public NDArray gradients() {
    return gradients;
  }

  /** Throws away what passes have added to the gradients. */
  public void forgetGradients() {
    try (NDManager local = work.scope().newSubManager()) {
      work.kernels().one(local, "empty", gradients);
    }
  }

  /** How many numbers. */
  public long count() {
    return values.getShape().size();
  }

  /** Names and shapes in their order. */
  public Map<String, long[]> shapes() {
    return shapes;
  }

  /** Views of the numbers. */
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

  /**
   * Sets some numbers of one matrix, counted row by row.
   *
   * @param from the first of them
   */
  public void set(String name, long from, float[] numbers) {
    try (NDManager local = work.scope().newSubManager()) {
      NDArray into = part(local, name, from, numbers.length);
      work.kernels().one(local, "store", into, local.create(numbers));
    }
  }

  /** Some numbers of one matrix as they are now, counted row by row. */
  public float[] some(String name, long from, int many) {
    try (NDManager local = work.scope().newSubManager()) {
      return part(local, name, from, many).toFloatArray();
    }
  }

  private NDArray part(NDManager local, String name, long from, long many) {
    NDArray start = local.create(valueViews.start(name) + from);
    return work.kernels().one(local, "part", values, start, local.create(new long[] {many}));
  }

  private static long product(long[] shape) {
    long product = 1;
    for (long size : shape) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  /** Views by name; made when they are first asked for if they span several matrices. */
  private static final class Views implements TensorSource {
    private final Workspace work;
    private final NDArray flat;
    private final Map<String, long[]> shapes;
    private final Map<String, Long> starts = new LinkedHashMap<>();
    private final Map<String, NDArray> views = new LinkedHashMap<>();
    private final Map<List<String>, NDArray> joined = new LinkedHashMap<>();

    Views(Workspace work, NDArray flat, Map<String, long[]> shapes) {
      this.work = work;
      this.flat = flat;
      this.shapes = shapes;
      long start = 0;
      for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
        starts.put(entry.getKey(), start);
        views.put(entry.getKey(), view(start, entry.getValue()));
        start += product(entry.getValue());
      }
    }

    private NDArray view(long start, long[] shape) {
      try (NDManager local = work.scope().newSubManager()) {
        NDArray view =
            work.kernels().one(local, "part", flat, local.create(start), local.create(shape));
        view.attach(work.scope());
        return view;
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

    @Override
    public Optional<NDArray> joined(List<String> names) {
      return adjacent(names)
          ? Optional.of(joined.computeIfAbsent(List.copyOf(names), this::join))
          : Optional.empty();
    }

    private boolean adjacent(List<String> names) {
      if (!views.keySet().containsAll(names)) {
        return false;
      }
      for (int i = 1; i < names.size(); i++) {
        String before = names.get(i - 1);
        if (start(before) + product(shape(before)) != start(names.get(i))) {
          return false;
        }
      }
      return !names.isEmpty();
    }

    private NDArray join(List<String> names) {
      long[] shape = shape(names.getFirst()).clone();
      shape[0] = names.stream().mapToLong(name -> shape(name)[0]).sum();
      return view(start(names.getFirst()), shape);
    }

    private long start(String name) {
      return Objects.requireNonNull(starts.get(name), name);
    }

    private long[] shape(String name) {
      return Objects.requireNonNull(shapes.get(name), name);
    }
  }
}
