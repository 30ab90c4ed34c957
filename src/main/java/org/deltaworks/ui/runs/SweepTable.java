package org.deltaworks.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.domain.training.Setting;
import org.deltaworks.domain.training.Sweep;
import org.deltaworks.ui.control.Column;
import org.deltaworks.ui.control.FilterTable;
import org.deltaworks.ui.control.Icons;
import org.deltaworks.ui.control.RowAction;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.live.RunDot;
import org.deltaworks.ui.live.RunWords;
import org.deltaworks.ui.live.StateBadge;
import org.deltaworks.ui.live.SweepWords;
import org.kordamp.ikonli.feather.Feather;

/** The runs of a sweep: what differs, how each stands, and the lowest loss first. */
final class SweepTable {
  private static final Set<Setting> WORDS =
      EnumSet.of(Setting.METHOD, Setting.TARGET_MODULES, Setting.SCHEDULE);

  /** Of equals the one that is called best stands first; what failed is no match for others. */
  private static final Comparator<SweepPointRow> BEST_FIRST =
      Comparator.comparing((SweepPointRow row) -> row.state() == RunState.FAILED)
          .thenComparingDouble(SweepPointRow::metric)
          .thenComparing(row -> !row.best());

  private SweepTable() {}

  /** A table for the settings that this sweep varies. */
  static FilterTable<SweepPointRow> of(SweepViewModel model, Sweep sweep) {
    List<Column<SweepPointRow>> columns = new ArrayList<>();
    columns.add(Column.words("Run", 240, SweepTable::words).shownAs(SweepTable::name));
    sweep.varied().forEach(setting -> columns.add(column(setting)));
    Column<SweepPointRow> metric =
        Column.<SweepPointRow>number(
                title(SweepWords.metric(sweep.metric())),
                136,
                SweepPointRow::metric,
                SweepPointRow::metricWords)
            .sortedBy(BEST_FIRST)
            .withExact(SweepPointRow::metricExact);
    columns.add(metric);
    columns.add(
        Column.<SweepPointRow, RunState>ordered(
                "State", 108, SweepPointRow::state, row -> RunWords.state(row.state()))
            .shownAs(row -> new StateBadge(row.state()))
            .withExact(SweepPointRow::why));
    columns.add(
        Column.<SweepPointRow, Double>ordered(
                "Progress", 150, SweepPointRow::share, SweepPointRow::progress)
            .withPicture(SweepTable::bar));
    columns.add(
        Column.<SweepPointRow>number("Time", 76, SweepPointRow::seconds, SweepPointRow::time));
    FilterTable<SweepPointRow> table = new FilterTable<>(model.rows(), "Find a training", columns);
    table.setOnOpen(model::open);
    table.setActions(List.of(RowAction.<SweepPointRow>one("Open", model::open)));
    table.table().getColumns().stream()
        .filter(column -> metric.equals(column.getUserData()))
        .forEach(column -> sortBy(table, column));
    return table;
  }

  private static void sortBy(
      FilterTable<SweepPointRow> table, TableColumn<SweepPointRow, ?> column) {
    column.setSortType(TableColumn.SortType.ASCENDING);
    table.table().getSortOrder().add(column);
  }

  private static Column<SweepPointRow> column(Setting setting) {
    return WORDS.contains(setting)
        ? Column.<SweepPointRow>words(setting.label(), 120, row -> row.value(setting))
            .withExact(row -> row.point().value(setting))
        : Column.<SweepPointRow>number(
            setting.label(), width(setting), row -> row.number(setting), row -> row.value(setting));
  }

  private static double width(Setting setting) {
    return setting == Setting.RANK ? 70 : 120;
  }

  private static String words(SweepPointRow row) {
    return row.best() ? row.name() + " best" : row.name();
  }

  private static Node name(SweepPointRow row) {
    Label name = new Label(row.name());
    name.setMinWidth(0);
    if (!row.best()) {
      return Layout.row(new RunDot(row.id()), name);
    }
    Label best = new Label("Best");
    best.setGraphic(Icons.of(Feather.AWARD));
    best.setMinWidth(Label.USE_PREF_SIZE);
    best.getStyleClass().addAll("dw-state", "dw-state-good");
    name.getStyleClass().add("dw-strong");
    return Layout.row(new RunDot(row.id()), name, best);
  }

  private static Node bar(SweepPointRow row) {
    ProgressBar bar = new ProgressBar(Math.max(0, row.share()));
    bar.getStyleClass().add("run-bar");
    return bar;
  }

  private static String title(String metric) {
    return metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1);
  }
}
