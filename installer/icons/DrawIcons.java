import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon, a delta over three waves, and writes it in the forms that the systems
 * want: {@code deltaworks.png}, {@code .ico} and {@code .icns} into the first folder, the window's
 * sizes into the second.
 *
 * <p>Run: {@code java installer/icons/DrawIcons.java installer/icons
 * src/main/resources/org/deltaworks/ui/shell}
 */
final class DrawIcons {
  private static final Color DEEP = new Color(0x0b3a66);
  private static final Color SEA = new Color(0x1f7fc4);
  private static final Color FOAM = new Color(0xffffff);

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path installer = Files.createDirectories(Path.of(arguments[0]));
    Path window = Files.createDirectories(Path.of(arguments[1]));
    Files.write(installer.resolve("deltaworks.png"), png(256));
    Files.write(installer.resolve("deltaworks.ico"), ico(16, 32, 48, 256));
    Files.write(installer.resolve("deltaworks.icns"), icns());
    for (int size : new int[] {16, 32, 64, 128}) {
      Files.write(window.resolve("icon-" + size + ".png"), png(size));
    }
  }

  private static byte[] png(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double unit = size / 64.0;
    g.scale(unit, unit);
    g.setPaint(new GradientPaint(0, 0, SEA, 0, 64, DEEP));
    g.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 16, 16));
    delta(g);
    waves(g);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void delta(Graphics2D g) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(32, 12);
    triangle.lineTo(49, 40);
    triangle.lineTo(15, 40);
    triangle.closePath();
    g.setColor(FOAM);
    g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(triangle);
  }

  private static void waves(Graphics2D g) {
    g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int row = 0; row < 2; row++) {
      Path2D wave = new Path2D.Double();
      double y = 48 + 6 * row;
      wave.moveTo(13, y);
      for (int i = 0; i < 3; i++) {
        double x = 13 + i * 12.7;
        wave.curveTo(x + 3.2, y - 3.5, x + 6.3, y - 3.5, x + 6.35, y);
        wave.curveTo(x + 6.4, y + 3.5, x + 9.5, y + 3.5, x + 12.7, y);
      }
      g.setColor(new Color(255, 255, 255, row == 0 ? 230 : 150));
      g.draw(wave);
    }
  }

  /** An icon directory whose pictures are PNG (Microsoft, "ICO file format"). */
  private static byte[] ico(int... sizes) throws IOException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    int head = 6 + 16 * sizes.length;
    ByteBuffer index = ByteBuffer.allocate(head).order(ByteOrder.LITTLE_ENDIAN);
    index.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
    for (int size : sizes) {
      byte[] png = png(size);
      index.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      index
          .putShort((short) 1)
          .putShort((short) 32)
          .putInt(png.length)
          .putInt(head + pictures.size());
      pictures.write(png);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(index.array());
    pictures.writeTo(out);
    return out.toByteArray();
  }

  /** An icon family whose members are PNG (Apple, "Icon Services"): 128, 256 and 512 pixels. */
  private static byte[] icns() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(members);
    String[] types = {"ic07", "ic08", "ic09"};
    for (int i = 0; i < types.length; i++) {
      byte[] png = png(128 << i);
      out.writeBytes(types[i]);
      out.writeInt(png.length + 8);
      out.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(all);
    head.writeBytes("icns");
    head.writeInt(members.size() + 8);
    members.writeTo(head);
    return all.toByteArray();
  }
}
