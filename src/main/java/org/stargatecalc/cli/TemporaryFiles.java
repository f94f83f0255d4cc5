package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that must not outlive the run. */
final class TemporaryFiles {
  /** Files that exist now and are to vanish with the process. */
  private static final List<Path> PENDING = new ArrayList<>();

  /** Files of earlier processes of the same number that may lie in the way. */
  private static final int MOST_LEFT = 10_000;

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
      Path file = createNew(folder);
      PENDING.add(file);
      return file;
    }
  }

  /** Unlike the library's, it has the permissions that the umask leaves. */
  private static Path createNew(Path folder) throws IOException {
    long process = ProcessHandle.current().pid();
    for (int i = PENDING.size(); ; i++) {
      Path file = folder.resolve(".stargate-calc-" + process + "-" + i + ".part");
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException left) {
        if (i > MOST_LEFT) {
          throw left;
        }
      }
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
}
