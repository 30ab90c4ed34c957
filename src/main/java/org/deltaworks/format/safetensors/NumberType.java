package org.deltaworks.format.safetensors;

import java.util.Arrays;
import java.util.Optional;
import org.deltaworks.domain.models.StoredTensor;

/** Every number type a safetensors header may name; the size is in bits because some are halves. */
public enum NumberType {
  BOOL(8),
  F4(4),
  F6_E2M3(6),
  F6_E3M2(6),
  U8(8),
  I8(8),
  F8_E5M2(8),
  F8_E4M3(8),
  F8_E8M0(8),
  F8_E4M3FNUZ(8),
  F8_E5M2FNUZ(8),
  I16(16),
  U16(16),
  F16(16),
  BF16(16),
  I32(32),
  U32(32),
  F32(32),
  C64(64),
  F64(64),
  I64(64),
  U64(64);

  private final int bits;

  NumberType(int bits) {
    this.bits = bits;
  }

  /** Bits of one number. */
  public int bits() {
    return bits;
  }

  /** The type of this name in a header. */
  static Optional<NumberType> of(String name) {
    return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
  }

  /** The type of a base model's weights that it is, if it is one. */
  public Optional<StoredTensor.Type> stored() {
    return switch (this) {
      case F32 -> Optional.of(StoredTensor.Type.F32);
      case F16 -> Optional.of(StoredTensor.Type.F16);
      case BF16 -> Optional.of(StoredTensor.Type.BF16);
      default -> Optional.empty();
    };
  }
}
