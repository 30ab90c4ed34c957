package org.deltaworks.ui.control;

import java.util.Comparator;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link FilterTable}.
 *
 * @param title heading, with the unit where there is one
 * @param text what the filter looks in, what is copied and what the cell shows
 * @param order how rows are sorted by it
 * @param width preferred width in pixels
 * @param number whether it is right-aligned
 * @param shownAtFirst whether it is shown before a person chooses columns
 * @param picture a node shown before the text, or null
 * @param pictureOnly whether the picture says the text itself, so that the cell does not repeat it
 * @param exact what hovering shows, or null
 * @param <T> the row
 */
public record Column<T>(
    String title,
    Function<T, String> text,
    Comparator<T> order,
    double width,
    boolean number,
    boolean shownAtFirst,
    @Nullable Function<T, Node> picture,
    boolean pictureOnly,
    @Nullable Function<T, String> exact) {

  /** Words, sorted by the alphabet. */
  public static <T> Column<T> words(String title, double width, Function<T, String> text) {
    return new Column<>(
        title,
        text,
        Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER),
        width,
        false,
        true,
        null,
        false,
        null);
  }

  /** Numbers, right-aligned, sorted by value; a row without one gives NaN and sorts last. */
  public static <T> Column<T> number(
      String title, double width, Function<T, Double> value, Function<T, String> text) {
    return new Column<>(
        title, text, Comparator.comparing(value), width, true, true, null, false, null);
  }

  /** Anything with an order of its own, such as a time. */
  public static <T, C extends Comparable<? super C>> Column<T> ordered(
      String title, double width, Function<T, C> value, Function<T, String> text) {
    return new Column<>(
        title, text, Comparator.comparing(value), width, false, true, null, false, null);
  }

  /** The same, sorted otherwise. */
  public Column<T> sortedBy(Comparator<T> other) {
    return new Column<>(
        title, text, other, width, number, shownAtFirst, picture, pictureOnly, exact);
  }

  /** The same, hidden until chosen. */
  public Column<T> atFirstHidden() {
    return new Column<>(title, text, order, width, number, false, picture, pictureOnly, exact);
  }

  /** The same with a node before the text. */
  public Column<T> withPicture(Function<T, Node> drawn) {
    return new Column<>(title, text, order, width, number, shownAtFirst, drawn, false, exact);
  }

  /** The same with a node that says the text itself, such as a badge, in its place. */
  public Column<T> shownAs(Function<T, Node> drawn) {
    return new Column<>(title, text, order, width, number, shownAtFirst, drawn, true, exact);
  }

  /** The same with the exact value on hover. */
  public Column<T> withExact(Function<T, String> hover) {
    return new Column<>(
        title, text, order, width, number, shownAtFirst, picture, pictureOnly, hover);
  }
}
