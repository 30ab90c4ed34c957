package org.deltaworks.ui.runs;

import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;
import org.jspecify.annotations.Nullable;

/** Below the curve: what it answered on the way, what it noted, what it took, what it was told. */
final class RunTabs {
  private final FlowPane settings = new FlowPane(Layout.AROUND, Layout.INSIDE);
  private final RunPromise promise = new RunPromise();
  private final TabPane root = new TabPane();
  private long shown = -1;

  RunTabs(RunViewModel model) {
    root.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    root.getStyleClass().add("run-tabs");
    settings.getStyleClass().add("run-settings");
    root.getTabs()
        .addAll(
            new Tab("Samples", new SampleTimeline(model.samples()).node()),
            new Tab("Log", log(model)),
            new Tab("What it took", promise.node()),
            new Tab("Settings", Layout.scrolling(settings)));
  }

  Node node() {
    return root;
  }

  void show(Run run) {
    promise.show(run);
    if (shown == run.id()) {
      return;
    }
    shown = run.id();
    settings
        .getChildren()
        .setAll(run.draft().said().entrySet().stream().map(RunTabs::pair).toList());
  }

  private static Node pair(Map.Entry<Setting, List<String>> said) {
    Label value = Words.body(String.join(", ", said.getValue()));
    value.setMaxWidth(360);
    VBox pair = Layout.column(0, Words.caption(said.getKey().label()), value);
    pair.setMinWidth(110);
    return pair;
  }

  private static Node log(RunViewModel model) {
    ListView<Run.LogLine> list = new ListView<>(model.log());
    list.getStyleClass().add("run-log");
    list.setPlaceholder(Words.muted("The run has noted nothing yet."));
    list.setCellFactory(view -> new LogCell());
    model
        .log()
        .addListener(
            (ListChangeListener<Run.LogLine>)
                change -> {
                  if (!model.log().isEmpty()) {
                    list.scrollTo(model.log().size() - 1);
                  }
                });
    return list;
  }

  private static final class LogCell extends ListCell<Run.LogLine> {
    @Override
    protected void updateItem(Run.@Nullable LogLine line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? null : Figures.clock(line.at()) + "   " + line.message());
    }
  }
}
