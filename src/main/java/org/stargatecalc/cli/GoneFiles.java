package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a revision below some folders that may have been scenarios and are none now: what
 * was deleted, what was moved, what is there but holds something else, and what a link led to.
 */
final class GoneFiles {
  private final ChangedFiles changed;
  private final Set<String> looked = new HashSet<>();
  private final List<Gone> found = new ArrayList<>();
  private boolean sawNothing = true;

  /**
   * A file that is gone.
   *
   * @param name from the top of the repository, by the links of the revision
   * @param below its name from the folder that was looked below, empty if it is that itself
   */
  record Gone(String name, String below) {}

  /**
   * A folder of the revision.
   *
   * @param start the name that was looked below
   * @param below its name from there
   * @param real where the revision's links lead from it
   */
  private record Folder(String start, String below, String real) {
    Gone gone(String file) {
      String rest =
          real.isEmpty() ? file : file.substring(Math.min(file.length(), real.length() + 1));
      String within = joined(below, rest);
      return new Gone(joined(start, within), within);
    }

    boolean holds(String file) {
      return real.isEmpty() || file.equals(real) || file.startsWith(real + "/");
    }

    private static String joined(String folder, String name) {
      return folder.isEmpty() || name.isEmpty() ? folder + name : folder + "/" + name;
    }
  }

  GoneFiles(ChangedFiles changed) {
    this.changed = changed;
  }

  List<Gone> found() {
    return List.copyOf(found);
  }

  /** Returns whether the revision has nothing of all that was looked for. */
  boolean sawNothing() {
    return sawNothing;
  }

  /** Looks at a file, or below a folder and what the revision's links there lead to. */
  void lookBelow(String name) throws IOException {
    Deque<Folder> left = new ArrayDeque<>();
    Optional<String> start = real(name);
    start.ifPresent(real -> left.add(new Folder(name, "", real)));
    while (!left.isEmpty()) {
      Folder folder = left.removeFirst();
      if (!looked.add(folder.real())) {
        continue;
      }
      for (Map.Entry<String, Revision.Entry> file : changed.before().entrySet()) {
        if (folder.holds(file.getKey())) {
          sawNothing = false;
          Optional<String> linked =
              file.getValue().isLink() ? real(file.getKey()) : Optional.empty();
          Gone one = folder.gone(file.getKey());
          if (linked.isPresent() && isFolder(linked.get())) {
            left.add(new Folder(name, one.below(), linked.get()));
          } else {
            look(one, file.getKey());
          }
        }
      }
    }
  }

  private void look(Gone one, String real) throws IOException {
    if (real.indexOf('\uFFFD') >= 0 && ScenarioFolders.isYaml(Path.of(real))) {
      throw new IOException("the revision has a file whose name is not UTF-8: " + real);
    }
    Path path = changed.revision().top().resolve(one.name());
    boolean isSame = Files.exists(path, LinkOption.NOFOLLOW_LINKS) && changed.isAsBefore(path);
    boolean isKnown = changed.present().contains(one.name()) || changed.present().contains(real);
    boolean isMoved = changed.presentName(real).filter(changed.present()::contains).isPresent();
    if (!isSame && !isKnown && !isMoved && !changed.isNotCheckedOut(real)) {
      found.add(one);
    }
  }

  private boolean isFolder(String real) {
    return real.isEmpty()
        || changed.before().keySet().stream().anyMatch(file -> file.startsWith(real + "/"));
  }

  /** Returns where the revision's links lead from a name, empty if out of the repository. */
  private Optional<String> real(String name) throws IOException {
    Deque<String> rest = new ArrayDeque<>(List.of(name.split("/")));
    String at = "";
    int links = 0;
    while (!rest.isEmpty()) {
      String part = rest.removeFirst();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        if (at.isEmpty()) {
          return Optional.empty();
        }
        at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        continue;
      }
      String next = at.isEmpty() ? part : at + "/" + part;
      Revision.Entry entry = changed.before().get(next);
      if (entry == null || !entry.isLink()) {
        at = next;
        continue;
      }
      String target = changed.revision().target(entry);
      if (target.startsWith("/") || ++links > Links.MOST) {
        return Optional.empty();
      }
      String[] parts = target.split("/");
      for (int i = parts.length - 1; i >= 0; i--) {
        rest.addFirst(parts[i]);
      }
    }
    return Optional.of(at);
  }
}
