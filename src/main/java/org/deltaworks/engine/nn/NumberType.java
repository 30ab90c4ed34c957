package org.deltaworks.engine.nn;

import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.domain.training.TrainingPlan;

/** Types of numbers, with the codes that libtorch has for them. */
public enum NumberType {
  FLOAT32(6),
  FLOAT16(5),
  BFLOAT16(15);

  private final int code;

  NumberType(int code) {
    this.code = code;
  }

  /** libtorch's code of the type. */
  public int code() {
    return code;
  }

  /** The type that a tensor is stored in. */
  public static NumberType of(StoredTensor.Type type) {
    return switch (type) {
      case F32 -> FLOAT32;
      case F16 -> FLOAT16;
      case BF16 -> BFLOAT16;
    };
  }

  /** The type that a plan computes in. */
  public static NumberType of(TrainingPlan.Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FLOAT32;
      case BFLOAT16 -> BFLOAT16;
    };
  }
}
