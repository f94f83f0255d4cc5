package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.tree.NearestWord;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/**
 * The scenarios among the files and folders that a command line names.
 *
 * <p>A file that is named is one. In a folder, hidden folders and {@code node_modules} left out, a
 * YAML file is one if it has {@code name} or {@code extends} at its top, or something like them, if
 * it would be one with a name, or cannot be read as YAML, or is empty or ends after its title: a
 * scenario with a slip, or cut off, must not be passed over.
 */
final class ScenarioFolders {
  private static final int MOST_NAMED = 5;
  private static final List<String> HEADS = List.of("name", "extends");

  /** What stands before anything that a change of another scenario would say. */
  private static final List<String> HEAD_ONLY = List.of("id", "title", "description");

  /** Beside phases, what a plan of its own has and a change of another one hardly. */
  private static final List<String> WHOLE = List.of("horizon", "as_of", "claims", "title");

  private final Session session;
  private final Map<Path, String> files = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();

  private ScenarioFolders(Session session) {
    this.session = session;
  }

  /**
   * Finds the scenarios, each file once.
   *
   * @throws UsageException if a folder cannot be read or holds none
   */
  static ScenarioFolders of(List<String> operands, Session session) throws UsageException {
    ScenarioFolders found = new ScenarioFolders(session);
    for (String operand : operands) {
      try {
        Path path = Paths.get(operand);
        if (!operand.equals("-") && !GitReference.isOne(operand) && Files.isDirectory(path)) {
          found.addFolder(path, operand);
        } else {
          found.add(path, operand);
        }
      } catch (InvalidPathException | IOException e) {
        throw new UsageException(operand + ": cannot be read: " + e.getMessage());
      }
    }
    return found;
  }

  /**
   * Finds the scenarios that are there, each file once; a folder may hold none, or be gone.
   *
   * @throws UsageException if a folder cannot be read
   */
  static ScenarioFolders present(List<String> operands, Session session) throws UsageException {
    ScenarioFolders found = new ScenarioFolders(session);
    for (String operand : operands) {
      try {
        Path path = Paths.get(operand);
        if (Files.isDirectory(path)) {
          found.addAll(path);
        } else if (Files.exists(path)) {
          found.add(path, operand);
        }
      } catch (InvalidPathException | IOException e) {
        throw new UsageException(operand + ": cannot be read: " + e.getMessage());
      }
    }
    return found;
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
    return new ArrayList<>(files.values());
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

  private void add(Path path, String name) {
    files.putIfAbsent(path.toAbsolutePath().normalize(), name);
  }

  private void addFolder(Path folder, String operand) throws IOException, UsageException {
    if (!addAll(folder)) {
      throw new UsageException(
          operand
              + ": holds no scenario"
              + others().map(text -> "; " + text).orElse(" (*.yaml, *.yml)"));
    }
  }

  /** Adds the scenarios of a folder; returns whether there are any. */
  private boolean addAll(Path folder) throws IOException {
    List<Path> yaml = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
            return !inside.equals(folder) && isLeftOut(inside)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // a link that leads nowhere is a scenario that cannot be read
            if (isYaml(file) && (Files.isRegularFile(file) || !Files.exists(file))) {
              yaml.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(yaml);
    boolean any = false;
    for (Path file : yaml) {
      String name = file.toString().replace('\\', '/');
      if (isScenario(name)) {
        add(file, name);
        any = true;
      } else {
        others.add(name);
      }
    }
    return any;
  }

  private static boolean isLeftOut(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || name.equals("node_modules");
  }

  private static boolean isYaml(Path file) {
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
