package org.deltaworks.engine.lora;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.models.ModelFiles;
import org.deltaworks.domain.models.StoredTensor;
import org.deltaworks.engine.lora.SpokenAdapters.Voice;
import org.deltaworks.engine.nn.MappedWeights;
import org.deltaworks.engine.nn.NumberType;
import org.deltaworks.engine.nn.TensorSource;
import org.deltaworks.engine.nn.Workspace;
import org.deltaworks.format.safetensors.OutgoingTensor;

/**
 * A whole model with adapters in its weights, ready to be written: one matrix at a time is computed
 * in float32 and rounded to the type that is stored.
 */
public final class MergedModel {
  private static final int CHUNK_NUMBERS = 1 << 18;
  private static final int BFLOAT16_SHIFT = 16;

  private final Workspace work;
  private final ModelFiles model;
  private final List<Voice> voices;

  /** Of a base and adapters on it. */
  public MergedModel(Workspace work, ModelFiles model, List<Voice> voices) {
    this.work = work;
    this.model = model;
    this.voices = List.copyOf(voices);
  }

  /** All weights in this type, by canonical name; each is computed when its turn comes. */
  public List<OutgoingTensor> tensors(StoredTensor.Type type) {
    List<OutgoingTensor> tensors = new ArrayList<>();
    new TreeMap<>(model.tensors())
        .forEach(
            (name, stored) ->
                tensors.add(
                    new OutgoingTensor(
                        name, type, stored.shape(), sink -> put(numbers(name), type, sink))));
    return tensors;
  }

  /** In a scope of its own, so that a matrix that is written is not kept. */
  private float[] numbers(String name) {
    try (NDManager scope = work.torch().newScope()) {
      Workspace own = new Workspace(work.torch(), work.kernels(), scope);
      TensorSource source =
          new MappedWeights(own.kernels(), scope, model.tensors(), NumberType.FLOAT32);
      for (Voice voice : voices) {
        source = new MergedWeights(own, source, model.model(), voice.lora(), louder(voice));
      }
      return source.get(name).toFloatArray();
    }
  }

  private static List<LoraPair> louder(Voice voice) {
    if (voice.strength() == 1) {
      return voice.pairs();
    }
    return voice.pairs().stream()
        .map(
            pair -> {
              float[] b = pair.b().clone();
              for (int i = 0; i < b.length; i++) {
                b[i] *= (float) voice.strength();
              }
              return new LoraPair(pair.module(), pair.rank(), pair.in(), pair.out(), pair.a(), b);
            })
        .toList();
  }

  private static void put(float[] numbers, StoredTensor.Type type, OutgoingTensor.Sink sink)
      throws IOException {
    for (int start = 0; start < numbers.length; start += CHUNK_NUMBERS) {
      int count = Math.min(CHUNK_NUMBERS, numbers.length - start);
      ByteBuffer buffer = ByteBuffer.allocate(count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = start; i < start + count; i++) {
        switch (type) {
          case F32 -> buffer.putFloat(numbers[i]);
          case F16 -> buffer.putShort(Float.floatToFloat16(numbers[i]));
          case BF16 -> buffer.putShort(bfloat16(numbers[i]));
        }
      }
      sink.put(buffer.flip());
    }
  }

  /** Upper half of the float, rounded to the nearest, ties to even. */
  static short bfloat16(float number) {
    int bits = Float.floatToRawIntBits(number);
    if (Float.isNaN(number)) {
      return (short) ((bits >>> BFLOAT16_SHIFT) | 0x40);
    }
    int odd = (bits >>> BFLOAT16_SHIFT) & 1;
    return (short) ((bits + 0x7fff + odd) >>> BFLOAT16_SHIFT);
  }
}
