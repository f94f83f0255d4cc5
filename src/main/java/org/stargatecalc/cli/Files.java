package org.stargatecalc.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.document.FileSource;
import org.stargatecalc.document.Location;

/** Reads the files that a command line names; {@code -} is standard input, read once. */
final class Files implements FileSource {
  /** One byte more than a scenario may have, so that a larger one is seen to be too large. */
  private static final int MOST_BYTES = (16 << 20) + 1;

  private final Session session;
  private byte @Nullable [] standardInput;

  Files(Session session) {
    this.session = session;
  }

  @Override
  public byte[] read(String name) throws IOException {
    if (name.equals("-")) {
      if (standardInput == null) {
        // The buffer hides the descriptor, which on a pipe cannot tell how long it is.
        standardInput = new BufferedInputStream(session.in()).readNBytes(MOST_BYTES);
      }
      return standardInput;
    }
    if (GitReference.isOne(name)) {
      return GitReference.parse(name).read(MOST_BYTES);
    }
    try {
      Path path = Paths.get(name);
      if (java.nio.file.Files.isDirectory(path)) {
        throw new IOException("it is a directory");
      }
      if (java.nio.file.Files.exists(path)
          && !java.nio.file.Files.isRegularFile(path)
          && !isDescriptor(path)) {
        throw new IOException("it is not a plain file; - reads standard input");
      }
      try (java.io.InputStream in = java.nio.file.Files.newInputStream(path)) {
        return in.readNBytes(MOST_BYTES);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    } catch (FileSystemLoopException e) {
      throw new IOException("a loop of links", e);
    } catch (InvalidPathException e) {
      throw new IOException("not a file name", e);
    }
  }

  /** A pipe without a writer would be waited for; one that a shell has opened has a writer. */
  private static boolean isDescriptor(Path path) {
    String name = path.toAbsolutePath().normalize().toString();
    return name.equals("/dev/null")
        || name.equals("/dev/stdin")
        || name.startsWith("/dev/fd/")
        || name.startsWith("/proc/self/fd/");
  }

  @Override
  public String resolve(String from, String relative) {
    if (from.equals("-")) {
      return relative;
    }
    if (GitReference.isOne(from)) {
      return GitReference.sibling(from, relative);
    }
    try {
      Path folder = Paths.get(from).getParent();
      Path target = folder == null ? Paths.get(relative) : folder.resolve(relative);
      String name = target.normalize().toString().replace('\\', '/');
      return name.isEmpty() ? "." : name;
    } catch (InvalidPathException notAName) {
      // reading it says what is wrong with it
      return relative;
    }
  }

  /** Returns a line of a file for showing it beneath a problem. */
  Optional<String> line(Location location) {
    if (location.line() == 0 || location.file().startsWith("--")) {
      return Optional.empty();
    }
    try {
      String text = new String(read(location.file()), StandardCharsets.UTF_8);
      return text.lines().skip(location.line() - 1L).findFirst();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
