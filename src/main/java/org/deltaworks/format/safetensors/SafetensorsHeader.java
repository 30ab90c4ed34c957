package org.deltaworks.format.safetensors;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.models.StoredTensor;

/**
 * What a safetensors file says about itself, checked against the file: ranges lie inside it, touch
 * each other without holes or overlaps, and hold exactly what their shapes need.
 *
 * @param file absolute path
 * @param dataStart first byte after the header
 * @param size bytes of the whole file
 * @param tensors in the order they lie in the file
 * @param metadata free texts
 */
public record SafetensorsHeader(
    Path file, long dataStart, long size, List<Entry> tensors, Map<String, String> metadata) {
  public SafetensorsHeader {
    tensors = List.copyOf(tensors);
    metadata = Map.copyOf(metadata);
  }

  /**
   * One tensor of the file.
   *
   * @param name as the file has it
   * @param type type of its numbers
   * @param shape dimensions, outermost first; empty for a single number
   * @param offset first byte within the file
   * @param bytes length
   */
  public record Entry(String name, NumberType type, List<Long> shape, long offset, long bytes) {
    public Entry {
      shape = List.copyOf(shape);
    }
  }

  /** The tensor of this name. */
  public Optional<Entry> find(String name) {
    return tensors.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /** The tensors of types that weights may have; others (masks, counters) are left out. */
  public List<StoredTensor> stored() {
    return tensors.stream().flatMap(t -> stored(t, t.name()).stream()).toList();
  }

  /** One tensor under a name of its own; empty if its type is none that weights may have. */
  public Optional<StoredTensor> stored(Entry entry, String name) {
    return entry
        .type()
        .stored()
        .map(
            type ->
                new StoredTensor(name, type, entry.shape(), file, entry.offset(), entry.bytes()));
  }
}
