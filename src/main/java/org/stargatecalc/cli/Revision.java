package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A commit of a git repository and the files in it, by their paths from its top; links among them
 * are followed as the file system would.
 */
final class Revision {
  /** Bytes of a list of files: some hundred thousand names. */
  private static final int MOST_BYTES = 64 << 20;

  private static final String LINK = "120000";

  private final String name;
  private final Path top;
  private final String commit;
  private final boolean hasTree;
  private final Map<String, String> targets = new HashMap<>();

  /**
   * A file of a commit.
   *
   * @param isLink whether it is a symbolic link
   * @param id of its content
   */
  record Entry(boolean isLink, String id) {}

  private Revision(String name, Path top, String commit, boolean hasTree) {
    this.hasTree = hasTree;
    this.name = name;
    this.top = top;
    this.commit = commit;
  }

  /**
   * Finds a commit in the repository that a folder lies in.
   *
   * @param folder one that exists
   * @param name anything that git takes for a commit
   * @throws IOException if there is no such commit, no repository, or git cannot be run
   */
  static Revision of(Path folder, String name) throws IOException {
    Git.Finished where =
        Git.PROGRAM.run(folder, 1 << 16, "rev-parse", "--is-inside-work-tree", "--show-prefix");
    if (where.status() != 0) {
      throw new IOException("no git repository here: " + where.firstError());
    }
    Path top = folder.toRealPath();
    for (int i = 0; i < where.text().length(); i++) {
      if (where.text().charAt(i) == '/') {
        top = top.resolve("..");
      }
    }
    boolean hasTree = where.text().startsWith("true");
    return new Revision(name, top.normalize(), commit(folder, name), hasTree);
  }

  private static String commit(Path folder, String revision) throws IOException {
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

  /** Returns the folder that paths start from; that of the repository if there are no files. */
  Path top() {
    return top;
  }

  /** Returns whether the repository has files beside it, not commits alone. */
  boolean hasTree() {
    return hasTree;
  }

  /** Returns the commit's id. */
  String commit() {
    return commit;
  }

  /**
   * Returns the first bytes of a file, empty if there is none.
   *
   * @param path from the top, divided by slashes
   * @param most bytes
   * @throws IOException if it is none that can be read
   */
  Optional<byte[]> read(String path, int most) throws IOException {
    Optional<String> id = id(path);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Git.Finished blob = Git.PROGRAM.run(top, most, "cat-file", "blob", id.get());
    if (blob.status() != 0) {
      throw new IOException(blob.firstError());
    }
    return Optional.of(blob.output());
  }

  /** Returns the id of a file's content, empty if there is no such file. */
  private Optional<String> id(String path) throws IOException {
    String object = commit + ":" + path;
    if (path.indexOf('\n') >= 0) {
      // git ends the names that it is told by newlines: such a one is asked for alone, and is no
      // link
      Git.Finished named =
          Git.PROGRAM.run(top, 1 << 10, "rev-parse", "--verify", "--quiet", object);
      return named.status() == 0 ? Optional.of(named.text().strip()) : Optional.empty();
    }
    Git.Finished found =
        Git.PROGRAM.ask(
            top, 1 << 16, object + "\n", "cat-file", "--batch-check", "--follow-symlinks");
    if (found.status() != 0) {
      throw new IOException(
          "its content in the revision " + name + " is not in this clone: fetch it first");
    }
    String said = found.text();
    if (said.matches("[0-9a-f]+ blob [0-9]+\n")) {
      return Optional.of(said.substring(0, said.indexOf(' ')));
    }
    if (said.matches("[0-9a-f]+ (tree|commit) [0-9]+\n")) {
      throw new IOException("it is a directory");
    }
    if (said.startsWith("loop ")) {
      throw new IOException("in the revision " + name + " it is a loop of links");
    }
    if (said.startsWith("symlink ")) {
      String target = said.substring(said.indexOf('\n') + 1).strip();
      throw new IOException(
          "in the revision " + name + " it is a link out of the repository, to " + target);
    }
    return Optional.empty();
  }

  /**
   * Returns what git says from the top.
   *
   * @throws IOException if it fails or says too much
   */
  String git(String... arguments) throws IOException {
    Git.Finished git = Git.PROGRAM.run(top, MOST_BYTES, arguments);
    if (git.status() != 0) {
      throw new IOException(git.firstError());
    }
    if (git.output().length == MOST_BYTES) {
      throw new IOException("the repository has too many files to list");
    }
    return git.text();
  }

  /**
   * Returns whether the commit has a file, be it by links.
   *
   * @throws IOException if it is none that can be read
   */
  boolean has(String path) throws IOException {
    return id(path).isPresent();
  }

  /** Returns where a link of the commit leads from where it lies. */
  String target(Entry link) throws IOException {
    String target = targets.get(link.id());
    if (target == null) {
      target = git("cat-file", "blob", link.id());
      targets.put(link.id(), target);
    }
    return target;
  }

  /**
   * Returns all files of the commit by their paths.
   *
   * @throws IOException if there are too many
   */
  Map<String, Entry> files() throws IOException {
    Map<String, Entry> files = new LinkedHashMap<>();
    // names are divided by NUL, so that none of their characters has a meaning
    for (String line : git("ls-tree", "-r", "-z", "--full-tree", commit).split("\0")) {
      int tab = line.indexOf('\t');
      String[] words = line.substring(0, Math.max(0, tab)).split(" ");
      if (words.length == 3 && words[1].equals("blob")) {
        files.put(line.substring(tab + 1), new Entry(words[0].equals(LINK), words[2]));
      }
    }
    return files;
  }
}
