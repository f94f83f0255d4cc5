package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.ScenarioPatch;
import org.stargatecalc.tree.Setting;
import org.stargatecalc.tree.TreeDifferences;
import org.stargatecalc.tree.TreePath;

/**
 * A scenario whose files are read and whose parameters may still be given other values: every
 * option, sweep and search changes a scenario here, so that all are checked alike.
 *
 * <p>Immutable: each change gives another one.
 */
public final class OpenScenario {
  private final Catalog catalog;
  private final String file;
  private final Supplier<String> sha256;
  private final Node.Mapping tree;
  private final List<Laid> laid;
  private final PhaseMemory memory;

  /**
   * A value that was laid on from outside.
   *
   * @param path where
   * @param location the option that says so
   */
  record Laid(TreePath path, Location location) {}

  OpenScenario(
      Catalog catalog, String file, Supplier<String> sha256, Node.Mapping tree, List<Laid> laid) {
    this(catalog, file, sha256, tree, laid, PhaseMemory.none());
  }

  private OpenScenario(
      Catalog catalog,
      String file,
      Supplier<String> sha256,
      Node.Mapping tree,
      List<Laid> laid,
      PhaseMemory memory) {
    this.memory = memory;
    this.catalog = catalog;
    this.file = file;
    this.sha256 = sha256;
    this.tree = tree;
    this.laid = laid;
  }

  /** Returns the file as the user named it. */
  public String file() {
    return file;
  }

  /**
   * Returns the same scenario, which reads of a change what changed: a site or phase that stays as
   * it is was read before.
   */
  public OpenScenario remembering() {
    PhaseMemory all = PhaseMemory.of(tree);
    boolean isRead = new ScenarioReader(catalog, Problems.ofErrors(), all).read(tree).isPresent();
    all.close();
    return isRead ? new OpenScenario(catalog, file, sha256, tree, laid, all) : this;
  }

  /** Returns the scenario as it is written, with everything that was laid over it. */
  public Node.Mapping tree() {
    return tree;
  }

  /** Returns the scenario with a parameter set wherever its path says. */
  public OpenScenario set(Setting setting, Problems problems) {
    return with(ScenarioPatch.set(tree, setting, problems), setting);
  }

  /** Returns the scenario with what is there multiplied, wherever a path says. */
  public OpenScenario scale(Setting scaling, Problems problems) {
    return with(Scaling.multiplying(catalog, problems).apply(tree, scaling), scaling);
  }

  /**
   * Returns the scenario with what is there made uncertain, wherever a path says.
   *
   * @param spreading PATH=SHARE: by how much its 10 % and 90 % quantile are lower and higher
   */
  public OpenScenario spread(Setting spreading, Problems problems) {
    return with(Scaling.spreading(catalog, problems).apply(tree, spreading), spreading);
  }

  /** Returns the paths at which another scenario projects something else. */
  public List<TreePath> differences(OpenScenario other) {
    return TreeDifferences.between(tree, other.tree);
  }

  /** Returns the scenario with what stands at a path as another one has it, or has it not. */
  public OpenScenario like(OpenScenario other, TreePath path) {
    ScenarioPatch.Changed changed =
        ScenarioPatch.edit(tree, List.of(path), (old, at) -> path.in(other.tree), tree.location());
    return new OpenScenario(catalog, file, sha256, changed.tree(), laid);
  }

  private OpenScenario with(ScenarioPatch.Changed changed, Setting setting) {
    List<Laid> all = new ArrayList<>(laid);
    for (TreePath path : changed.paths()) {
      if (path.in(changed.tree()) != null) { // what is removed reaches nobody and is not to
        all.add(new Laid(path, setting.location()));
      }
    }
    return new OpenScenario(catalog, file, sha256, changed.tree(), all, memory);
  }

  /**
   * Reads the values.
   *
   * @param problems receives everything that is wrong
   * @return the scenario, empty if anything is wrong
   */
  public Optional<LoadedScenario> read(Problems problems) {
    Optional<ScenarioReader.Result> result =
        new ScenarioReader(catalog, problems, memory).read(tree);
    if (result.isEmpty()) {
      return Optional.empty();
    }
    if (!laid.isEmpty() && problems.wantsWarnings()) {
      Reach.warn(result.get().spec(), laid, problems);
    }
    List<String> warnings = new ArrayList<>();
    for (Problem warning : problems.warnings()) {
      warnings.add(warning.message());
    }
    return Optional.of(
        new LoadedScenario(
            result.get().spec(),
            result.get().claims(),
            result.get().expectations(),
            file,
            sha256,
            Fingerprint.of(tree),
            warnings,
            tree));
  }
}
