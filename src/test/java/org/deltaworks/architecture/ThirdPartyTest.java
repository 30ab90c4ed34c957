package org.deltaworks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the program carries of others is what its bill of materials and its notices say. */
class ThirdPartyTest {
  /** Artifacts that the tests alone bring; they are in no shipped program. */
  private static final Pattern FOR_TESTS =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|assertj|byte-buddy|jqwik|jazzer|archunit|google-java-format|guava|failureaccess"
              + "|listenablefuture|j2objc|checker-qual|jsr305|surefire|common-|jmh-|jopt-simple|commons-math3).*");

  private static final Pattern JAR =
      Pattern.compile("(.+?)-(\\d[^/]*?)(-(?:linux|win|mac|osx)[a-z0-9_-]*)?\\.jar");

  @Test
  void everyLibraryOnTheClassPathIsInTheBillOfMaterials() throws IOException {
    Set<String> listed = listed("/META-INF/sbom.cdx.json");
    Set<String> present = present();
    assertThat(present).hasSizeGreaterThan(20);
    assertThat(listed)
        .as("write it anew with: mvn -Pnotices generate-resources")
        .containsAll(present);
    assertThat(present).as("listed, but no longer shipped").containsAll(listed);
  }

  @Test
  void everyPartHasALicenceAndTheInnerPartsOfLibtorchAreNamed() throws IOException {
    JsonNode parts = read("/META-INF/third-party.json");
    List<String> inner = new ArrayList<>();
    for (JsonNode part : parts) {
      assertThat(part.path("license").asText()).as(part.toString()).isNotBlank();
      if (part.path("inside").asText().equals("pytorch-native-cpu")) {
        inner.add(part.path("name").asText());
      }
    }
    assertThat(inner).hasSizeGreaterThan(15);
    assertThat(listedParts(parts)).containsAll(present());
  }

  private static Set<String> present() {
    Set<String> names = new TreeSet<>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : path.split(File.pathSeparator)) {
      Matcher jar = JAR.matcher(new File(entry).getName());
      if (jar.matches() && !FOR_TESTS.matcher(jar.group(1)).matches()) {
        names.add(jar.group(1) + " " + jar.group(2));
      }
    }
    return names;
  }

  private static Set<String> listed(String resource) throws IOException {
    return listedParts(read(resource).path("components"));
  }

  private static Set<String> listedParts(JsonNode parts) {
    Set<String> names = new TreeSet<>();
    for (JsonNode part : parts) {
      names.add(part.path("name").asText() + " " + part.path("version").asText());
    }
    return names;
  }

  private static JsonNode read(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ThirdPartyTest.class.getResourceAsStream(resource))) {
      return new ObjectMapper().readTree(in);
    }
  }
}
