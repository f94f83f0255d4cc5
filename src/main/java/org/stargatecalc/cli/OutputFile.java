package org.stargatecalc.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a file that appears whole or not at all: beside its place, to the disk, then moved there.
 *
 * <p>What cannot be moved to, such as a file that is mounted by itself, is written in its place
 * once all that it will hold is on the disk.
 */
final class OutputFile {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /**
   * Writes a file.
   *
   * @throws IOException if it cannot be written; {@link #reason} says why
   */
  static void write(Output.Content content, String name) throws IOException {
    Path path;
    try {
      path = Paths.get(name);
    } catch (InvalidPathException e) {
      throw new IOException("it is no file name", e);
    }
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
    }
    boolean exists = Files.exists(path);
    if (exists && !Files.isRegularFile(path)) {
      // A device or a pipe takes what is written and cannot be replaced.
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(path, StandardOpenOption.WRITE), 1 << 16)) {
        content.writeTo(out);
      }
      return;
    }
    new OutputFile(exists ? path.toRealPath() : path).replace(content, exists);
  }

  /**
   * Makes a folder where there is none yet; the one that it lies in has to be there.
   *
   * @throws IOException if it cannot be made; {@link #reason} says why
   */
  static void makeFolder(String name) throws IOException {
    try {
      if (!Files.isDirectory(Paths.get(name))) {
        Files.createDirectory(Paths.get(name));
      }
    } catch (FileAlreadyExistsException e) {
      throw new IOException("it is no folder", e);
    } catch (InvalidPathException e) {
      throw new IOException("it is no file name", e);
    }
  }

  private void replace(Output.Content content, boolean exists) throws IOException {
    if (exists) {
      refuseProtected();
    }
    Path beside = temporary(exists);
    try {
      if (exists) {
        copyPermissions(beside);
      }
      fill(beside, content);
      if (!moved(beside)) {
        writeInPlace(beside);
      }
    } finally {
      TemporaryFiles.delete(beside);
    }
  }

  /** A superuser could write what its owner has protected: that is not meant. */
  private void refuseProtected() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains)) {
      throw new IOException("it is write-protected");
    }
  }

  private Path temporary(boolean exists) throws IOException {
    Path folder = Optional.ofNullable(path.getParent()).orElse(Paths.get(""));
    try {
      return TemporaryFiles.create(folder);
    } catch (FileSystemException e) {
      if (!exists || !Files.isWritable(path)) {
        throw e;
      }
      // A file that may be written in a folder that may not.
      return TemporaryFiles.create(Paths.get(System.getProperty("java.io.tmpdir")));
    }
  }

  /** A file that is replaced keeps its permissions; a new one has those that the umask leaves. */
  private void copyPermissions(Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(path));
    }
  }

  private static void fill(Path file, Output.Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      // What is moved before it is on the disk may be empty after a crash.
      channel.force(true);
    }
  }

  /** Moves a file to its place; returns whether that can be done at all. */
  private boolean moved(Path from) throws IOException {
    if (!Objects.equals(from.getParent(), path.getParent())) {
      return false;
    }
    try {
      Files.move(from, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (AtomicMoveNotSupportedException e) {
      return false;
    } catch (FileSystemException e) {
      boolean isMounted = String.valueOf(e.getReason()).contains("busy");
      if (!isMounted) {
        throw e;
      }
      return false;
    }
  }

  private void writeInPlace(Path from) throws IOException {
    try (FileChannel whole = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel place =
            FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      long size = whole.size();
      for (long done = 0; done < size; ) {
        done += whole.transferTo(done, size - done, place);
      }
      place.truncate(size);
      place.force(true);
    }
  }

  /** Returns why something could not be written, in the user's words. */
  static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
