package org.stargatecalc.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.ScenarioPatch;
import org.stargatecalc.tree.Setting;
import org.stargatecalc.tree.TreePath;

/**
 * Multiplies what is written at a path: a number with its unit, the values of a distribution, every
 * step. What is not written there is what the phases inherit, from the catalogue or a default, and
 * is written out.
 */
final class Scaling {
  static final String OPTION = "--scale";

  /** Keys of dates, which cannot be multiplied though a year looks like a number. */
  private static final Set<String> DATES =
      Set.of("online", "until", "by", "from", "to", "as_of", "available_from");

  /** A tenth of a uniform distribution lies beyond its 10 % quantile, of half its width a fifth. */
  private static final BigDecimal HALF_WIDTH = new BigDecimal("1.25");

  private final Catalog catalog;
  private final Problems problems;
  private final TextChange change;

  /** What becomes of a number as it is written; empty if it is no number. */
  private interface TextChange {
    Optional<String> of(String text, BigDecimal factor);
  }

  private Scaling(Catalog catalog, Problems problems, TextChange change) {
    this.catalog = catalog;
    this.problems = problems;
    this.change = change;
  }

  /** Returns what multiplies a number by a factor. */
  static Scaling multiplying(Catalog catalog, Problems problems) {
    return new Scaling(catalog, problems, ScaledText::of);
  }

  /** Returns what makes a range of a number: uniform, its 10 % and 90 % quantile a share away. */
  static Scaling spreading(Catalog catalog, Problems problems) {
    return new Scaling(catalog, problems, Scaling::spread);
  }

  /** A text that is a range already stays as it is. */
  private static Optional<String> spread(String text, BigDecimal share) {
    BigDecimal half = share.multiply(HALF_WIDTH);
    Optional<String> low = ScaledText.of(text, BigDecimal.ONE.subtract(half).max(BigDecimal.ZERO));
    Optional<String> high = ScaledText.of(text, BigDecimal.ONE.add(half));
    if (low.isEmpty() || high.isEmpty() || text.contains("(") || text.contains(" to ")) {
      return low.map(number -> text);
    }
    return Optional.of("uniform(" + low.get() + ", " + high.get() + ")");
  }

  ScenarioPatch.Changed apply(Node.Mapping tree, Setting scaling) {
    Location location = scaling.location();
    Optional<BigDecimal> factor = factor(scaling);
    if (factor.isEmpty()) {
      return new ScenarioPatch.Changed(tree, List.of());
    }
    Map<TreePath, Node> scaled = new LinkedHashMap<>();
    Unwritten unwritten = new Unwritten(tree, catalog);
    for (TreePath path : ScenarioPatch.places(scaling.path(), tree, location, problems)) {
      Node there = path.in(tree);
      Map<TreePath, Node> values = there != null ? Map.of(path, there) : unwritten.at(path);
      if (values.isEmpty()) {
        sayNothingThere(path, location);
      }
      for (Map.Entry<TreePath, Node> value : values.entrySet()) {
        Node product = multiplied(value.getValue(), path, factor.get(), location);
        if (product == null) {
          return new ScenarioPatch.Changed(tree, List.of());
        }
        scaled.put(value.getKey(), product);
      }
    }
    return scaled.isEmpty()
        ? new ScenarioPatch.Changed(tree, List.of())
        : ScenarioPatch.edit(
            tree, List.copyOf(scaled.keySet()), (old, at) -> scaled.get(at), location);
  }

  private Optional<BigDecimal> factor(Setting scaling) {
    try {
      double factor = QuantityParser.parse(scaling.value(), Dimension.RATIO);
      if (!scaling.path().isEmpty() && factor >= 0) {
        return Optional.of(BigDecimal.valueOf(factor));
      }
    } catch (InvalidTextException no) {
      // said below
    }
    problems.error(
        scaling.location(),
        "",
        "found '" + scaling.value() + "' as factor",
        "PATH=FACTOR, such as pue=1.1 or '**.pue=110%'");
    return Optional.empty();
  }

  private void sayNothingThere(TreePath path, Location location) {
    Set<String> keys = new LinkedHashSet<>();
    for (PhaseParameter parameter : PhaseParameter.all()) {
      keys.add(parameter.key());
    }
    for (ScenarioParameter parameter : ScenarioParameter.values()) {
      keys.add(parameter.key());
    }
    boolean known = keys.contains(path.lastKey());
    problems.error(
        location,
        path.toString(),
        "found nothing there to multiply",
        known
            ? "a place where it is written: **." + path.lastKey() + " is every one"
            : "the path of a number",
        known ? "" : problems.nearest(path.lastKey(), keys));
  }

  /** Returns a value multiplied, null after saying why it cannot be. */
  private @Nullable Node multiplied(
      Node node, TreePath path, BigDecimal factor, Location location) {
    Node value = node;
    if (node instanceof Node.Mapping mapping && mapping.get("value") != null) {
      value = Objects.requireNonNull(mapping.get("value")).value();
    } else if (node instanceof Node.Mapping mapping && mapping.get("steps") != null) {
      return steps(mapping, path, factor, location);
    }
    Optional<String> product =
        value instanceof Node.Scalar scalar && !DATES.contains(path.lastKey())
            ? change.of(scalar.text(), factor)
            : Optional.empty();
    if (product.isEmpty()) {
      problems.error(
          location,
          path.toString(),
          "found " + value.describe() + ", which cannot be multiplied",
          "a number, a quantity or a distribution of values with units");
      return null;
    }
    return new Node.Scalar(product.get(), false, location);
  }

  private @Nullable Node steps(
      Node.Mapping stepped, TreePath path, BigDecimal factor, Location location) {
    Node steps = Objects.requireNonNull(stepped.get("steps")).value();
    Map<String, Node.Entry> scaled = new LinkedHashMap<>();
    List<Node.Entry> all = new ArrayList<>();
    if (steps instanceof Node.Mapping mapping) {
      all.addAll(mapping.entries().values());
    }
    for (Node.Entry step : all) {
      Node product = multiplied(step.value(), path, factor, location);
      if (product == null) {
        return null;
      }
      scaled.put(step.key(), new Node.Entry(step.key(), location, product));
    }
    Node.Entry entry = new Node.Entry("steps", location, new Node.Mapping(scaled, location));
    return new Node.Mapping(Map.of("steps", entry), location);
  }
}
