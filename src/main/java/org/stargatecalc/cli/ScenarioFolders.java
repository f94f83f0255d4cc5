package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.NearestWord;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/**
 * The scenarios among the files and folders that a command line names.
 *
 * <p>A file that is named is one. In a folder, hidden folders and {@code node_modules} left out, a
 * YAML file is one if it has {@code name} or {@code extends} at its top, or something like them, if
 * it would be one with a name, or cannot be read as YAML, or is empty or ends after its title: a
 * scenario with a slip, or cut off, must not be passed over. A link to a folder is followed within
 * the repository, and what is there has its own name.
 */
final class ScenarioFolders {
  private static final int MOST_NAMED = 5;
  private static final List<String> HEADS = List.of("name", "extends");

  /** What stands before anything that a change of another scenario would say. */
  private static final List<String> HEAD_ONLY = List.of("id", "title", "description");

  /** Beside phases, what a plan of its own has and a change of another one hardly. */
  private static final List<String> WHOLE = List.of("horizon", "as_of", "claims", "title");

  private final Session session;
  private final List<Path> named = new ArrayList<>();
  private final Map<Path, Found> found = new LinkedHashMap<>();
  private final Set<Path> folders = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /**
   * A scenario.
   *
   * @param name by which it is read
   * @param reached where it is for who follows the links of the folders that were named
   */
  record Found(String name, Path reached) {}

  private ScenarioFolders(Session session) {
    this.session = session;
  }

  /**
   * Finds the scenarios, each file once.
   *
   * @throws UsageException if a folder cannot be read or holds none
   */
  static ScenarioFolders of(List<String> operands, Session session) throws UsageException {
    ScenarioFolders found = present(operands, operands, session);
    for (String operand : operands) {
      if (isFolder(operand)) {
        found.requireAny(Paths.get(operand), operand);
      }
    }
    return found;
  }

  /**
   * Finds the scenarios, each file once; a folder may hold none.
   *
   * @param named all that is named: links may lead there
   * @throws UsageException if a folder cannot be read
   */
  static ScenarioFolders present(List<String> operands, List<String> named, Session session)
      throws UsageException {
    ScenarioFolders found = new ScenarioFolders(session);
    for (String operand : named) {
      try {
        if (isFolder(operand)) {
          found.named.add(Paths.get(operand).toRealPath());
        }
      } catch (IOException e) {
        throw unreadable(operand, e);
      }
    }
    for (String operand : operands) {
      try {
        Path path = Paths.get(operand);
        if (isFolder(operand)) {
          found.addFolder(path);
        } else {
          found.add(new Found(operand, path), path);
        }
      } catch (InvalidPathException | IOException e) {
        throw unreadable(operand, e);
      }
    }
    return found;
  }

  private static boolean isFolder(String operand) throws UsageException {
    try {
      return !operand.equals("-")
          && !GitReference.isOne(operand)
          && Files.isDirectory(Paths.get(operand));
    } catch (InvalidPathException e) {
      throw unreadable(operand, e);
    }
  }

  private static UsageException unreadable(String operand, Exception e) {
    return new UsageException(operand + ": cannot be read: " + e.getMessage());
  }

  /** Returns whether a file of a folder is a scenario, by its name and what is in it. */
  static boolean isOne(Path file, String name, Session session) {
    for (Path part : file) {
      if (isLeftOut(part) && !part.equals(file.getFileName())) {
        return false;
      }
    }
    return isYaml(file) && new ScenarioFolders(session).isScenario(name);
  }

  /** Returns the names of the scenarios in their order. */
  List<String> files() {
    List<String> names = new ArrayList<>();
    found.values().forEach(one -> names.add(one.name()));
    return names;
  }

  /** Returns the scenarios in their order. */
  List<Found> found() {
    return List.copyOf(found.values());
  }

  /** Returns the folders that were looked through, without links. */
  Set<Path> folders() {
    return Set.copyOf(folders);
  }

  /** Returns what cannot be looked at. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void refuse(Path file, String text) {
    problems.add(new Problem(new Location(Links.slashed(file), 0, 0), "", text, "", ""));
  }

  /** Returns the names of the files that are no scenarios. */
  List<String> notJudged() {
    return List.copyOf(others);
  }

  /** Returns a line on the files that are no scenarios, empty if there are none. */
  Optional<String> others() {
    if (others.isEmpty()) {
      return Optional.empty();
    }
    int more = Math.max(0, others.size() - MOST_NAMED);
    String names = String.join(", ", others.subList(0, others.size() - more));
    return Optional.of(
        (others.size() == 1 ? "1 file is" : others.size() + " files are")
            + " not judged, having neither name nor extends: "
            + names
            + (more == 0 ? "" : " and " + more + " more"));
  }

  private void add(Found one, Path path) throws IOException {
    found.putIfAbsent(Links.place(path), one);
  }

