package org.deltaworks.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something one can do with the selected rows of a table: in its context menu, and by key.
 *
 * @param label a verb
 * @param key shortcut while the table has the focus, or null
 * @param possible whether it can be done with this selection
 * @param act does it
 * @param <T> the row
 */
public record RowAction<T>(
    String label,
    @Nullable KeyCombination key,
    Predicate<List<T>> possible,
    Consumer<List<T>> act) {

  /** For exactly one row. */
  public static <T> RowAction<T> one(String label, Consumer<T> act) {
    return new RowAction<>(
        label, null, rows -> rows.size() == 1, rows -> act.accept(rows.getFirst()));
  }

  /** For one or more rows. */
  public static <T> RowAction<T> many(String label, Consumer<List<T>> act) {
    return new RowAction<>(label, null, rows -> !rows.isEmpty(), act);
  }

  /** The same with a shortcut, such as {@code Delete} or {@code F2}. */
  public RowAction<T> on(String keys) {
    return new RowAction<>(label, KeyCombination.valueOf(keys), possible, act);
  }

  /** The same, only where the predicate holds. */
  public RowAction<T> when(Predicate<List<T>> allowed) {
    return new RowAction<>(label, key, possible.and(allowed), act);
  }
}
