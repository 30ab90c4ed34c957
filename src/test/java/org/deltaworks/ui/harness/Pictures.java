package org.deltaworks.ui.harness;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of scenes as PNG files, without javafx-swing. */
public final class Pictures {
  /** Where they lie until somebody copies them into the repository. */
  public static final Path FOLDER = Path.of("target", "screenshots");

  private Pictures() {}

  /** Saves what the scene shows now as {@code name.png}. */
  public static Path save(Scene scene, String name) {
    WritableImage image = Window.onScreen(() -> scene.snapshot(null));
    Path file = FOLDER.resolve(name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(copy(image), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static BufferedImage copy(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    return copy;
  }
}
