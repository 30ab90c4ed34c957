package org.deltaworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFolderTest {
  @ParameterizedTest
  @ValueSource(strings = {"nfs", "nfs4", "cifs", "smbfs", "fuse.sshfs", "9p", "SMB3"})
  void whatLiesOnAnotherMachineIsKnownByItsType(String type) {
    assertThat(NetworkFolder.overNetwork(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "btrfs", "xfs", "apfs", "NTFS", "tmpfs", "overlay", "fuseblk"})
  void whatLiesHereIsNot(String type) {
    assertThat(NetworkFolder.overNetwork(type)).isFalse();
  }

  @Test
  void aFolderThatIsNotThereYetIsJudgedByTheOneAboveIt(@TempDir Path here) {
    assertThat(NetworkFolder.typeOf(here.resolve("home/of/mine")))
        .isEqualTo(NetworkFolder.typeOf(here));
  }
}
