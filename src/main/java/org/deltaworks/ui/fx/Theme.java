package org.deltaworks.ui.fx;

import static java.nio.charset.StandardCharsets.UTF_8;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/**
 * Light or dark: AtlantaFX's Primer, joined by a bridge that gives ControlsFX the colour names of
 * Modena which Primer does not define, and by our own sheet. Follows the system unless told
 * otherwise. FX thread only.
 */
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(this, "appearance", Appearance.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final Map<Appearance, String> sheets = new EnumMap<>(Appearance.class);

  /** Applies the appearance at once and follows its property and the system from then on. */
  public Theme(Appearance first) {
    appearance.set(first);
    appearance.addListener((property, old, now) -> apply());
    Platform.getPreferences().colorSchemeProperty().addListener((property, old, now) -> apply());
    dark.set(wantsDark());
    install();
  }

  /** What the person asked for. */
  public ObjectProperty<Appearance> appearanceProperty() {
    return appearance;
  }

  /** Whether the page is dark now, for what draws its own colours. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Gives a scene our own sheet, and marks its root {@code :dark} while the page is dark. */
  public void style(Scene scene) {
    scene.getStylesheets().add(resource("deltaworks.css"));
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
    dark.addListener(
        (property, old, now) -> scene.getRoot().pseudoClassStateChanged(DARK, now.booleanValue()));
  }

  /** Whether things may move: no where the system asks for reduced motion. */
  public static boolean motion() {
    return !Platform.getPreferences().isReducedMotion();
  }

  /** Address of a style sheet that lies beside a class, for {@code getStylesheets().add}. */
  public static String sheet(Class<?> neighbour, String name) {
    return Objects.requireNonNull(neighbour.getResource(name), name).toExternalForm();
  }

  private void apply() {
    boolean now = wantsDark();
    if (now != dark.get()) {
      dark.set(now);
      install();
    }
  }

  private boolean wantsDark() {
    return switch (appearance.get()) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void install() {
    Application.setUserAgentStylesheet(
        sheets.computeIfAbsent(dark.get() ? Appearance.DARK : Appearance.LIGHT, Theme::join));
  }

  /** One sheet as a data address: rules given this way reach popups too. */
  private static String join(Appearance which) {
    String primer =
        which == Appearance.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    String css = read(primer) + read("bridge.css");
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(UTF_8));
  }

  private static String read(String resource) {
    try (InputStream in = Theme.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    return sheet(Theme.class, name);
  }
}
