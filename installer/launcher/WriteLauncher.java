import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes {@code bin/deltaworks} and {@code bin/deltaworks.bat} into a folder that already holds
 * {@code lib} and {@code fx}. Run by the build with the JDK that compiled the project, so that the
 * launcher starts that one and not whatever {@code java} the PATH has; {@code DELTAWORKS_JAVA_HOME}
 * overrides it.
 */
final class WriteLauncher {
  private static final String OPTIONS =
      "--add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED"
          + " --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED"
          + " -XX:+UseSerialGC -XX:TieredStopAtLevel=4 -Xshare:auto";

  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Path bin = Files.createDirectories(home.resolve("bin"));
    String java = System.getProperty("java.home");
    Path unix = bin.resolve("deltaworks");
    Files.writeString(
        unix,
        """
        #!/bin/sh
        # Written by the build; starts Deltaworks with the JDK that built it.
        self=$(readlink -f "$0")
        home=$(dirname "$(dirname "$self")")
        java="${DELTAWORKS_JAVA_HOME:-%s}/bin/java"
        exec "$java" --module-path="$home/fx" -Ddeltaworks.assets="$home/assets" %s -cp "$home/lib/*" org.deltaworks.Main "$@"
        """
            .formatted(java, OPTIONS));
    if (Files.getFileStore(unix).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(unix, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(
        bin.resolve("deltaworks.bat"),
        """
        @echo off\r
        rem Written by the build; starts Deltaworks with the JDK that built it.\r
        set "home=%%~dp0.."\r
        if "%%DELTAWORKS_JAVA_HOME%%"=="" set "DELTAWORKS_JAVA_HOME=%s"\r
        "%%DELTAWORKS_JAVA_HOME%%\\bin\\java" --module-path="%%home%%\\fx" -Ddeltaworks.assets="%%home%%\\assets" %s -cp "%%home%%\\lib\\*" org.deltaworks.Main %%*\r
        """
            .formatted(java, OPTIONS));
  }
}
