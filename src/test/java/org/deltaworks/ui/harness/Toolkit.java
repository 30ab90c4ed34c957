package org.deltaworks.ui.harness;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Starts JavaFX once for all tests of this process. */
final class Toolkit {
  private static final String MISSING =
      "Text cannot be drawn here, so tests in a window are skipped. On Debian:"
          + " apt-get install -y --no-install-recommends libpangoft2-1.0-0";

  /** Null when windows work, else why they do not. Found out once. */
  private static final @Nullable String PROBLEM = start();

  private Toolkit() {}

  /** Skips the test with a clear sentence where windows do not work; fails it under CI=true. */
  static void require() {
    if (PROBLEM == null) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      fail(PROBLEM);
    }
    Assumptions.abort(PROBLEM);
  }

  private static @Nullable String start() {
    try {
      CountDownLatch started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      if (!started.await(30, TimeUnit.SECONDS)) {
        return "JavaFX did not start within 30 s. " + MISSING;
      }
      Platform.setImplicitExit(false);
      // Fonts are loaded lazily: this is where a missing pango or freetype shows.
      return new Text("x").getLayoutBounds().getWidth() > 0 ? null : MISSING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (Throwable e) {
      return MISSING + " (" + e + ")";
    }
  }
}
