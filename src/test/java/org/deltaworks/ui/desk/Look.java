package org.deltaworks.ui.desk;

import java.util.Locale;
import java.util.function.Supplier;
import org.deltaworks.ui.fx.Appearance;
import org.deltaworks.ui.harness.Window;
import org.deltaworks.ui.navigation.Place;
import org.deltaworks.ui.navigation.Screen;

/** The themes and window sizes in which every screen is looked at. */
public enum Look {
  LIGHT_WIDE(Appearance.LIGHT, 1280, 800),
  LIGHT_SMALL(Appearance.LIGHT, 1024, 700),
  DARK_WIDE(Appearance.DARK, 1280, 800),
  DARK_SMALL(Appearance.DARK, 1024, 700);

  /** What rail and status strip take of a window. */
  private static final int RAIL = 200;

  private static final int STRIP = 32;

  private final Appearance appearance;
  private final int width;
  private final int height;

  Look(Appearance appearance, int width, int height) {
    this.appearance = appearance;
    this.width = width;
    this.height = height;
  }

  /** A window that holds one screen in the room the shell leaves to it. */
  public Window open(Supplier<? extends Screen> screen) {
    return Window.open(
        appearance, width - RAIL, height - STRIP, () -> (javafx.scene.Parent) screen.get().node());
  }

  /** Likewise, once the screen was sent to this place and has settled there. */
  public Window open(Supplier<? extends Screen> screen, Place place) {
    Window.require();
    Screen made = Window.onScreen(screen::get);
    Window window = open(() -> made);
    Window.act(() -> made.show(place));
    window.pulse();
    return window;
  }

  /** Takes a picture called after the screen's state and this look. */
  public void picture(Window window, String state) {
    window.picture(
        "screens/%s-%s-%dx%d"
            .formatted(state, appearance.name().toLowerCase(Locale.ROOT), width, height));
  }
}
