package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopNoticeTest {
  private static final String NASTY = "--help $(touch x); `id` \"a\" 'b' \\n <b>bold</b> & é\n%s";

  @TempDir private Path bin;

  @Test
  void everySystemIsAskedInItsOwnWay() {
    assertThat(DesktopNotice.programs("Linux", "Done", "a"))
        .extracting(program -> program.command().getFirst())
        .containsExactly("notify-send", "gdbus");
    DesktopNotice.Program mac = DesktopNotice.programs("Mac OS X", "Done", NASTY).getFirst();
    assertThat(mac.command().getFirst()).isEqualTo("osascript");
    assertThat(mac.command().getLast()).as("an argument, no script").startsWith("--help $(touch");
    assertThat(mac.command().subList(0, 7)).noneMatch(argument -> argument.contains("touch"));
    DesktopNotice.Program windows = DesktopNotice.programs("Windows 11", "Done", NASTY).getFirst();
    assertThat(windows.environment()).containsEntry("DELTAWORKS_TITLE", "Done");
    assertThat(script(windows)).contains("$env:DELTAWORKS_TEXT").doesNotContain("touch");
    assertThat(DesktopNotice.programs("Plan 9", "Done", "a")).isEmpty();
  }

  @Test
  void aTextIsOneLineAndNotEndless() {
    List<String> command =
        DesktopNotice.programs("Mac OS X", "Done", "x\u0000\n".repeat(1000)).getFirst().command();
    assertThat(command.getLast()).hasSizeLessThanOrEqualTo(300).endsWith("…").doesNotContain("\n");
  }

  @Test
  void theProgramOnThePathGetsWhatItIsHandedAndNothingReadsIt() throws Exception {
    program("notify-send", 0);
    program("gdbus", 0);
    show("Training finished", NASTY);
    assertThat(handed("notify-send"))
        .containsExactly(
            "--app-name=Deltaworks",
            "--",
            "Training finished",
            "--help $(touch x); `id` \"a\" 'b' \\\\n &lt;b&gt;bold&lt;/b&gt; &amp; é %s");
    assertThat(bin.resolve("gdbus.txt")).as("one notice is enough").doesNotExist();
    assertThat(bin.resolve("x")).doesNotExist();
  }

  @Test
  void whereTheFirstIsMissingOrRefusedTheSecondIsAsked() throws Exception {
    program("gdbus", 0);
    show("Training failed", NASTY);
    assertThat(handed("gdbus"))
        .startsWith("call", "--session", "--dest=org.freedesktop.Notifications")
        .contains(
            "'Training failed'",
            "'--help $(touch x); `id` \"a\" \\'b\\' \\\\n &lt;b&gt;bold&lt;/b&gt; &amp; é %s'");
    Files.delete(bin.resolve("gdbus.txt"));
    program("notify-send", 1);
    show("Training failed", "again");
    assertThat(handed("gdbus")).contains("'again'");
  }

  @Test
  void whereNothingIsThereNothingHappens() throws Exception {
    assertThat(show("Training finished", "a")).isEmpty();
    program("notify-send", 1);
    program("gdbus", 1);
    assertThat(show("Training finished", "a")).isEmpty();
  }

  /** In a process that finds only what the test laid there. */
  private String show(String title, String text) throws Exception {
    Assumptions.assumeTrue(System.getProperty("os.name").startsWith("Linux"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DesktopNoticeMain.class.getName(),
                title,
                text)
            .directory(bin.toFile())
            .redirectErrorStream(true);
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /** A program that writes down its arguments, one a line. */
  private void program(String name, int exit) throws IOException {
    Path file =
        Files.writeString(
            bin.resolve(name),
            "#!/bin/sh\nprintf '%%s\\n' \"$@\" > \"$0.txt\"\nexit %d\n".formatted(exit));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private List<String> handed(String name) throws IOException {
    return Files.readAllLines(bin.resolve(name + ".txt"));
  }

  private static String script(DesktopNotice.Program program) {
    return new String(
        Base64.getDecoder().decode(program.command().getLast()), StandardCharsets.UTF_16LE);
  }
}
