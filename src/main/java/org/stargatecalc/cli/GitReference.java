package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return from.substring(0, colon + 1) + target.normalize().toString().replace('\\', '/');
  }

  /**
   * Returns the file's bytes, at most so many.
   *
   * @throws NotInRevisionException if the revision has no such file
   * @throws IOException if the revision is not there or git cannot be run
   */
  byte[] read(int most) throws IOException {
    Path file;
    try {
      file = Paths.get(path).normalize();
    } catch (InvalidPathException e) {
      throw new IOException(PlatformText.invalidName(path), e);
    }
    Path folder = nearestFolder(file);
    Git.Finished where =
        Git.PROGRAM.run(folder, 1 << 16, "rev-parse", "--is-bare-repository", "--show-prefix");
    if (where.status() != 0) {
      throw new IOException("no git repository here: " + where.firstError());
    }
    List<String> lines = where.text().lines().toList();
    String prefix = lines.size() > 1 ? lines.get(1) : "";
    String commit = commit(folder, revision);
    Path start = folder.toAbsolutePath().normalize();
    String inside = start.relativize(file.toAbsolutePath().normalize()).toString();
    List<String> candidates = new ArrayList<>();
    candidates.add(Paths.get(prefix + inside).normalize().toString().replace('\\', '/'));
    if (!file.isAbsolute()) {
      candidates.add(file.toString().replace('\\', '/'));
    }
    for (String candidate : candidates) {
      Git.Finished blob =
          Git.PROGRAM.run(folder, most, "cat-file", "blob", commit + ":" + candidate);
      if (blob.status() == 0) {
        return blob.output();
      }
      Git.Finished type =
          Git.PROGRAM.run(folder, 1 << 10, "cat-file", "-t", commit + ":" + candidate);
      if (type.status() == 0 && !type.text().strip().equals("blob")) {
        throw new IOException("it is a directory");
      }
    }
    throw new NotInRevisionException(
        path, "no file " + candidates.get(0) + " in the revision " + revision);
  }

  /**
   * Returns the commit that a revision is in the repository of a folder.
   *
   * @throws IOException if there is none
   */
  static String commit(Path folder, String revision) throws IOException {
    Git.Finished found =
        Git.PROGRAM.run(
            folder,
            1 << 10,
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            revision + "^{commit}");
    if (found.status() == 0) {
      return found.text().strip();
    }
    Git.Finished shallow = Git.PROGRAM.run(folder, 1 << 10, "rev-parse", "--is-shallow-repository");
    boolean isShallow = shallow.text().strip().equals("true");
    throw new IOException(
        "no revision "
            + revision
            + " in the repository"
            + (isShallow
                ? ", which is a shallow clone: fetch it first (git fetch origin, or fetch-depth: 0"
                    + " in actions/checkout)"
                : ""));
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
