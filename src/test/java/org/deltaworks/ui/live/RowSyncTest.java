package org.deltaworks.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class RowSyncTest {
  private record Item(int id, String text) {}

  @Property
  void theListIsAlwaysTheNewerOneAfterwards(
      @ForAll @UniqueElements List<Integer> before, @ForAll @UniqueElements List<Integer> after) {
    ObservableList<Item> rows =
        FXCollections.observableArrayList(before.stream().map(i -> new Item(i, "old")).toList());
    List<Item> newer = after.stream().map(i -> new Item(i, "new")).toList();
    RowSync.apply(rows, newer, Item::id);
    assertThat(rows).isEqualTo(newer);
  }

  @Test
  void anEmptyListIsFilledInOneChange() {
    ObservableList<Item> rows = FXCollections.observableArrayList();
    AtomicInteger changes = new AtomicInteger();
    rows.addListener((ListChangeListener<Item>) change -> changes.incrementAndGet());
    RowSync.apply(rows, List.of(new Item(1, "a"), new Item(2, "b"), new Item(3, "c")), Item::id);
    assertThat(rows).hasSize(3);
    assertThat(changes).hasValue(1);
  }

  @Test
  void rowsThatDidNotChangeAreNotTouched() {
    Item same = new Item(2, "same");
    ObservableList<Item> rows = FXCollections.observableArrayList(same);
    RowSync.apply(rows, List.of(new Item(3, "new"), new Item(2, "same")), Item::id);
    assertThat(rows.getLast()).isSameAs(same);
  }
}
