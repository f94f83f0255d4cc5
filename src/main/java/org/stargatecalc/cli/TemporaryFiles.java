package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files that must not outlive the run. */
final class TemporaryFiles {
  /** Files that exist now and are to vanish with the process. */
  private static final List<Path> PENDING = new ArrayList<>();

  private static boolean stopping;

  private TemporaryFiles() {}

  /**
   * Creates a file that is deleted when the process is stopped before it was moved to its place.
   *
   * @throws IOException if it cannot be created, or the process is being stopped
   */
  static Path create(Path folder) throws IOException {
    synchronized (PENDING) {
      if (stopping) {
        throw new IOException("stopped");
      }
      if (PENDING.isEmpty()) {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFiles::stop));
      }
      // Under the lock, so that no file can appear after the last look at what is pending.
      Path file = Files.createTempFile(folder, ".stargate-calc", ".part");
      PENDING.add(file);
      return file;
    }
  }

  private static void stop() {
    synchronized (PENDING) {
      stopping = true;
      PENDING.forEach(TemporaryFiles::delete);
    }
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
