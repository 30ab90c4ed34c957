package org.deltaworks.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deltaworks.domain.adapters.LoraPair;
import org.deltaworks.domain.adapters.LoraSpec;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.domain.models.LinearModule;
import org.deltaworks.engine.nn.Adaptation;
import org.deltaworks.engine.nn.BlockAdapters;
import org.deltaworks.engine.nn.DecoderLayout;

/**
 * Finished adapters in force together, each with its strength. Several on one module become one
 * pair, exactly: A = [A1; A2], B = [w1 s1 B1, w2 s2 B2]. One of strength 0 is left out altogether.
 * Closing it frees the joined matrices.
 */
public final class SpokenAdapters implements Adaptation, AutoCloseable {
  private final NDManager own;
  private final List<BlockAdapters> blocks = new ArrayList<>();

  /**
   * An adapter and how strongly it speaks.
   *
   * @param lora its scaling
   * @param pairs its matrices
   * @param strength factor on its scaling: 0 is off, 1 as trained
   */
  public record Voice(LoraSpec lora, List<LoraPair> pairs, double strength) {
    public Voice {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * Puts adapters in force.
   *
   * @param scope frees the joined matrices if they are not closed before
   */
  public SpokenAdapters(NDManager scope, DecoderLayout layout, BaseModel base, List<Voice> voices) {
    own = scope.newSubManager();
    Map<String, LinearModule> modules = new HashMap<>();
    base.modules().forEach(module -> modules.put(module.path(), module));
    double[] settings = new double[DecoderLayout.MODULES + 1];
    Arrays.fill(settings, 0, DecoderLayout.MODULES, 1.0);
    for (int layer = 0; layer < base.decoder().layers(); layer++) {
      NDList pairs = new NDList();
      for (Optional<String> path : layout.modules(layer)) {
        List<Part> parts = path.map(modules::get).map(m -> parts(m, voices)).orElse(List.of());
        pairs.add(parts.isEmpty() ? layout.empty() : joinedA(own, parts));
        pairs.add(parts.isEmpty() ? layout.empty() : joinedB(own, parts));
      }
      blocks.add(new BlockAdapters(pairs, own.create(settings)));
    }
  }

  @Override
  public BlockAdapters block(int layer) {
    return blocks.get(layer);
  }

  @Override
  public void close() {
    own.close();
  }

  /** A pair and the factor that its B carries. */
  private record Part(LoraPair pair, double factor) {}

  private static List<Part> parts(LinearModule module, List<Voice> voices) {
    List<Part> parts = new ArrayList<>();
    for (Voice voice : voices) {
      if (voice.strength() != 0) {
        voice.pairs().stream()
            .filter(pair -> pair.module().equals(module.path()))
            .forEach(
                pair ->
                    parts.add(new Part(pair, voice.strength() * voice.lora().scalingOf(module))));
      }
    }
    return parts;
  }

  private static NDArray joinedA(NDManager scope, List<Part> parts) {
    int in = parts.getFirst().pair().in();
    float[] joined = new float[Math.multiplyExact(rank(parts), in)];
    int at = 0;
    for (Part part : parts) {
      System.arraycopy(part.pair().a(), 0, joined, at, part.pair().a().length);
      at += part.pair().a().length;
    }
    return scope.create(joined, new Shape(rank(parts), in));
  }

  private static NDArray joinedB(NDManager scope, List<Part> parts) {
    int out = parts.getFirst().pair().out();
    int rank = rank(parts);
    float[] joined = new float[Math.multiplyExact(out, rank)];
    int column = 0;
    for (Part part : parts) {
      int own = part.pair().rank();
      for (int row = 0; row < out; row++) {
        for (int i = 0; i < own; i++) {
          joined[row * rank + column + i] =
              (float) (part.factor() * part.pair().b()[row * own + i]);
        }
      }
      column += own;
    }
    return scope.create(joined, new Shape(out, rank));
  }

  private static int rank(List<Part> parts) {
    return parts.stream().mapToInt(part -> part.pair().rank()).sum();
  }
}
