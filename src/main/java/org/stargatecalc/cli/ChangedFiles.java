package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a working tree that a revision has otherwise, under another name, or not at all; and
 * those that it alone has.
 */
final class ChangedFiles {
  /** Bytes of a list of files: some hundred thousand names. */
  private static final int MOST_BYTES = 64 << 20;

  private final Path top;
  private final Set<Path> touched = new LinkedHashSet<>();
  private final Map<Path, Path> renamed = new LinkedHashMap<>();

  /** Files of the revision that are not as they were there. */
  private final Set<Path> former = new LinkedHashSet<>();

  private ChangedFiles(Path top) {
    this.top = top;
  }

  /**
   * Asks git what has changed in the repository that a file or folder lies in.
   *
   * @throws IOException if there is no such revision, or no working tree
   */
  static ChangedFiles since(String revision, Path where) throws IOException {
    Path folder = GitReference.nearestFolder(where.resolve("."));
    Git.Finished up =
        Git.PROGRAM.run(folder, 1 << 16, "rev-parse", "--is-inside-work-tree", "--show-cdup");
    if (up.status() != 0 || !up.text().startsWith("true")) {
      throw new IOException(
          up.status() == 0
              ? "it is in no working tree of git"
              : "no git repository here: " + up.firstError());
    }
    Path top = folder.toAbsolutePath().resolve(up.text().lines().skip(1).findFirst().orElse(""));
    ChangedFiles changed = new ChangedFiles(top.normalize());
    changed.readTracked(GitReference.commit(folder, revision));
    changed.readUntracked();
    return changed;
  }

  private void readTracked(String commit) throws IOException {
    String[] words =
        answer(
            "diff",
            "--name-status",
            "-z",
            "--find-renames=90%",
            "--no-relative",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules",
            commit,
            "--");
    int at = 0;
    while (at + 1 < words.length) {
      char status = words[at].charAt(0);
      Optional<Path> path = path(words[at + 1]);
      boolean isRenamed = status == 'R' || status == 'C';
      if (isRenamed && at + 2 < words.length) {
        Optional<Path> now = path(words[at + 2]);
        if (path.isPresent() && now.isPresent()) {
          renamed.put(now.get(), path.get());
          touched.add(now.get());
        }
      }
      path.ifPresent(touched::add);
      if (status != 'A') {
        path.ifPresent(former::add);
      }
      at += isRenamed ? 3 : 2;
    }
  }

  private void readUntracked() throws IOException {
    for (String name : answer("ls-files", "--others", "--exclude-standard", "-z")) {
      path(name).ifPresent(touched::add);
    }
  }

  /** Names are divided by NUL, so that none of their characters has a meaning. */
  private String[] answer(String... arguments) throws IOException {
    Git.Finished git = Git.PROGRAM.run(top, MOST_BYTES, arguments);
    if (git.status() != 0) {
      throw new IOException(git.firstError());
    }
    return git.text().isEmpty() ? new String[0] : git.text().split("\0");
  }

  /** Returns a path from what git calls it; none for a name that this system cannot have. */
  private Optional<Path> path(String name) {
    try {
      return Optional.of(top.resolve(Paths.get(name)).normalize());
    } catch (InvalidPathException unnameable) {
      return Optional.empty();
    }
  }

  boolean isEmpty() {
    return touched.isEmpty();
  }

  /** Returns whether a file is not as the revision has it. */
  boolean has(Path file) {
    return touched.contains(file.toAbsolutePath().normalize());
  }

  /** Returns where the revision has a file. */
  Path before(Path file) {
    Path path = file.toAbsolutePath().normalize();
    return renamed.getOrDefault(path, path);
  }

  /**
   * Returns the files, absolute, that may have been scenarios of the revision and are none now:
   * what was deleted, what was moved, and what is there but holds something else.
   *
   * @param scenarios what is a scenario now
   */
  Set<Path> gone(Set<Path> scenarios) {
    Set<Path> gone = new LinkedHashSet<>(former);
    gone.removeAll(scenarios);
    for (Map.Entry<Path, Path> move : renamed.entrySet()) {
      if (scenarios.contains(move.getKey())) {
        gone.remove(move.getValue());
      }
    }
    return gone;
  }
}
