package org.stargatecalc.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.ScenarioPatch;
import org.stargatecalc.tree.Setting;
import org.stargatecalc.tree.YamlTree;

/**
 * Loads scenarios: the file, what it extends, overlays and options, in that order of strength.
 *
 * <p>One loader serves many files; the catalogue is read once.
 */
public final class ScenarioLoader {
  private static final int MOST_FILES = 50;

  private final Catalog catalog;
  private final FileSource files;

  /** Creates a loader that takes files from a source and records from a catalogue. */
  public ScenarioLoader(Catalog catalog, FileSource files) {
    this.catalog = catalog;
    this.files = files;
  }

  /**
   * What changes a scenario from outside, in the order in which it is laid on.
   *
   * @param overlays names of files laid over it, later ones winning
   * @param settings texts PATH=VALUE laid over everything, later ones winning
   * @param scalings texts PATH=FACTOR by which what is then there is multiplied
   */
  public record Changes(List<String> overlays, List<String> settings, List<String> scalings) {
    /** Changes nothing. */
    public static final Changes NONE = new Changes(List.of(), List.of());

    /** Copies the lists. */
    public Changes {
      overlays = List.copyOf(overlays);
      settings = List.copyOf(settings);
      scalings = List.copyOf(scalings);
    }

    /** What changes a scenario without multiplying anything. */
    public Changes(List<String> overlays, List<String> settings) {
      this(overlays, settings, List.of());
    }
  }

  /**
   * Loads one scenario.
   *
   * @param file its name
   * @param problems receives everything that is wrong
   * @return the scenario, empty if anything is wrong
   */
  public Optional<LoadedScenario> load(String file, Changes changes, Problems problems) {
    Problems found = new Problems();
    Set<String> chain = new LinkedHashSet<>();
    Optional<OpenScenario> open = open(file, changes, chain, found);
    Optional<LoadedScenario> loaded = open.isEmpty() ? Optional.empty() : open.get().read(found);
    chain.remove(file);
    // of what is a scenario by itself, and fails by what the file makes of it, all may be told
    chain.removeIf(extended -> found.hasErrorsIn(extended) && isScenario(extended));
    problems.addAll(found, chain);
    return loaded;
  }

  private boolean isScenario(String file) {
    Problems found = new Problems();
    return open(file, Changes.NONE, new LinkedHashSet<>(), found)
        .flatMap(open -> open.read(found))
        .isPresent();
  }

  /**
   * Reads the files of one scenario, so that its parameters can be given other values many times.
   *
   * @param file its name
   * @param problems receives what is wrong with the files and changes, not with values
   * @return the scenario, empty if a file cannot be read
   */
  public Optional<OpenScenario> open(String file, Changes changes, Problems problems) {
    Problems found = new Problems();
    Set<String> chain = new LinkedHashSet<>();
    Optional<OpenScenario> open = open(file, changes, chain, found);
    chain.remove(file);
    problems.addAll(found, chain);
    return open;
  }

  private Optional<OpenScenario> open(
      String file, Changes changes, Set<String> chain, Problems problems) {
    Optional<byte[]> bytes = bytes(file, problems);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node.Mapping> tree = extended(file, bytes.get(), chain, problems);
    for (String overlay : changes.overlays()) {
      tree = overlaid(tree, overlay, problems);
    }
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    OpenScenario open =
        new OpenScenario(catalog, file, new Fingerprint(bytes.get()), tree.get(), List.of());
    for (String setting : changes.settings()) {
      open = open.set(Setting.of(setting), problems);
    }
    for (String scaling : changes.scalings()) {
      open = open.scale(new Setting(Scaling.OPTION, scaling), problems);
    }
    return Optional.of(open);
  }

