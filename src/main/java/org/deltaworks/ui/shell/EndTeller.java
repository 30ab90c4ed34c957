package org.deltaworks.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.deltaworks.service.endings.Ending;
import org.deltaworks.ui.fx.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that trainings have ended while nobody looks at the window: by a notice of the desktop, and
 * by the window's title, which is what a taskbar shows, until somebody looks.
 */
public final class EndTeller {
  private static final Logger LOG = LoggerFactory.getLogger(EndTeller.class);

  private final ObservableValue<Boolean> focused;
  private final StringProperty title;
  private final String usualTitle;
  private final BooleanSupplier wanted;
  private final Background background;
  private final Announcer announcer;

  /**
   * Follows a window.
   *
   * @param focused whether a person looks at it
   * @param title of the window
   * @param wanted whether the person wants to be told
   */
  public EndTeller(
      ObservableValue<Boolean> focused,
      StringProperty title,
      BooleanSupplier wanted,
      Background background,
      Announcer announcer) {
    this.focused = focused;
    this.title = title;
    this.usualTitle = title.get();
    this.wanted = wanted;
    this.background = background;
    this.announcer = announcer;
    focused.addListener((property, old, now) -> looked(now));
  }

  /** Hears what has ended; may be called from any thread. */
  public Consumer<Ending> receiver() {
    return background.screen().gathering((List<Ending> ended) -> ended.forEach(this::take));
  }

  private void take(Ending ending) {
    if (focused.getValue() || !wanted.getAsBoolean()) {
      return;
    }
    String head = EndingWords.title(ending);
    String text = EndingWords.text(ending);
    title.set(head + " – " + usualTitle);
    background.act(
        "tell the desktop",
        () -> announcer.announce(head, text),
        () -> {},
        thrown -> LOG.warn("The desktop was not told.", thrown));
  }

  private void looked(boolean now) {
    if (now) {
      title.set(usualTitle);
    }
  }
}
