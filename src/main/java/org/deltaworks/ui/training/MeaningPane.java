package org.deltaworks.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.ui.control.HelpMark;
import org.deltaworks.ui.fx.Figures;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/** What the answers on the left mean, moving while one drags. */
final class MeaningPane extends VBox {
  private final Label trained = Words.body("");
  private final ShareBar bar = new ShareBar();
  private final LoraPicture picture = new LoraPicture();
  private final Label pictureNote = Words.caption("");
  private final Fact modules =
      new Fact("Modules", "How many of the model's modules get an adapter.");
  private final Fact file = new Fact("Adapter file", "What the finished adapter takes on disk.");
  private final Fact memory =
      new Fact(
          "Memory for numbers",
          "The model, the adapter and what learning keeps for each trained number. The rows being"
              + " read come on top.");
  private final Fact full =
      new Fact(
          "Everything instead",
          "What training every number of the model would take, for comparison.");
  private final Fact steps =
      new Fact(
          "Steps", "How often the adapter is adjusted, each time after looking at a few rows.");
  private final VBox known;
  private final Label unknown =
      Words.muted("Choose a model, and this shows what will be trained, live.");

  MeaningPane(TrainingForm form, ObservableValue<Optional<Long>> stepsPlanned) {
    super(Layout.BETWEEN);
    getStyleClass().add("meaning");
    trained.setAccessibleText("What will be trained");
    pictureNote.setWrapText(true);
    pictureNote.setMinHeight(USE_PREF_SIZE);
    known =
        Layout.column(
            Layout.BETWEEN,
            trained,
            bar,
            HelpMark.explained(
                "W = W\u2080 + scale · B · A",
                "The model's numbers W\u2080 stay as they are. Two thin matrices A and B learn;"
                    + " their product is added. The thinner they are, the smaller the adapter."),
            picture,
            pictureNote,
            facts());
    getChildren().addAll(Words.heading("What will be trained"), unknown, known);
    form.figuresProperty().addListener((property, old, now) -> show(now));
    show(form.figuresProperty().get());
    stepsPlanned.addListener((property, old, now) -> showSteps(now));
    showSteps(stepsPlanned.getValue());
  }

  private void showSteps(Optional<Long> planned) {
    steps.show(planned.map(Figures::exact).orElse("\u2013"));
  }

  private Node facts() {
    GridPane grid = new GridPane(Layout.INSIDE, Layout.INSIDE);
    ColumnConstraints words = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, values);
    int row = 0;
    for (Fact fact : List.of(modules, file, memory, full, steps)) {
      grid.addRow(row++, fact.word(), fact.value());
    }
    return grid;
  }

  private void show(Optional<AdapterFigures> figures) {
    boolean some = figures.isPresent();
    for (Node node : List.of(known, unknown)) {
      node.setVisible((node == known) == some);
      node.setManaged((node == known) == some);
    }
    picture.show(figures);
    figures.ifPresent(this::fill);
  }

  private void fill(AdapterFigures figures) {
    boolean everything = figures.largest().isEmpty() && figures.trainable() == figures.total();
    trained.setText(
        everything
            ? "All %s numbers of the model will be trained."
                .formatted(Figures.count(figures.total()))
            : Figures.trained(figures.trainable(), figures.total()) + " will be trained.");
    trained.setTooltip(
        new Tooltip(Figures.exact(figures.trainable()) + " of " + Figures.exact(figures.total())));
    bar.show(figures.share());
    pictureNote.setText(
        figures
            .largest()
            .map(
                m ->
                    "To scale for the largest, %s: %s × %s, rank %d."
                        .formatted(
                            m.name(),
                            Figures.exact(m.out()),
                            Figures.exact(m.in()),
                            figures.rank()))
            .orElse(
                everything
                    ? "No adapter: the model itself changes."
                    : "Tick a module to see its picture."));
    modules.show("%d of %d".formatted(figures.modules().part(), figures.modules().whole()));
    file.show(Figures.bytes(figures.fileBytes()), Figures.exact(figures.fileBytes()) + " bytes");
    memory.show(
        Figures.bytes(figures.trainingBytes()), Figures.exact(figures.trainingBytes()) + " bytes");
    full.show(
        everything
            ? "this is it"
            : String.format(Locale.ROOT, "%.1f× the memory", figures.timesLessMemory()));
  }

  /** A word with help, and a value that changes. */
  private static final class Fact {
    private final Node word;
    private final Label value = new Label();

    Fact(String label, String help) {
      HBox explained = HelpMark.explained(label, help);
      explained.setMinWidth(Region.USE_PREF_SIZE);
      word = explained;
      value.getStyleClass().addAll("dw-body", "dw-number", "fact");
      value.setMaxWidth(Double.MAX_VALUE);
      value.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHgrow(value, Priority.ALWAYS);
    }

    Node word() {
      return word;
    }

    Label value() {
      return value;
    }

    void show(String text) {
      value.setText(text);
    }

    void show(String text, String exact) {
      show(text);
      value.setTooltip(new Tooltip(exact));
    }
  }

  /** The adapter's share of the base as a bar: the base is the whole, the adapter a sliver. */
  private static final class ShareBar extends StackPane {
    private final Region sliver = new Region();
    private double share;

    ShareBar() {
      getStyleClass().add("share-bar");
      sliver.getStyleClass().add("share-sliver");
      sliver.setManaged(false);
      getChildren().add(sliver);
    }

    void show(double now) {
      share = Math.clamp(now, 0, 1);
      setAccessibleText(Figures.share(now) + " of the model");
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      sliver.resizeRelocate(0, 0, Math.max(2, getWidth() * share), getHeight());
    }
  }
}
