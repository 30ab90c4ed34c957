import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds the installed form of Deltaworks with jpackage over a jlinked runtime: JavaFX as modules
 * of the runtime, the program and its libraries on the class path, {@code bin/java} kept because
 * training runs in a child process, and the bundled model, demos and licences beside them. One
 * program for Linux, Windows and macOS; each builds its own kind.
 *
 * <p>Arguments: the folder that {@code mvn package} made, this folder, the folder to write to, the
 * version, and {@code app-image}, {@code package} or both with a comma.
 */
final class BuildInstaller {
  private static final String MODULES =
      String.join(
          ",",
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "jdk.management",
          "java.naming",
          "java.net.http",
          "java.prefs",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.unsupported",
          "jdk.zipfs",
          "javafx.controls");

  private final Path built;
  private final Path installer;
  private final Path target;
  private final String version;

  /**
   * When the image's files were made, to the second. A recorded start holds for files of the very
   * time that it knows, and a package would give its copies another one.
   */
  private final Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);

  private BuildInstaller(Path built, Path installer, Path target, String version) {
    this.built = built;
    this.installer = installer;
    this.target = target;
    this.version = version;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BuildInstaller build =
        new BuildInstaller(
            Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
    build.image();
    if (List.of(arguments[4].split(",")).contains("package")) {
      build.installPackage();
    }
  }

  private void image() throws IOException, InterruptedException {
    Path input = stage();
    delete(target.resolve("Deltaworks"));
    delete(target.resolve("Deltaworks.app"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                "Deltaworks",
                "--app-version",
                version,
                "--vendor",
                "Deltaworks",
                "--description",
                "Fine-tune language models with LoRA, without programming",
                "--copyright",
                "Copyright 2026 the Deltaworks authors, Apache-2.0",
                "--dest",
                target.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "deltaworks.jar",
                "--main-class",
                "org.deltaworks.Main",
                "--module-path",
                modules().toString(),
                "--add-modules",
                MODULES,
                "--jlink-options",
                "--strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6"));
    for (String option :
        List.of(
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Ddeltaworks.assets=$APPDIR/assets")) {
      arguments.addAll(List.of("--java-options", option));
    }
    icon().ifPresent(icon -> arguments.addAll(List.of("--icon", icon.toString())));
    jpackage(arguments);
    Path image =
        Files.exists(target.resolve("Deltaworks.app"))
            ? target.resolve("Deltaworks.app")
            : target.resolve("Deltaworks");
    if (system.contains("linux")) {
      date(image);
      recordStart(image);
    }
    System.out.printf("image %s, %d MB%n", image, size(image) / 1_000_000);
  }

  private void date(Path image) throws IOException {
    try (Stream<Path> paths = Files.walk(image)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(made));
      }
    }
  }

  /**
   * Records the image's start with its own runtime (decision 052). Only on Linux: on macOS a
   * changed image would have to be signed anew, and on Windows it has not been tried.
   */
  private void recordStart(Path image) throws IOException, InterruptedException {
    Path settings = image.resolve("lib").resolve("app").resolve("Deltaworks.cfg");
    Path start = image.resolve("lib").resolve("app").resolve("start");
    String plain = Files.readString(settings);
    Files.writeString(
        settings,
        plain
            + "java-options=-XX:AOTCacheOutput=$APPDIR/start/program.aot\n"
            + "java-options=-Ddeltaworks.start=$APPDIR/start\n"
            + "java-options=-Ddeltaworks.start.record=true\n");
    Process recording =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                installer.resolve("launcher").resolve("RecordStart.java").toString(),
                image.resolve("bin").resolve("Deltaworks").toString(),
                start.toString())
            .inheritIO()
            .start();
    int status = recording.waitFor();
    boolean recorded = status == 0 && Files.exists(start.resolve("program.aot"));
    Files.writeString(
        settings,
        recorded
            ? plain
                + "java-options=-XX:AOTCache=$APPDIR/start/program.aot\n"
                + "java-options=-Xlog:disable\n"
                + "java-options=-Ddeltaworks.start=$APPDIR/start\n"
            : plain);
  }

  private void installPackage() throws IOException, InterruptedException {
    Path image =
        system.contains("mac") ? target.resolve("Deltaworks.app") : target.resolve("Deltaworks");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--name",
                "Deltaworks",
                "--app-version",
                version,
                "--vendor",
                "Deltaworks",
                "--dest",
                target.toString(),
                "--app-image",
                image.toString(),
                "--license-file",
                installer
                    .resolve("../src/main/resources/META-INF/LICENSE")
                    .normalize()
                    .toString()));
    if (system.contains("linux")) {
      arguments.addAll(
          List.of(
              "--type",
              "deb",
              "--linux-package-name",
              "deltaworks",
              "--linux-deb-maintainer",
              "deltaworks@localhost",
              "--linux-menu-group",
              "Education;Science",
              "--linux-shortcut",
              "--linux-package-deps",
              "libgtk-3-0, libgl1, libxxf86vm1"));
    } else if (system.contains("mac")) {
      arguments.addAll(List.of("--type", "dmg"));
    } else {
      arguments.addAll(
          List.of(
              "--type",
              "msi",
              "--win-menu",
              "--win-shortcut",
              "--win-dir-chooser",
              "--win-per-user-install"));
    }
    jpackage(arguments);
    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        System.out.printf("package %s, %d MB%n", file, Files.size(file) / 1_000_000);
      }
    }
  }

  /** Gathers what lies beside the program: libraries, assets, licences. */
  private Path stage() throws IOException {
    Path input = target.resolve("input");
    delete(input);
    copy(built.resolve("lib"), input);
    if (Files.isDirectory(built.resolve("assets"))) {
      copy(built.resolve("assets"), input.resolve("assets"));
    }
    Path notices = installer.resolve("../src/main/resources/META-INF").normalize();
    Path licences = Files.createDirectories(input.resolve("licences"));
    for (String name : List.of("LICENSE", "NOTICE", "third-party.json", "sbom.cdx.json")) {
      Files.copy(
          notices.resolve(name), licences.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return input;
  }

  /** The JavaFX modules of this system; their empty twins without a classifier would hide them. */
  private Path modules() throws IOException {
    Path modules = target.resolve("modules");
    delete(modules);
    Files.createDirectories(modules);
    try (Stream<Path> jars = Files.list(built.resolve("fx"))) {
      for (Path jar : jars.filter(BuildInstaller::holdsModule).toList()) {
        Files.copy(jar, modules.resolve(jar.getFileName()));
      }
    }
    return modules;
  }

  private static boolean holdsModule(Path jar) {
    return jar.getFileName().toString().matches(".*-(linux|win|mac)(-[a-z0-9_]+)?\\.jar");
  }

  private java.util.Optional<Path> icon() {
    String name =
        system.contains("mac")
            ? "deltaworks.icns"
            : system.contains("win") ? "deltaworks.ico" : "deltaworks.png";
    Path icon = installer.resolve("icons").resolve(name);
    return Files.exists(icon) ? java.util.Optional.of(icon) : java.util.Optional.empty();
  }

  /** A process of its own, because the package's date is told by its environment. */
  private void jpackage(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    command.addAll(arguments);
    ProcessBuilder tool = new ProcessBuilder(command).inheritIO();
    tool.environment().put("SOURCE_DATE_EPOCH", Long.toString(made.getEpochSecond()));
    int status = tool.start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("jpackage ended with " + status);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
    }
  }
}
