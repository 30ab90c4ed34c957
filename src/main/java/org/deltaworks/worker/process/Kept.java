package org.deltaworks.worker.process;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What takes long to make and much memory: whatever is in use, and beside it the last few that
 * were. Nothing in use is ever freed, so that an open answer keeps its model. For one thread.
 *
 * @param <K> what it is made from
 * @param <V> what is kept
 */
final class Kept<K, V> implements AutoCloseable {
  private final int most;
  private final Consumer<? super V> end;
  private final Map<K, Held<V>> ready = new LinkedHashMap<>(8, 0.75f, true);

  /**
   * Keeps nothing yet.
   *
   * @param most how many may stay; more only while more are in use
   * @param end frees one
   */
  Kept(int most, Consumer<? super V> end) {
    this.most = most;
    this.end = end;
  }

  private static final class Held<V> {
    private final V value;
    private int users;

    Held(V value) {
      this.value = value;
    }
  }

  /**
   * One use of something; closed once, when it is over.
   *
   * @param value what is used
   * @param end tells that it is no longer
   */
  record Use<V>(V value, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Uses what there is, or makes it. */
  Use<V> use(K key, Supplier<? extends V> make) {
    Held<V> held = ready.get(key);
    if (held == null) {
      // Room first: two large models at a time may be more than the memory holds.
      shrinkTo(most - 1);
      held = new Held<>(make.get());
      ready.put(key, held);
    }
    Held<V> used = held;
    used.users++;
    return new Use<>(used.value, () -> back(used));
  }

  private void back(Held<V> used) {
    used.users--;
    shrinkTo(most);
  }

  private void shrinkTo(int size) {
    Iterator<Held<V>> oldest = ready.values().iterator();
    while (ready.size() > size && oldest.hasNext()) {
      Held<V> next = oldest.next();
      if (next.users == 0) {
        oldest.remove();
        end.accept(next.value);
      }
    }
  }

  @Override
  public void close() {
    ready.values().forEach(held -> end.accept(held.value));
    ready.clear();
  }
}
