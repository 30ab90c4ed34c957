package org.deltaworks.ui.training;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.estimate.Estimate;
import org.deltaworks.domain.models.BaseModel;
import org.deltaworks.service.training.Promise;
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
  private final Fact full =
      new Fact(
          "Everything instead",
          "What training every number of the model would take, for comparison: the model, and"
              + " what learning keeps for each trained number. Rows and program come on top.");
  private final ReadOnlyObjectProperty<Optional<BaseModel>> base;
  private final ReadOnlyObjectProperty<Optional<AdapterFigures>> figures;
  private final ReadOnlyObjectProperty<PromiseNote> note;
  private final VBox adapter;
  private final VBox known;
  private final Label unknown =
      Words.muted("Choose a model, and this shows what will be trained, live.");

  MeaningPane(TrainingViewModel model) {
    super(Layout.BETWEEN);
    base = model.form().modelProperty();
    figures = model.form().figuresProperty();
    note = model.promise().noteProperty();
    getStyleClass().add("meaning");
    trained.setAccessibleText("What will be trained");
    trained.setMinHeight(USE_PREF_SIZE);
    pictureNote.setWrapText(true);
    pictureNote.setMinHeight(USE_PREF_SIZE);
    adapter =
        Layout.column(
            Layout.BETWEEN,
            bar,
            HelpMark.explained(
                "W = W\u2080 + scale · B · A",
                "The model's numbers W\u2080 stay as they are. Two thin matrices A and B learn;"
                    + " their product is added. The thinner they are, the smaller the adapter."),
            picture,
            pictureNote);
    VBox facts =
        Layout.column(
            Fact.grid(modules, file, full), new PromiseFigures(note, model.stepsProperty()));
    known = Layout.column(Layout.BETWEEN, trained, adapter, facts);
    getChildren().addAll(Words.heading("What will be trained"), unknown, known);
    base.addListener((property, old, now) -> show());
    figures.addListener((property, old, now) -> show());
    note.addListener((property, old, now) -> show());
    show();
  }

  private void show() {
    boolean some = base.get().isPresent();
    showIf(known, some);
    showIf(unknown, !some);
    showIf(adapter, figures.get().isPresent());
    picture.show(figures.get());
    figures.get().ifPresentOrElse(this::fill, this::empty);
    if (note.get() instanceof PromiseNote.Made(Promise promise)) {
      base.get().ifPresent(model -> correct(model, promise.estimate()));
    }
  }

  private static void showIf(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  private void empty() {
    trained.setText("");
    modules.clear();
    file.clear();
    full.clear();
  }

  /** Shapes alone do not tell everything, such as an adapter to go on from; the estimate does. */
  private void correct(BaseModel model, Estimate estimate) {
    boolean everything = estimate.trainable() == model.parameters();
    showTrained(estimate.trainable(), model.parameters(), everything);
    file.show(
        Figures.bytes(estimate.resultBytes()), Figures.exact(estimate.resultBytes()) + " bytes");
  }

  private void showTrained(long trainable, long total, boolean everything) {
    trained.setText(
        everything
            ? "All %s numbers of the model will be trained.".formatted(Figures.count(total))
            : Figures.trained(trainable, total) + " will be trained.");
    trained.setTooltip(new Tooltip(Figures.exact(trainable) + " of " + Figures.exact(total)));
  }

  private void fill(AdapterFigures figures) {
    boolean everything = figures.largest().isEmpty() && figures.trainable() == figures.total();
    showTrained(figures.trainable(), figures.total(), everything);
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
    full.show(
        everything
            ? "this is it"
            : String.format(Locale.ROOT, "%.1f× the memory", figures.timesLessMemory()));
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
