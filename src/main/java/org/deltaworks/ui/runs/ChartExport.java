package org.deltaworks.ui.runs;

import java.util.List;
import javafx.scene.control.MenuItem;
import org.deltaworks.ui.control.FilePicker;
import org.deltaworks.ui.control.chart.LossChart;

/** Asks where an exported chart should go. */
final class ChartExport {
  private final RunViewModel model;
  private final LossChart chart;
  private final FilePicker picker;

  ChartExport(RunViewModel model, LossChart chart, FilePicker picker) {
    this.model = model;
    this.chart = chart;
    this.picker = picker;
  }

  List<MenuItem> items() {
    return chart.exportItems(this::ask);
  }

  private void ask(String kind, byte[] contents) {
    String name =
        model.contentProperty().get().ready().map(run -> run.name()).orElse("curve") + "." + kind;
    picker
        .target(
            chart.getScene().getWindow(),
            "Save the curve",
            name,
            List.of(
                new FilePicker.Kind(kind.toUpperCase(java.util.Locale.ROOT), List.of("*." + kind))))
        .ifPresent(file -> model.write(file, contents));
  }
}