  private void requireAny(Path folder, String operand) throws UsageException {
    try {
      Path real = folder.toRealPath();
      boolean isEmpty = problems.isEmpty();
      for (Map.Entry<Path, Found> one : found.entrySet()) {
        isEmpty &=
            !one.getKey().startsWith(real)
                && !one.getValue().reached().toAbsolutePath().startsWith(folder.toAbsolutePath());
      }
      if (isEmpty) {
        throw new UsageException(
            operand
                + ": holds no scenario"
                + others().map(text -> "; " + text).orElse(" (*.yaml, *.yml)"));
      }
    } catch (IOException e) {
      throw unreadable(operand, e);
    }
  }

  /** Adds the scenarios of a folder and of those that it links to, each folder once. */
  private void addFolder(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Path bound = repository(real);
    Deque<Folder> left = new ArrayDeque<>();
    left.add(new Folder(Files.isSymbolicLink(folder) ? Links.typed(real, folder) : folder, folder));
    while (!left.isEmpty()) {
      Folder next = left.removeFirst();
      List<Path> yaml = new ArrayList<>();
      for (Path link : look(next.path(), yaml)) {
        Path target = link.toRealPath();
        if (target.startsWith(bound) || named.stream().anyMatch(target::startsWith)) {
          Path reached = next.reached().resolve(next.path().relativize(link));
          left.add(new Folder(Links.typed(target, folder), reached));
        } else {
          refuse(
              link,
              "it is a link to a folder outside the repository, which is not followed: name that"
                  + " folder too, or take the link away");
        }
      }
      Collections.sort(yaml);
      for (Path file : yaml) {
        String name = Links.slashed(file);
        if (!Files.exists(Paths.get(name), LinkOption.NOFOLLOW_LINKS)) {
          refuse(file, "its name is not UTF-8: rename it");
        } else if (isScenario(name)) {
          add(new Found(name, next.reached().resolve(next.path().relativize(file))), file);
        } else {
          others.add(name);
        }
      }
    }
  }

  /**
   * A folder to look through.
   *
   * @param path without links at its end
   * @param reached by following links
   */
  private record Folder(Path path, Path reached) {}

  /** Returns the links to folders within a folder, in their order; adds its YAML files. */
  private List<Path> look(Path folder, List<Path> yaml) throws IOException {
    List<Path> links = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes)
              throws IOException {
            boolean isNew =
                (inside.equals(folder) || !isLeftOut(inside)) && folders.add(inside.toRealPath());
            return isNew ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean isFolder = Files.isDirectory(file);
            if (isYaml(file) && !isFolder) {
              // what is no plain file or leads nowhere is a scenario that cannot be read
              yaml.add(file);
            } else if (isFolder && !isLeftOut(file)) {
              links.add(file);
            } else if (!Files.exists(file) && Links.slashed(file.getFileName()).indexOf('.') < 0) {
              refuse(file, "it is a link that leads nowhere, and may have led to scenarios");
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(links);
    return links;
  }

  /** Returns the repository's top that a folder lies in, the folder itself if in none. */
  private static Path repository(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return folder;
  }

  private static boolean isLeftOut(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || name.equals("node_modules");
  }

  static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private boolean isScenario(String name) {
    Problems problems = new Problems();
    byte[] bytes;
    try {
      bytes = session.files().read(name);
    } catch (IOException unreadable) {
      return true;
    }
    Optional<String> text = YamlTree.decode(name, bytes, problems);
    if (text.isEmpty() || !YamlTree.isReadable(name, text.get(), problems)) {
      return true;
    }
    Optional<Node> root = YamlTree.readNode(name, text.get(), problems);
    return root.isEmpty()
        || root.get() instanceof Node.Scalar
        || (root.get() instanceof Node.Mapping mapping
            && (isCutOff(mapping) || isMeantAsOne(mapping) || isOneWithAName(name)));
  }

  /** Returns whether nothing but the head of a scenario is there, or not even that. */
  private static boolean isCutOff(Node.Mapping mapping) {
    return HEAD_ONLY.containsAll(mapping.entries().keySet());
  }

  /** Returns whether keys at the top say so, or slips of them. */
  private static boolean isMeantAsOne(Node.Mapping mapping) {
    boolean whole = mapping.get("phases") != null && WHOLE.stream().anyMatch(k -> has(mapping, k));
    return whole
        || mapping.entries().keySet().stream()
            .anyMatch(key -> HEADS.contains(key) || !NearestWord.of(key, HEADS).isEmpty());
  }

  private static boolean has(Node.Mapping mapping, String key) {
    return mapping.get(key) != null;
  }

  private boolean isOneWithAName(String name) {
    ScenarioLoader.Changes named = new ScenarioLoader.Changes(List.of(), List.of("name=unnamed"));
    return new ScenarioLoader(session.catalog(), session.files())
        .load(name, named, new Problems())
        .isPresent();
  }
}
