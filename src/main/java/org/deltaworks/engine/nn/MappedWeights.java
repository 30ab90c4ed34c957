package org.deltaworks.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.engine.kernel.Kernels;
import org.deltaworks.format.safetensors.TensorNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a base model over the mapped pages of its files: nothing is read until it is used,
 * and two processes with one base hold it once. Only a tensor whose type is not the computation's
 * is copied. Read-only.
 */
public final class MappedWeights implements TensorSource {
  private final Kernels kernels;
  private final NDManager scope;
  private final Map<String, StoredTensor> tensors;
  private final Optional<NumberType> type;
  private final Map<Mapping, NDArray> files = new HashMap<>();
  private final Map<String, NDArray> loaded = new HashMap<>();

  /**
   * Maps on demand.
   *
   * @param scope owner of the arrays
   * @param tensors where each one lies
   * @param compute type that the arrays shall have
   */
  public MappedWeights(
      Kernels kernels, NDManager scope, Map<String, StoredTensor> tensors, NumberType compute) {
    this(kernels, scope, tensors, Optional.of(compute));
  }

  private MappedWeights(
      Kernels kernels,
      NDManager scope,
      Map<String, StoredTensor> tensors,
      Optional<NumberType> type) {
    this.kernels = kernels;
    this.scope = scope;
    this.tensors = tensors;
    this.type = type;
  }

  /** Maps on demand, every tensor in the type in which it is stored. */
  public static MappedWeights asStored(
      Kernels kernels, NDManager scope, Map<String, StoredTensor> tensors) {
    return new MappedWeights(kernels, scope, tensors, Optional.empty());
  }

  @Override
  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  @Override
  public NDArray get(String name) {
    NDArray known = loaded.get(name);
    if (known != null) {
      return known;
    }
    NDArray array = load(tensors.get(name), name);
    loaded.put(name, array);
    return array;
  }

  private NDArray load(@Nullable StoredTensor tensor, String name) {
    if (tensor == null) {
      throw new IllegalArgumentException("the model has no tensor " + name);
    }
    NumberType stored = NumberType.of(tensor.type());
    try (NDManager local = scope.newSubManager()) {
      NDArray array =
          tensor.offset() % tensor.type().bytes() == 0
              ? mapped(local, tensor)
              : read(local, tensor);
      NumberType wanted = type.orElse(stored);
      if (stored != wanted) {
        array = kernels.one(local, "converted", array, local.create(wanted.code()));
      }
      array.attach(scope);
      return array;
    }
  }

  private NDArray mapped(NDManager local, StoredTensor tensor) {
    NDArray file =
        files.computeIfAbsent(
            new Mapping(tensor.file(), NumberType.of(tensor.type())), m -> map(m, tensor.type()));
    return kernels.one(
        local,
        "part",
        file,
        local.create(tensor.offset() / tensor.type().bytes()),
        local.create(shape(tensor)));
  }

  /** A file whose header has an odd length: its numbers cannot be used where they lie. */
  private NDArray read(NDManager local, StoredTensor tensor) {
    NDArray numbers = local.create(new TensorNumbers().read(tensor), new Shape(shape(tensor)));
    return kernels.one(
        local, "converted", numbers, local.create(NumberType.of(tensor.type()).code()));
  }

  private static long[] shape(StoredTensor tensor) {
    return tensor.shape().stream().mapToLong(Long::longValue).toArray();
  }

  private NDArray map(Mapping mapping, StoredTensor.Type type) {
    byte[] utf8 = mapping.file().toString().getBytes(StandardCharsets.UTF_8);
    int[] codes = new int[utf8.length];
    for (int i = 0; i < utf8.length; i++) {
      codes[i] = Byte.toUnsignedInt(utf8[i]);
    }
    try (NDManager local = scope.newSubManager()) {
      NDArray file =
          kernels.one(
              local,
              "map_file",
              local.create(codes),
              local.create(mapping.file().toFile().length() / type.bytes()),
              local.create(mapping.type().code()));
      file.attach(scope);
      return file;
    }
  }

  /** A whole file read as numbers of one type. */
  private record Mapping(Path file, NumberType type) {}
}
