package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where names lead that pass symbolic links. */
final class Links {
  /** As many as the system follows; more are a loop. */
  static final int MOST = 40;

  private Links() {}

  /**
   * The way from a name to what it names.
   *
   * @param links the links that are passed, each where it lies, without links before it
   * @param end where the way ends, or the first link that is passed too often
   */
  record Way(List<Path> links, Path end) {
    /** Copies the list. */
    Way {
      links = List.copyOf(links);
    }

    boolean loops() {
      return links.size() > MOST;
    }
  }

  /** Returns the way that the system goes from a name. */
  static Way way(Path name) throws IOException {
    List<Path> links = new ArrayList<>();
    Path at = name.toAbsolutePath().getRoot();
    Deque<Path> rest = new ArrayDeque<>();
    name.toAbsolutePath().forEach(rest::addLast);
    while (!rest.isEmpty()) {
      Path part = rest.removeFirst();
      if (part.toString().equals("..")) {
        at = at.getParent() == null ? at : at.getParent();
        continue;
      }
      Path next = part.toString().equals(".") || part.toString().isEmpty() ? at : at.resolve(part);
      if (!Files.isSymbolicLink(next)) {
        at = next;
        continue;
      }
      links.add(next);
      if (links.size() > MOST) {
        return new Way(links, next);
      }
      Path target = Files.readSymbolicLink(next);
      at = target.isAbsolute() ? target.getRoot() : at;
      for (int i = target.getNameCount() - 1; i >= 0; i--) {
        rest.addFirst(target.getName(i));
      }
    }
    return new Way(links, at);
  }

  /**
   * Returns a place as one would type it here.
   *
   * @param real a path without links
   * @param like how the user names what lies around it, absolute or from here
   */
  static Path typed(Path real, Path like) throws IOException {
    return like.isAbsolute() ? real : Paths.get("").toRealPath().relativize(real);
  }

  /** Returns a path as git and reports write it, divided by slashes. */
  static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Returns where a file lies by itself, be it a link: the folder is without links. */
  static Path place(Path file) throws IOException {
    Path named = file.toAbsolutePath();
    Path folder = named.getParent();
    return folder == null || !Files.isDirectory(folder) || named.endsWith("..")
        ? named.normalize()
        : folder.toRealPath().resolve(named.getFileName()).normalize();
  }
}
