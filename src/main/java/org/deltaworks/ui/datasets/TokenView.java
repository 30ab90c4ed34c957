package org.deltaworks.ui.datasets;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.deltaworks.domain.problem.Counted;
import org.deltaworks.ui.fx.Layout;
import org.deltaworks.ui.fx.Words;

/**
 * A row token by token: what is learnt is underlined, what is cut off is struck out, so that colour
 * never speaks alone.
 */
final class TokenView extends VBox {
  private final FlowPane flow = new FlowPane(2, Layout.TIGHT);

  TokenView() {
    super(Layout.INSIDE);
    getStyleClass().add("token-view");
    flow.setPrefWrapLength(300);
    getChildren().addAll(legend(), flow);
  }

  void show(List<TokenMark> marks) {
    flow.getChildren().setAll(marks.stream().map(TokenView::token).toList());
    long learnt = marks.stream().filter(m -> m.fate() == TokenMark.Fate.LEARNT).count();
    flow.setAccessibleText(
        "%s, %d of them learnt".formatted(Counted.of(marks.size(), "token"), learnt));
  }

  private static Node token(TokenMark mark) {
    Label token = styled(mark.text(), mark.fate());
    token.setTooltip(new Tooltip("token %d, %s".formatted(mark.id(), mark.fate().words())));
    return token;
  }

  private static Node legend() {
    FlowPane legend = new FlowPane(Layout.BETWEEN, Layout.TIGHT);
    for (TokenMark.Fate fate : TokenMark.Fate.values()) {
      legend
          .getChildren()
          .add(Layout.row(Layout.TIGHT, styled("abc", fate), Words.caption(fate.words())));
    }
    return legend;
  }

  private static Label styled(String text, TokenMark.Fate fate) {
    Label token = new Label(text);
    token.getStyleClass().addAll("token", "token-" + fate.name().toLowerCase(Locale.ROOT));
    return token;
  }
}