  /** Lays a file over a tree; one that could not be read, or extends a file, changes nothing. */
  private Optional<Node.Mapping> overlaid(
      Optional<Node.Mapping> tree, String overlay, Problems problems) {
    Optional<byte[]> bytes = bytes(overlay, problems);
    Optional<Node.Mapping> patch =
        bytes.isEmpty() ? Optional.empty() : YamlTree.read(overlay, bytes.get(), problems);
    patch = withRows(patch, overlay, problems);
    Node.Entry extension = patch.isEmpty() ? null : patch.get().get("extends");
    if (extension != null) {
      problems.error(
          extension.keyLocation(),
          "extends",
          "found extends in an overlay",
          "an overlay that only says what changes; a file says what it extends");
      return tree;
    }
    return tree.isEmpty() || patch.isEmpty()
        ? tree
        : Optional.of(ScenarioPatch.merge(tree.get(), patch.get(), problems));
  }

  private Optional<Node.Mapping> extended(
      String file, byte[] bytes, Set<String> chain, Problems problems) {
    chain.add(file);
    Optional<Node.Mapping> tree = YamlTree.read(file, bytes, problems);
    Node.Entry extension = tree.isEmpty() ? null : tree.get().get("extends");
    tree = withRows(tree, file, problems);
    if (tree.isEmpty() || extension == null) {
      return tree;
    }
    if (!(extension.value() instanceof Node.Scalar scalar) || scalar.isNull()) {
      problems.error(
          extension.value().location(),
          "extends",
          "found " + extension.value().describe(),
          "the name of a file, relative to this one");
      return Optional.empty();
    }
    if (scalar.text().startsWith("/") || scalar.text().contains("\\")) {
      problems.error(scalar.location(), "extends", "found " + scalar.describe(), "a relative path");
      return Optional.empty();
    }
    if (chain.size() >= MOST_FILES) {
      problems.error(
          scalar.location(),
          "extends",
          "found more than " + MOST_FILES + " files that extend one another",
          "a shorter chain");
      return Optional.empty();
    }
    String parent = files.resolve(file, scalar.text());
    if (chain.contains(parent)) {
      List<String> cycle = new ArrayList<>(chain);
      cycle.add(parent);
      problems.error(
          scalar.location(),
          "extends",
          "found a cycle: " + String.join(" extends ", cycle),
          "a chain of files that ends");
      return Optional.empty();
    }
    Optional<Node.Mapping> base =
        bytesOfParent(parent, scalar.location(), problems)
            .flatMap(b -> extended(parent, b, chain, problems));
    Node.Mapping changed = tree.get();
    return base.map(b -> ScenarioPatch.merge(b, named(changed, file), problems));
  }

  /** Reads the phases that a file leaves to a table; empty if it cannot be read. */
  private Optional<Node.Mapping> withRows(
      Optional<Node.Mapping> tree, String file, Problems problems) {
    Node.Entry phases = tree.isEmpty() ? null : tree.get().get("phases");
    return phases != null && phases.value() instanceof Node.Scalar name && !name.isNull()
        ? PhaseRows.in(tree.get(), name, file, files, problems)
        : tree;
  }

  /** A scenario without a name of its own is not the one that it extends: its file names it. */
  private static Node.Mapping named(Node.Mapping scenario, String file) {
    String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    if (scenario.get("name") != null || file.equals("-") || stem.isEmpty()) {
      return scenario;
    }
    Location place = scenario.location();
    Node.Scalar name = new Node.Scalar(stem.replaceAll("[^A-Za-z0-9_.-]", "-"), false, place);
    Map<String, Node.Entry> entries = new LinkedHashMap<>(scenario.entries());
    entries.put("name", new Node.Entry("name", place, name));
    return new Node.Mapping(entries, place);
  }

  private Optional<byte[]> bytes(String file, Problems problems) {
    try {
      return Optional.of(files.read(file));
    } catch (IOException e) {
      problems.error(new Location(file, 0, 0), "", "cannot read it: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private Optional<byte[]> bytesOfParent(String file, Location location, Problems problems) {
    try {
      return Optional.of(files.readNamedInFile(file));
    } catch (IOException e) {
      problems.error(location, "extends", "cannot read " + file + ": " + e.getMessage(), "");
      return Optional.empty();
    }
  }
}
