package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that must not outlive the run. */
final class TemporaryFiles {
  private TemporaryFiles() {}

  /** Deletes a file when the process is stopped before it was moved to its place. */
  static void deleteOnInterrupt(Path file) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(file)));
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException leftBehind) {
      // The folder has become unwritable: there is nothing more that could be done.
    }
  }

  /** Gives a new file the permissions of the one that it will replace, or the usual ones. */
  static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> permissions =
          Files.exists(from)
              ? Files.getPosixFilePermissions(from)
              : PosixFilePermissions.fromString("rw-r--r--");
      view.setPermissions(permissions);
    }
  }
}
