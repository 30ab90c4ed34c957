package org.deltaworks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a folder lies on another machine. SQLite's write-ahead log shares memory between the
 * processes of one machine; over a network two machines would not see each other's locks and could
 * spoil the catalog (sqlite.org/wal.html).
 */
public final class NetworkFolder {
  private static final Set<String> TYPES =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afpfs",
          "afs",
          "webdav",
          "davfs",
          "9p",
          "ceph",
          "glusterfs",
          "lustre",
          "beegfs",
          "ncpfs",
          "fuse.sshfs",
          "fuse.rclone",
          "fuse.davfs",
          "fuse.davfs2",
          "fuse.glusterfs",
          "fuse.s3fs",
          "macfuse",
          "osxfuse");

  private NetworkFolder() {}

  /** The kind of network file system that this folder lies (or will lie) on; empty for none. */
  public static Optional<String> typeOf(Path folder) {
    Path at = folder.toAbsolutePath();
    if (at.toString().startsWith("\\\\")) {
      return Optional.of("network share");
    }
    while (!Files.exists(at) && at.getParent() instanceof Path above) {
      at = above;
    }
    try {
      return Optional.of(Files.getFileStore(at).type()).filter(NetworkFolder::overNetwork);
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  /** Whether a file system of this type lies on another machine. */
  static boolean overNetwork(String type) {
    return TYPES.contains(type.toLowerCase(Locale.ROOT));
  }
}
