package org.stargatecalc.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.tree.FileSource;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/** A scenario written in a test, loaded and projected as the program does it. */
public final class ProjectedYaml {
  /** The shipped data, read once for all tests. */
  public static final Catalog CATALOG = CatalogReader.shipped();

  private final LoadedScenario loaded;
  private final Projected projected;

  private ProjectedYaml(LoadedScenario loaded) {
    this.loaded = loaded;
    this.projected = Projected.of(loaded.spec(), loaded.claims());
  }

  /** Projects the central case of a scenario. */
  public static ProjectedYaml of(String yaml) {
    return new ProjectedYaml(load(yaml));
  }

  /** Loads a scenario that must be valid. */
  public static LoadedScenario load(String yaml) {
    Problems problems = new Problems();
    return load(yaml, problems)
        .orElseThrow(() -> new AssertionError(messages(problems.errors()) + "\n" + yaml));
  }

  /** Loads a valid scenario from a file, which may build on others in its folder. */
  public static LoadedScenario load(Path file) throws IOException {
    Map<String, String> folder = new TreeMap<>();
    try (Stream<Path> files = Files.list(file.getParent())) {
      for (Path yaml : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        folder.put(yaml.getFileName().toString(), Files.readString(yaml));
      }
    }
    Problems problems = new Problems();
    return new ScenarioLoader(CATALOG, new InMemoryFiles(folder))
        .load(file.getFileName().toString(), ScenarioLoader.Changes.NONE, problems)
        .orElseThrow(() -> new AssertionError(messages(problems.errors()) + " in " + file));
  }

  /** Returns what is wrong with a scenario, one line a problem. */
  public static List<String> errors(String yaml) {
    Problems problems = new Problems();
    load(yaml, problems);
    return messages(problems.errors());
  }

  /** Returns what a scenario is warned of, one line a warning. */
  public static List<String> warnings(String yaml) {
    Problems problems = new Problems();
    load(yaml, problems);
    return messages(problems.warnings());
  }

  private static java.util.Optional<LoadedScenario> load(String yaml, Problems problems) {
    return new ScenarioLoader(CATALOG, new InMemoryFiles(Map.of("scenario.yaml", yaml)))
        .load("scenario.yaml", ScenarioLoader.Changes.NONE, problems);
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }

  /** Returns the metrics over time. */
  public Projection projection() {
    return projected.projection();
  }

  /** Returns everything that {@code project} reports on. */
  public Projected projected() {
    return projected;
  }

  /** Returns what was read. */
  public LoadedScenario loaded() {
    return loaded;
  }

  /** Returns the resolved phases in file order. */
  public List<Phase> phases() {
    return projected.scenario().phases();
  }

  /** Returns a stock or ratio at the end of a day. */
  public double at(Metric metric, String date) {
    return projection().at(metric, Basis.FACILITY, endOf(date));
  }

  /** Returns a stock at the end of the horizon. */
  public double atEnd(Metric metric) {
    return projection().at(metric, Basis.FACILITY, projection().horizon().end());
  }

  /** Returns what flowed over the whole horizon, what was there before it included. */
  public double sum(Metric metric) {
    return projection().flow(metric, projection().horizon().start(), projection().horizon().end());
  }

  /** Returns what flowed from the end of one day to the end of another; both must be nodes. */
  public double sum(Metric metric, String afterEndOf, String upToEndOf) {
    return projection().flow(metric, endOf(afterEndOf), endOf(upToEndOf));
  }

  /** Returns the constraint that binds the fleet at the end of a day, or null. */
  public String binding(String date) {
    return projection().bindingConstraint(endOf(date)).orElse(null);
  }

  /** Returns a judged claim. */
  public CheckedClaim claim(String id) {
    return projected.claims().stream()
        .filter(claim -> claim.claim().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double endOf(String date) {
    return Instants.endOf(LocalDate.parse(date));
  }

  /** Files that exist only in a test. */
  public record InMemoryFiles(Map<String, String> files) implements FileSource {
    @Override
    public byte[] read(String name) throws IOException {
      String text = files.get(name);
      if (text == null) {
        throw new IOException("no such file");
      }
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] readNamedInFile(String name) throws IOException {
      return read(name);
    }

    @Override
    public String resolve(String from, String relative) {
      return Path.of(from).resolveSibling(relative).normalize().toString();
    }
  }
}
