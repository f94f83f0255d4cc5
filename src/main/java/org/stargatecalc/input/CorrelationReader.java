package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Reads which uncertain inputs move together: {@code [{between: [a, b], rho: 0.6}]}. */
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
          .flatMap(reader -> correlation(reader, path, inputs))
          .filter(one -> isFirst(one, place, path, places))
          .ifPresent(read::add);
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

  private Optional<CorrelationSpec> correlation(MappingReader reader, String path, Inputs inputs) {
    Optional<Node> between = reader.require("between", "two paths of uncertain inputs");
    Optional<Double> rho =
        reader
            .require("rho", "a number from -1 to 1")
            .flatMap(n -> values.certain(n, path + ".rho", Dimension.RATIO, RHO));
    reader.finish();
    if (between.isEmpty()) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>();
    if (between.get() instanceof Node.Sequence list && list.items().size() == 2) {
      for (Node item : list.items()) {
        path(item, path + ".between", inputs).ifPresent(paths::add);
      }
    } else {
      problems.error(
          between.get().location(),
          path + ".between",
          "found " + between.get().describe(),
          "a list of two paths");
    }
    if (paths.size() == 2 && paths.get(0).equals(paths.get(1))) {
      problems.error(
          between.get().location(), path + ".between", "found one path twice", "two paths");
      return Optional.empty();
    }
    return paths.size() == 2 && rho.isPresent()
        ? Optional.of(new CorrelationSpec(paths.get(0), paths.get(1), rho.get()))
        : Optional.empty();
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
        inputs.uncertain().isEmpty()
            ? "an uncertain input, of which the scenario has none"
            : "one of " + listed(inputs.uncertain()),
        problems.nearest(text.get(), inputs.uncertain()));
    return Optional.empty();
  }

  private static String listed(Set<String> paths) {
    String first = paths.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return paths.size() > MOST_LISTED ? first + ", …" : first;
  }
}
