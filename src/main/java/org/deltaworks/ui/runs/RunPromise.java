package org.deltaworks.ui.runs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.deltaworks.domain.training.Run;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** What a run was said to take, and what it took: a small table and a sentence. */
final class RunPromise {
  private static final String PROMISED =
      "Worked out from the settings, the rows and this machine, before a number was computed.";
  private static final String CORRECTED =
      "After its first step a run of at least 20 steps tries its largest batch once, forgets what"
          + " that taught, and works out anew what it will take.";
  private static final String TAKEN =
      "Memory is the most that the training's process has had; time is without pauses and without"
          + " the machine's sleep; on the disk are its checkpoints and what it made of them.";

  private final GridPane table = new GridPane(Layout.BETWEEN, Layout.INSIDE);
  private final List<Row> rows = new ArrayList<>();
  private final Label sentence = Words.muted("");
  private final Node root;

  RunPromise() {
    table.getColumnConstraints().addAll(left(), right(), left(), right(), left(), right(), left());
    table.add(Words.caption("Memory at the most"), 1, 0);
    table.add(Words.caption("Time in all"), 3, 0);
    table.add(Words.caption("Disk at the most"), 5, 0);
    for (String help : List.of(PROMISED, CORRECTED, TAKEN)) {
      rows.add(new Row(table, rows.size() + 1, help));
    }
    Region page = Layout.column(Layout.BETWEEN, table, sentence);
    page.getStyleClass().add("run-promise");
    root = Layout.scrolling(page);
  }

  Node node() {
    return root;
  }

  void show(Run run) {
    PromiseKept kept = PromiseKept.of(run);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(kept.lines().get(i));
    }
    sentence.setText(kept.sentence());
  }

  private static ColumnConstraints left() {
    return column(HPos.LEFT);
  }

  private static ColumnConstraints right() {
    return column(HPos.RIGHT);
  }

  private static ColumnConstraints column(HPos side) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHalignment(side);
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  /** The cells of one line. */
  private static final class Row {
    private final Label what = cell("dw-body");
    private final Label memory = cell("dw-body", "dw-strong", "dw-number");
    private final Label memoryOff = cell("dw-caption");
    private final Label time = cell("dw-body", "dw-strong", "dw-number");
    private final Label timeOff = cell("dw-caption");
    private final Label disk = cell("dw-body", "dw-strong", "dw-number");
    private final Label diskUsed = cell("dw-caption");

    Row(GridPane table, int line, String help) {
      HelpMark mark = new HelpMark(help);
      what.setLabelFor(mark);
      Node named = Layout.row(Layout.TIGHT, what, mark);
      table.addRow(line, named, memory, memoryOff, time, timeOff, disk, diskUsed);
      for (Label off : List.of(memoryOff, timeOff, diskUsed)) {
        GridPane.setValignment(off, VPos.CENTER);
      }
    }

    void show(PromiseKept.Line line) {
      what.setText(line.what());
      memory.setText(line.memory());
      memoryOff.setText(line.memoryOff());
      time.setText(line.time());
      timeOff.setText(line.timeOff());
      disk.setText(line.disk());
      diskUsed.setText(line.diskUsed());
    }

    private static Label cell(String... styles) {
      Label label = new Label();
      label.getStyleClass().addAll(styles);
      label.setMinWidth(Region.USE_PREF_SIZE);
      return label;
    }
  }
}
