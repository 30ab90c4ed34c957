package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsPowershellTest {
  private static final String INSIDE = "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";

  @Test
  void itIsTheSystemsOwnWhereverThatLies() {
    assertThat(file("D:\\WinNT")).isEqualTo("D:\\WinNT" + INSIDE);
    assertThat(file("D:\\WinNT\\")).isEqualTo("D:\\WinNT" + INSIDE);
  }

  @Test
  void aFolderThatIsNoWholePathIsNotTrusted() {
    assertThat(WindowsPowershell.file(Map.of())).isEqualTo("C:\\Windows" + INSIDE);
    assertThat(file("")).isEqualTo("C:\\Windows" + INSIDE);
    assertThat(file("Windows")).isEqualTo("C:\\Windows" + INSIDE);
    assertThat(file("\\\\stranger\\share")).isEqualTo("C:\\Windows" + INSIDE);
  }

  @Test
  void bothThatNeedItAskForItByItsWholePath() {
    assertThat(DesktopNotice.programs("Windows 11", "Done", "a").getFirst().command().getFirst())
        .endsWith(INSIDE);
    assertThat(Wakefulness.command("Windows 11", 1).orElseThrow().getFirst()).endsWith(INSIDE);
  }

  private static String file(String root) {
    return WindowsPowershell.file(Map.of("SystemRoot", root));
  }
}
