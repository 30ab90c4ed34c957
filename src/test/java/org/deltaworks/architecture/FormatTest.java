package org.deltaworks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One formatter, checked: google-java-format, run on the JDK of the tests because Maven's own may
 * not parse Java 25. {@code -Dtest.options=-Ddeltaworks.format=write} rewrites the files instead.
 */
class FormatTest {
  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    List<Path> files;
    try (Stream<Path> main = Files.walk(Path.of("src"));
        Stream<Path> installer = Files.walk(Path.of("installer"))) {
      files = Stream.concat(main, installer).filter(p -> p.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    List<Path> unformatted = new ArrayList<>();
    Formatter formatter = new Formatter();
    for (Path file : files) {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        if ("write".equals(System.getProperty("deltaworks.format"))) {
          Files.writeString(file, formatted);
        }
        unformatted.add(file);
      }
    }
    assertThat(unformatted)
        .as(
            "not formatted; repair with: mvn test -Dtest=FormatTest"
                + " -Dtest.options=-Ddeltaworks.format=write")
        .isEmpty();
  }
}
