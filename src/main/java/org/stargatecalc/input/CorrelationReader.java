package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.CorrelationMatrix;
import org.stargatecalc.scenario.CorrelationSpec;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/**
 * Reads which uncertain inputs move together: {@code [{between: [a, b], rho: 0.6}]}. Of more than
 * two, all pairs do; {@code *} in a path stands for any part of it.
 */
public final class CorrelationReader {
  private static final Domain RHO = new Domain(-1, true, 1);

  /** The matrix of these takes 2 MB, and its factor as many steps as there are cubes in it. */
  private static final int MOST = 500;

  private static final int MOST_LISTED = 30;

  private final ValueReader values;
  private final Problems problems;

  private static final Set<Origin> WRITTEN = Set.of(Origin.GIVEN, Origin.SITE, Origin.SCENARIO);

  /** The paths at which the scenario writes values, by whether they are drawn. */
  private record Inputs(Set<String> uncertain, Set<String> certain) {
    static Inputs of(ScenarioSpec spec) {
      Set<String> uncertain = new LinkedHashSet<>();
      new ScenarioResolver(spec).inputs().forEach(input -> uncertain.add(input.path()));
      Set<String> certain = new HashSet<>();
      for (Assumption assumption : spec.assumptions()) {
        if (WRITTEN.contains(assumption.origin())) {
          certain.add(assumption.declaredAt());
        }
      }
      certain.removeAll(uncertain);
      return new Inputs(uncertain, certain);
    }
  }

  CorrelationReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Returns the scenario with its correlations, or as it was if any of them is wrong. */
  ScenarioSpec read(Node node, ScenarioSpec spec) {
    if (!(node instanceof Node.Sequence list)) {
      problems.error(
          node.location(),
          "correlations",
          "found " + node.describe(),
          "a list such as [{between: [a.path, b.path], rho: 0.6}]");
      return spec;
    }
    Inputs inputs = Inputs.of(spec);
    List<CorrelationSpec> read = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Map<Set<String>, Location> places = new HashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      String path = "correlations[" + i + "]";
      Location place = list.items().get(i).location();
      MappingReader.open(
              list.items().get(i), path, "{between: [a.path, b.path], rho: 0.6}", problems)
          .map(reader -> correlation(reader, path, inputs))
          .orElse(List.of())
          .stream()
          .filter(one -> isFirst(one, place, path, places))
          .forEach(read::add);
    }
    read.forEach(one -> named.addAll(List.of(one.first(), one.second())));
    problems.areTooMany(
        named.size(), MOST, node.location(), "correlations", "inputs that move together");
    if (problems.isEmpty() && CorrelationMatrix.of(read).isEmpty()) {
      problems.error(
          node.location(),
          "correlations",
          "found correlations that cannot all hold: their matrix is not positive semidefinite",
          "smaller values of rho");
    }
    return problems.isEmpty() ? spec.withCorrelations(read) : spec;
  }

  private boolean isFirst(
      CorrelationSpec one, Location place, String path, Map<Set<String>, Location> places) {
    Location first = places.putIfAbsent(Set.of(one.first(), one.second()), place);
    if (first != null) {
      problems.error(
          place,
          path,
          "found " + one.first() + " with " + one.second() + " a second time",
          "each pair once: the first is at " + first);
    }
    return first == null;
  }

  /** Returns the correlation of every pair of what is named. */
  private List<CorrelationSpec> correlation(MappingReader reader, String path, Inputs inputs) {
    Optional<Node> between = reader.require("between", "two paths of uncertain inputs or more");
    Optional<Double> rho =
        reader
            .require("rho", "a number from -1 to 1")
            .flatMap(n -> values.certain(n, path + ".rho", Dimension.RATIO, RHO));
    reader.finish();
    if (between.isEmpty()) {
      return List.of();
    }
    List<String> paths = paths(between.get(), path + ".between", inputs);
    boolean tooMany =
        problems.areTooMany(
            paths.size(), MOST, between.get().location(), path, "inputs that move together");
    List<CorrelationSpec> pairs = new ArrayList<>();
    for (int i = 0; i < paths.size() && rho.isPresent() && !tooMany; i++) {
      for (int j = i + 1; j < paths.size(); j++) {
        pairs.add(new CorrelationSpec(paths.get(i), paths.get(j), rho.get()));
      }
    }
    return pairs;
  }

  /** Returns the different inputs that a list names; one that is named twice is a problem. */
  private List<String> paths(Node between, String path, Inputs inputs) {
    Set<String> paths = new LinkedHashSet<>();
    List<Node> items = between instanceof Node.Sequence list ? list.items() : List.of();
    boolean hasPattern = false;
    for (Node item : items) {
      if (item instanceof Node.Scalar scalar && scalar.text().contains("*")) {
        hasPattern = true;
        paths.addAll(matching(scalar, path, inputs));
      } else {
        Optional<String> one = path(item, path, inputs);
        if (one.isPresent() && !paths.add(one.get()) && !hasPattern) {
          problems.error(between.location(), path, "found one path twice", "different paths");
          return List.of();
        }
      }
    }
    if (items.size() < 2 && !hasPattern) {
      problems.error(
          between.location(),
          path,
          "found " + between.describe(),
          "a list of two paths or more, or of one with a * that names several");
    }
    return List.copyOf(paths);
  }

  /** Returns the inputs whose path is as a pattern says. */
  private List<String> matching(Node.Scalar pattern, String path, Inputs inputs) {
    Pattern regex =
        Pattern.compile(
            Arrays.stream(pattern.text().strip().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+")));
    List<String> found =
        inputs.uncertain().stream().filter(p -> regex.matcher(p).matches()).toList();
    if (found.isEmpty() && inputs.certain().stream().anyMatch(p -> regex.matcher(p).matches())) {
      problems.warning(
          pattern.location(),
          path,
          pattern.text()
              + " names known values alone, so that nothing moves with them: the correlation is"
              + " left out");
    } else if (found.isEmpty()) {
      problems.error(
          pattern.location(),
          path,
          "found " + pattern.describe() + ", which is the path of no uncertain input",
          expected(inputs));
    }
    return found;
  }

  private static String expected(Inputs inputs) {
    return inputs.uncertain().isEmpty()
        ? "an uncertain input, of which the scenario has none"
        : "one of " + listed(inputs.uncertain());
  }

  private Optional<String> path(Node node, String path, Inputs inputs) {
    Optional<String> text = values.text(node, path);
    if (text.isEmpty() || inputs.uncertain().contains(text.get())) {
      return text;
    }
    if (inputs.certain().contains(text.get())) {
      // as after --set pue=1.3 on a file that says how an uncertain pue moves
      problems.warning(
          node.location(),
          path,
          text.get()
              + " is known here, so that nothing moves with it: the correlation is left out");
      return Optional.empty();
    }
    problems.error(
        node.location(),
        path,
        "found " + node.describe() + ", which is no uncertain input",
        expected(inputs),
        problems.nearest(text.get(), inputs.uncertain()));
    return Optional.empty();
  }

  private static String listed(Set<String> paths) {
    String first = paths.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return paths.size() > MOST_LISTED ? first + ", …" : first;
  }
}
