package org.deltaworks.service.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the program is made of, and where it keeps its logs. Any thread but the window's. */
public final class AboutService {
  private static final String LISTED = "/META-INF/third-party.json";
  private static final String LICENSE = "/META-INF/LICENSE";

  private final Path logs;

  /** Knows the folder of the logs. */
  public AboutService(Path logs) {
    this.logs = logs;
  }

  /**
   * Something by others that ships with Deltaworks.
   *
   * @param name what it is called
   * @param version which one
   * @param license its licence
   * @param url where it comes from
   */
  public record ThirdParty(String name, String version, String license, String url) {}

  /**
   * A part and its version.
   *
   * @param name for people
   * @param version as it calls itself
   */
  public record Version(String name, String version) {}

  /** Everything by others, in the order of the list that ships with the program. */
  public List<ThirdParty> thirdParties() {
    try (InputStream in = resource(LISTED)) {
      List<Map<String, String>> entries =
          JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
      return entries.stream()
          .map(
              e ->
                  new ThirdParty(
                      e.getOrDefault("name", ""),
                      e.getOrDefault("version", ""),
                      e.getOrDefault("license", ""),
                      e.getOrDefault("url", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of third parties cannot be read", e);
    }
  }

  /** The program's own licence. */
  public String license() {
    try (InputStream in = resource(LICENSE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the licence cannot be read", e);
    }
  }

  /** Versions of the program, of Java and of the engine's native library. */
  public List<Version> versions() {
    String own = AboutService.class.getPackage().getImplementationVersion();
    String engine =
        thirdParties().stream()
            .filter(t -> t.name().contains("libtorch"))
            .map(ThirdParty::version)
            .findFirst()
            .orElse("not listed");
    return List.of(
        new Version("Deltaworks", own == null ? "development build" : own),
        new Version("Java", System.getProperty("java.runtime.version", "")),
        new Version("Engine (libtorch, processor)", engine),
        new Version(
            "System",
            "%s %s, %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch"))));
  }

  /** Folder of the logs. */
  public Path logs() {
    return logs;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(AboutService.class.getResourceAsStream(name), name);
  }
}
