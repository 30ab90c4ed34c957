import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes {@code bin/deltaworks} and {@code bin/deltaworks.bat} into a folder that already holds
 * {@code lib} and {@code fx}. Run by the build with the JDK that compiled the project, so that the
 * launcher starts that one and not whatever {@code java} the PATH has; {@code DELTAWORKS_JAVA_HOME}
 * overrides it. What {@code DELTAWORKS_JAVA_OPTIONS} holds is passed on to that Java, which is how
 * {@code RecordStart} asks for a recording.
 */
final class WriteLauncher {
  private static final String OPTIONS =
      "--add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED"
          + " --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED"
          + " -XX:+UseSerialGC -XX:TieredStopAtLevel=4";

  /**
   * Where {@code RecordStart} puts what a start has already worked out. The program says nothing
   * about a cache that does not fit this Java or these files: it only starts more slowly.
   */
  private static final String START = "start";

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
        start="$home/%s"
        if [ -f "$start/program.aot" ]; then
          exec "$java" -XX:AOTCache="$start/program.aot" -Xlog:disable -Ddeltaworks.start="$start" --module-path="$home/fx" -Ddeltaworks.assets="$home/assets" %s $DELTAWORKS_JAVA_OPTIONS -cp "$home/lib/*" org.deltaworks.Main "$@"
        fi
        exec "$java" --module-path="$home/fx" -Ddeltaworks.assets="$home/assets" %s $DELTAWORKS_JAVA_OPTIONS -cp "$home/lib/*" org.deltaworks.Main "$@"
        """
            .formatted(java, START, OPTIONS, OPTIONS));
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
        set "start=%%home%%\\%s"\r
        set "cache="\r
        if exist "%%start%%\\program.aot" set cache=-XX:AOTCache="%%start%%\\program.aot" -Xlog:disable -Ddeltaworks.start="%%start%%"\r
        "%%DELTAWORKS_JAVA_HOME%%\\bin\\java" %%cache%% --module-path="%%home%%\\fx" -Ddeltaworks.assets="%%home%%\\assets" %s %%DELTAWORKS_JAVA_OPTIONS%% -cp "%%home%%\\lib\\*" org.deltaworks.Main %%*\r
        """
            .formatted(java, START, OPTIONS));
  }
}
