package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a working tree, held against those of a revision: by their bytes, whatever git
 * remembers of them, and with the links on the way to them.
 */
final class ChangedFiles {
  /** A larger file is no scenario, and is taken for changed. */
  private static final int MOST_BYTES = 32 << 20;

  private final Revision revision;
  private final Map<String, Revision.Entry> before;

  private final Set<String> present = new HashSet<>();

  /** Old names by new ones. */
  private final Map<String, String> renamed = new LinkedHashMap<>();

  /** Ids by names of what a sparse checkout leaves out, once that was asked. */
  private Optional<Map<String, String>> leftOut = Optional.empty();

  private ChangedFiles(Revision revision) throws IOException {
    this.revision = revision;
    this.before = revision.files();
  }

  /** What was asked of git, once for each repository. */
  static final class Known {
    private final Map<Path, ChangedFiles> byTop = new HashMap<>();

    /**
     * Returns what a revision has in the repository that a file or folder lies in.
     *
     * @throws IOException if there is no such revision, or no working tree
     */
    ChangedFiles since(String revision, Path where, Revisions revisions) throws IOException {
      Path folder = Files.isDirectory(where) ? where : GitReference.nearestFolder(where);
      Revision in = revisions.of(folder, revision);
      ChangedFiles changed = byTop.get(in.top());
      if (changed == null) {
        if (!in.hasTree()) {
          throw new IOException("it is in no working tree of git");
        }
        changed = new ChangedFiles(in);
        changed.readRenamed();
        byTop.put(in.top(), changed);
      }
      return changed;
    }

    /** Returns whether a repository that was asked about has a file otherwise than before. */
    boolean has(String file) {
      try {
        for (ChangedFiles changed : byTop.values()) {
          if (changed.isInside(Paths.get(file)) && !changed.isAsBefore(Paths.get(file))) {
            return true;
          }
        }
      } catch (InvalidPathException | IOException unreadable) {
        // reading it says what is wrong with it
      }
      return false;
    }
  }

  private boolean isInside(Path file) throws IOException {
    return Links.way(file).end().startsWith(revision.top());
  }

  /** Names are divided by NUL, so that none of their characters has a meaning. */
  private void readRenamed() throws IOException {
    String[] words =
        revision
            .git(
                "diff",
                "--name-status",
                "-z",
                "--find-renames=90%",
                "--diff-filter=R",
                "--no-relative",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules",
                revision.commit(),
                "--")
            .split("\0");
    for (int at = 0; at + 2 < words.length; at += 3) {
      renamed.put(words[at + 2], words[at + 1]);
    }
  }

  /** Returns what is a scenario now, by all its names from the top; more may be added. */
  Set<String> present() {
    return present;
  }

  /** Returns what the revision has, by paths from the top of the repository. */
  Map<String, Revision.Entry> before() {
    return before;
  }

  Revision revision() {
    return revision;
  }

  /** Returns what a file is called from the top of the repository, links in its name included. */
  String name(Path file) throws IOException {
    return GitReference.inside(revision.top(), file);
  }

  /** Returns what a file of now was called, empty if it was not renamed. */
  Optional<String> formerName(String name) {
    return Optional.ofNullable(renamed.get(name));
  }

  /** Returns what a file of the revision is called now, empty if it was not renamed. */
  Optional<String> presentName(String name) {
    for (Map.Entry<String, String> move : renamed.entrySet()) {
      if (move.getValue().equals(name)) {
        return Optional.of(move.getKey());
      }
    }
    return Optional.empty();
  }

  /** Returns whether a sparse checkout leaves out a file that is as it was. */
  boolean isNotCheckedOut(String name) throws IOException {
    if (leftOut.isEmpty()) {
      Map<String, String> ids = new HashMap<>();
      for (String line : revision.git("ls-files", "-z", "-t", "-s").split("\0")) {
        String[] words = line.split("[ \t]", 5);
        if (words.length == 5 && words[0].equals("S")) {
          ids.put(words[4], words[2]);
        }
      }
      leftOut = Optional.of(ids);
    }
    Revision.Entry entry = before.get(name);
    return entry != null
        && entry.id().equals(leftOut.get().get(name))
        && !Files.exists(revision.top().resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns whether a name leads to the same bytes as in the revision, by the same links. */
  boolean isAsBefore(Path file) {
    try {
      Links.Way way = Links.way(file);
      return areAsBefore(way.links()) && (way.loops() || isEndAsBefore(way.end()));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Returns whether the links on the way to a file's folder are those of the revision. */
  boolean isReachedAsBefore(Path file) throws IOException {
    Path named = file.toAbsolutePath();
    return areAsBefore(Links.way(named.resolveSibling("")).links());
  }

  private boolean areAsBefore(List<Path> links) throws IOException {
    for (Path link : links) {
      // one outside leads to the repository, or out of it to where nothing is as before
      if (link.startsWith(revision.top())) {
        Revision.Entry entry = before.get(inside(link));
        String target = Files.readSymbolicLink(link).toString();
        if (entry == null
            || !entry.isLink()
            || !ids(target.getBytes(StandardCharsets.UTF_8), entry).contains(entry.id())) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isEndAsBefore(Path end) throws IOException {
    boolean isThere = Files.exists(end, LinkOption.NOFOLLOW_LINKS);
    if (!end.startsWith(revision.top())) {
      return false;
    }
    Revision.Entry entry = before.get(inside(end));
    if (entry == null || !isThere) {
      return entry == null && !isThere;
    }
    return !entry.isLink()
        && Files.isRegularFile(end)
        && Files.size(end) <= MOST_BYTES
        && ids(Files.readAllBytes(end), entry).contains(entry.id());
  }

  private String inside(Path real) {
    return Links.slashed(revision.top().relativize(real));
  }

  /** Returns what git calls some bytes, as they are and with the ends of lines that it keeps. */
  private static List<String> ids(byte[] bytes, Revision.Entry like) {
    List<String> ids = new ArrayList<>();
    ids.add(id(bytes, bytes.length, like));
    byte[] kept = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        kept[length++] = bytes[i];
      }
    }
    if (length < bytes.length) {
      ids.add(id(kept, length, like));
    }
    return ids;
  }

  private static String id(byte[] bytes, int length, Revision.Entry like) {
    try {
      MessageDigest digest =
          MessageDigest.getInstance(like.id().length() == 40 ? "SHA-1" : "SHA-256");
      digest.update(("blob " + length + "\0").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
