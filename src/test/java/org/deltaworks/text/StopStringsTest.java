package org.deltaworks.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StopStringsTest {
  @Test
  void aStopStringAcrossPiecesIsNeverShown() {
    StopStrings stops = new StopStrings(List.of("END", "\n\n"));
    assertThat(stops.append("a E")).isEqualTo("a ");
    assertThat(stops.append("N")).isEmpty();
    assertThat(stops.met()).isFalse();
    assertThat(stops.append("D b")).isEmpty();
    assertThat(stops.met()).isTrue();
    assertThat(stops.append("more")).isEmpty();
    assertThat(stops.finish()).isEmpty();
  }

  @Test
  void whatOnlyLookedLikeOneIsShownAfterAll() {
    StopStrings stops = new StopStrings(List.of("END"));
    assertThat(stops.append("EN")).isEmpty();
    assertThat(stops.append("ough EN")).isEqualTo("ENough ");
    assertThat(stops.finish()).isEqualTo("EN");
    assertThat(stops.met()).isFalse();
  }

  @Test
  void anEmptyOneIsRefused() {
    assertThatThrownBy(() -> new StopStrings(List.of("a", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** However the text is cut into pieces, it ends before the first stop string. */
  @Property
  void endsBeforeTheFirst(
      @ForAll @StringLength(max = 30) @CharRange(from = 'a', to = 'c') String text,
      @ForAll @Size(min = 1, max = 3)
          List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String> stops,
      @ForAll @IntRange(min = 1, max = 5) int length) {
    StopStrings watched = new StopStrings(stops);
    StringBuilder shown = new StringBuilder();
    for (int from = 0; from < text.length(); from += length) {
      shown.append(watched.append(text.substring(from, Math.min(text.length(), from + length))));
    }
    shown.append(watched.finish());
    int first = stops.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    assertThat(watched.met()).isEqualTo(first >= 0);
    if (first < 0) {
      assertThat(shown.toString()).isEqualTo(text);
    }
    assertThat(text).startsWith(shown.toString());
    assertThat(stops).noneMatch(shown.toString()::contains);
  }
}
