package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  private static final Path USER = Path.of("/home/ada");

  @Test
  void theCommandLineWinsThenTheVariableThenThePlatform() {
    PlatformCustom custom = linux(Map.of("DELTAWORKS_HOME", "/srv/dw"));
    assertThat(Folders.find(Optional.of(Path.of("/asked")), custom).home())
        .isEqualTo(Path.of("/asked"));
    assertThat(Folders.find(Optional.empty(), custom).home()).isEqualTo(Path.of("/srv/dw"));
    assertThat(Folders.find(Optional.empty(), linux(Map.of("DELTAWORKS_HOME", " "))).home())
        .isEqualTo(Path.of("/home/ada/.local/share/deltaworks"));
  }

  @Test
  void everyPlatformHasItsCustom() {
    assertThat(linux(Map.of("XDG_DATA_HOME", "/data", "XDG_CACHE_HOME", "relative")))
        .returns(Path.of("/data/deltaworks"), PlatformCustom::dataFolder)
        .returns(Path.of("/home/ada/.cache/deltaworks"), PlatformCustom::cacheFolder);
    assertThat(new PlatformCustom("Mac OS X", USER, Map.of()))
        .returns(
            Path.of("/home/ada/Library/Application Support/Deltaworks"), PlatformCustom::dataFolder)
        .returns(Path.of("/home/ada/Library/Caches/Deltaworks"), PlatformCustom::cacheFolder);
    assertThat(new PlatformCustom("Windows 11", USER, Map.of("LOCALAPPDATA", "/local")))
        .returns(Path.of("/local/Deltaworks/home"), PlatformCustom::dataFolder)
        .returns(Path.of("/local/Deltaworks/cache"), PlatformCustom::cacheFolder);
  }

  @Test
  void preparingMakesEveryFolder(@TempDir Path folder) {
    Folders folders = new Folders(folder.resolve("home"), folder.resolve("cache")).prepare();
    assertThat(folders.models()).isDirectory();
    assertThat(folders.adapters()).isDirectory();
    assertThat(folders.runs()).isDirectory();
    assertThat(folders.logs()).isDirectory();
    assertThat(folders.catalog()).doesNotExist();
  }

  @Test
  void assetsAreFoundFromClassesFromTheBuiltLauncherAndFromAnInstalledCopy(@TempDir Path folder)
      throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Path own = Files.createDirectories(project.resolve("assets"));
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    Path lib = Files.createDirectories(project.resolve("target/deltaworks/lib"));
    assertThat(InstalledFiles.assetsAbove(classes)).contains(own);
    assertThat(InstalledFiles.assetsAbove(lib)).contains(own);
    Path app = Files.createDirectories(folder.resolve("opt/deltaworks/lib/app"));
    Path shipped = Files.createDirectories(app.resolve("assets"));
    assertThat(InstalledFiles.assetsAbove(app)).contains(shipped);
  }

  private static PlatformCustom linux(Map<String, String> environment) {
    return new PlatformCustom("Linux", USER, environment);
  }
}
