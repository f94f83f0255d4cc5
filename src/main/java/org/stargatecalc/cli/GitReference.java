package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file as it is in a revision of a git repository: {@code git:REVISION:path}.
 *
 * <p>The path is relative to the current directory like that of any file; where the revision has no
 * such file it is tried from the top of the repository, as git itself does. The git program is
 * started directly, never through a shell, and reads only what is in the repository already.
 *
 * @param revision anything that git takes for a commit
 * @param path of the file
 */
record GitReference(String revision, String path) {
  private static final String PREFIX = "git:";

  /** A file that a revision does not have, though the revision is there. */
  static final class NotInRevisionException extends NoSuchFileException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    NotInRevisionException(String file, String reason) {
      super(file);
      this.reason = reason;
    }

    @Override
    public String getMessage() {
      return reason;
    }
  }

  /** Returns whether a name is such a reference. */
  static boolean isOne(String name) {
    return name.startsWith(PREFIX);
  }

  /** Returns the parts of a reference. */
  static GitReference parse(String name) throws IOException {
    int colon = name.indexOf(':', PREFIX.length());
    if (colon <= PREFIX.length() || colon == name.length() - 1) {
      throw new IOException("expected git:REVISION:path, such as git:main:scenarios/base.yaml");
    }
    return new GitReference(name.substring(PREFIX.length(), colon), name.substring(colon + 1));
  }

  /** Returns the name of a file that one in a revision names relative to itself. */
  static String sibling(String from, String relative) {
    int colon = from.indexOf(':', PREFIX.length());
    Path folder = Paths.get(from.substring(colon + 1)).getParent();
    Path target = folder == null ? Paths.get(relative) : folder.resolve(relative);
    return from.substring(0, colon + 1) + Links.slashed(target.normalize());
  }

  /**
   * Returns the file's bytes, at most so many.
   *
   * @param revisions that have been asked for
   * @throws NotInRevisionException if the revision has no such file
   * @throws IOException if the revision is not there or git cannot be run
   */
  byte[] read(int most, Revisions revisions) throws IOException {
    Path file;
    try {
      file = Paths.get(path).normalize();
    } catch (InvalidPathException e) {
      throw new IOException(PlatformText.invalidName(path), e);
    }
    Revision in = revisions.of(nearestFolder(file), revision);
    String inside = inside(in.top(), file);
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(inside);
    if (!file.isAbsolute()) {
      candidates.add(Links.slashed(file));
    }
    for (String candidate : candidates) {
      Optional<byte[]> found = in.read(candidate, most);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new NotInRevisionException(path, "no file " + inside + " in the revision " + revision);
  }

  /**
   * Returns the path of a file from the top of its repository: as it is named, so that a revision's
   * own links are followed, unless its name leads into the repository by a link.
   */
  static String inside(Path top, Path file) throws IOException {
    Path named = file.toAbsolutePath().normalize();
    Path inside = nearestFolder(named).toRealPath();
    inside = top.relativize(inside.resolve(nearestFolder(named).relativize(named)));
    for (Path at = named.getParent(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at) && at.toRealPath().equals(top)) {
        inside = at.relativize(named);
      }
    }
    return Links.slashed(inside);
  }

  /** The folder of a file, or the nearest one above that still exists. */
  static Path nearestFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder).orElse(Paths.get("").toAbsolutePath());
  }
}
