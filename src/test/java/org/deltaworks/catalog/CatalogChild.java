package org.deltaworks.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deltaworks.domain.adapters.AdapterPublisher;
import org.deltaworks.domain.training.Run;
import org.deltaworks.domain.training.RunState;
import org.deltaworks.platform.AtomicFiles;
import org.deltaworks.platform.Folders;
import org.deltaworks.platform.ProcessIdentity;

/** A second process that has the catalog open, for tests that kill it or race with it. */
final class CatalogChild implements AutoCloseable {
  private final Process process;
  private final BufferedReader says;

  private CatalogChild(Process process) {
    this.process = process;
    this.says =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one; its first line says that the catalog is open. */
  static CatalogChild start(Folders folders, String act, Object... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CatalogChild.class.getName(),
                folders.home().toString(),
                folders.cache().toString(),
                act));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new CatalogChild(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Its next line; blocks until there is one. */
  String line() throws IOException {
    String line = says.readLine();
    if (line == null) {
      throw new IOException("the child ended without a word");
    }
    return line;
  }

  /** Lets it go on from where it waits. */
  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Kills it as {@code kill -9} does, and returns what it still said. */
  List<String> kill() throws IOException, InterruptedException {
    // Not process.destroyForcibly(): that would close the stream with what it still said.
    process.toHandle().destroyForcibly();
    process.waitFor();
    return says.readAllLines();
  }

  /** Waits for its end, and returns what it said. */
  List<String> await() throws IOException, InterruptedException {
    List<String> lines = says.readAllLines();
    process.waitFor();
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws Exception {
    Folders folders = new Folders(Path.of(arguments[0]), Path.of(arguments[1]));
    try (Catalog catalog = Catalog.open(folders)) {
      say("open");
      switch (arguments[2]) {
        case "append" ->
            append(catalog, Long.parseLong(arguments[3]), Integer.parseInt(arguments[4]));
        case "take" -> take(catalog, Integer.parseInt(arguments[3]));
        case "claim" -> claim(catalog, Long.parseLong(arguments[3]));
        case "publish" -> publish(catalog, folders, arguments[3]);
        default -> throw new IllegalArgumentException(arguments[2]);
      }
    }
  }

  private static void append(Catalog catalog, long run, int steps) throws IOException {
    waitForGo();
    for (int step = 1; step <= steps; step++) {
      catalog.runs().append(run, CatalogFixture.step(step, 1.0 / step));
      say(Integer.toString(step));
    }
  }

  /** Takes what waits as often as told, and says which runs it got. */
  private static void take(Catalog catalog, int times) throws IOException {
    waitForGo();
    ProcessIdentity own = ProcessIdentity.own();
    Run.Owner self = new Run.Owner(own.processId(), own.startedMillis());
    for (int i = 0; i < times; i++) {
      catalog
          .runs()
          .queue()
          .take(self, Instant.now())
          .ifPresent(
              run -> {
                say(run.name());
                catalog.runs().claim(run.id(), self);
                catalog.runs().move(run.id(), RunState.STOPPED);
              });
    }
  }

  private static void claim(Catalog catalog, long run) throws IOException {
    waitForGo();
    ProcessIdentity own = ProcessIdentity.own();
    say(
        Boolean.toString(
            catalog.runs().claim(run, new Run.Owner(own.processId(), own.startedMillis()))));
  }

  private static void publish(Catalog catalog, Folders folders, String where) throws IOException {
    CatalogPublisher publisher = (CatalogPublisher) catalog.publisher();
    if (where.equals("while-writing")) {
      publisher.publish(
          CatalogFixture.adapter("killed", Path.of("")),
          part -> {
            Files.writeString(part.resolve(AdapterPublisher.CONFIGURATION), "{}");
            say("half");
            waitForGo();
          });
    } else {
      CatalogPublisher.Reserved reserved =
          publisher.reserve(CatalogFixture.adapter("killed", Path.of("")));
      AtomicFiles.createFolder(
          reserved.folder(),
          part -> Files.writeString(part.resolve(AdapterPublisher.WEIGHTS), "12345"));
      say("renamed in " + folders.adapters().relativize(reserved.folder()));
      waitForGo();
    }
  }

  private static void waitForGo() {
    try {
      if (System.in.read() < 0) {
        throw new IllegalStateException("the parent is gone");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
