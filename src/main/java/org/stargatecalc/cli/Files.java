package org.stargatecalc.cli;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.draws.FilePieces;
import org.stargatecalc.result.ResultReader;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.JsonTree;
import org.stargatecalc.tree.Location;

/** Reads the files that a command line names; {@code -} is standard input, read once. */
final class Files implements FileSource, FilePieces {
  /** One byte more than a scenario may have, so that a larger one is seen to be too large. */
  private static final int MOST_BYTES = (16 << 20) + 1;

  /** A saved result may be larger than any scenario: what is written can be read. */
  private static final int MOST_RESULT_BYTES = JsonTree.MOST_BYTES;

  /** What a table of others may have. */
  private static final int MOST_TABLE_BYTES = 256 << 20;

  private final Session session;
  private final Revisions revisions = new Revisions();
  private final Set<String> read = new HashSet<>();
  private final Set<String> namedInFiles = new HashSet<>();
  private byte @Nullable [] standardInput;

  Files(Session session) {
    this.session = session;
  }

  /** Returns the revisions that files were read of. */
  Revisions revisions() {
    return revisions;
  }

  /** Returns whether a file was read, be it by another name. */
  boolean wasRead(String name) {
    for (String known : read) {
      if (SameFile.areOne(name, known)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public byte[] read(String name) throws IOException {
    return read(name, MOST_BYTES);
  }

  /**
   * Reads a table, which may be larger than a scenario.
   *
   * @throws IOException if it cannot be read or is too large
   */
  byte[] readTable(String name) throws IOException {
    byte[] bytes = read(name, MOST_TABLE_BYTES + 1);
    if (bytes.length > MOST_TABLE_BYTES) {
      throw new IOException("it is larger than " + (MOST_TABLE_BYTES >> 20) + " MB");
    }
    return bytes;
  }

  private byte[] read(String name, int most) throws IOException {
    read.add(name);
    if (name.equals("-")) {
      if (standardInput == null) {
        // The buffer hides the descriptor, which on a pipe cannot tell how long it is.
        standardInput = taken(new BufferedInputStream(session.in()), most);
      }
      return standardInput;
    }
    if (GitReference.isOne(name)) {
      GitReference file = GitReference.parse(name);
      byte[] head = file.read(most, revisions);
      return isBeginOfResult(head, most) ? file.read(MOST_RESULT_BYTES, revisions) : head;
    }
    File file = new File(name);
    if (file.isFile()) {
      // The older classes start faster; what they cannot read, the newer ones say in words.
      try (InputStream in = new FileInputStream(file)) {
        return taken(in, most);
      } catch (FileNotFoundException unreadable) {
        // said below
      }
    }
    return ofPath(
        name,
        path -> {
          if (java.nio.file.Files.exists(path)
              && !java.nio.file.Files.isRegularFile(path)
              && !isDescriptor(path)) {
            throw new IOException("it is not a plain file; - reads standard input");
          }
          try (InputStream in = java.nio.file.Files.newInputStream(path)) {
            return taken(in, most);
          }
        });
  }

  /** Returns the first bytes of a stream, and the others too if it is a saved result. */
  private static byte[] taken(InputStream in, int most) throws IOException {
    byte[] head = in.readNBytes(most);
    if (!isBeginOfResult(head, most)) {
      return head;
    }
    byte[] tail = in.readNBytes(MOST_RESULT_BYTES - head.length);
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }

  private static boolean isBeginOfResult(byte[] head, int most) {
    return head.length == most && ResultReader.isResult(head);
  }

  @Override
  public byte[] readNamedInFile(String name) throws IOException {
    namedInFiles.add(name);
    read.add(name);
    if (GitReference.isOne(name)) {
      return GitReference.parse(name).read(MOST_BYTES, revisions);
    }
    return ofPlainFile(name, file -> Channels.newInputStream(file).readNBytes(MOST_BYTES));
  }

  @Override
  public long size(String name) throws IOException {
    read.add(name);
    return ofPlainFile(name, SeekableByteChannel::size);
  }

  @Override
  public byte[] read(String name, long offset, int length) throws IOException {
    return ofPlainFile(
        name,
        channel -> {
          long left = Math.max(0, channel.size() - offset);
          ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, left));
          channel.position(offset);
          while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // a channel may give less than it is asked for
          }
          return Arrays.copyOf(bytes.array(), bytes.position());
        });
  }

  /** Reads something from somewhere. */
  private interface Reading<S, T> {
    T from(S source) throws IOException;
  }

  /** Reads something from a file in which one can go to and fro. */
  private static <T> T ofPlainFile(String name, Reading<SeekableByteChannel, T> reading)
      throws IOException {
    return ofPath(
        name,
        path -> {
          if (java.nio.file.Files.exists(path) && !java.nio.file.Files.isRegularFile(path)) {
            throw new IOException("it is not a plain file");
          }
          try (SeekableByteChannel channel = java.nio.file.Files.newByteChannel(path)) {
            return reading.from(channel);
          }
        });
  }

  /** Reads something from a path; what fails is said in the user's words. */
  private static <T> T ofPath(String name, Reading<Path, T> reading) throws IOException {
    try {
      Path path = Paths.get(name);
      if (java.nio.file.Files.isDirectory(path)) {
        throw new IOException("it is a directory");
      }
      return reading.from(path);
    } catch (NoSuchFileException e) {
      throw new IOException("no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    } catch (FileSystemException e) {
      String reason = Objects.requireNonNullElse(e.getReason(), "it cannot be opened");
      throw new IOException(reason.contains("symbolic links") ? "a loop of links" : reason, e);
    } catch (InvalidPathException e) {
      throw new IOException(PlatformText.invalidName(name), e);
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
    if (GitReference.isOne(from)) {
      return GitReference.sibling(from, relative);
    }
    try {
      Path folder = Paths.get(from).getParent();
      Path target = folder == null ? Paths.get(relative) : folder.resolve(relative);
      String name = Links.slashed(target.normalize());
      // What is a file here would have another meaning on the command line.
      boolean isWord = name.equals("-") || GitReference.isOne(name);
      return name.isEmpty() ? "." : isWord ? "./" + name : name;
    } catch (InvalidPathException notAName) {
      // reading it says what is wrong with it
      return relative;
    }
  }

  /** Returns a line of a file that the user named, for showing it beneath a problem. */
  Optional<String> line(Location location) {
    boolean ofOthers = namedInFiles.contains(location.file());
    if (location.line() == 0 || location.file().startsWith("--") || ofOthers) {
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
