package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.ScenarioPatch;
import org.stargatecalc.tree.TreePath;

/**
 * What a number is where it is not written: inherited from further out, of the catalogue, a
 * default.
 */
final class Unwritten {
  private final Node.Mapping tree;
  private final Catalog catalog;
  private Optional<ScenarioSpec> read = Optional.empty();
  private boolean isRead;

  Unwritten(Node.Mapping tree, Catalog catalog) {
    this.tree = tree;
    this.catalog = catalog;
  }

  /**
   * Returns values with the places at which they would be written: the path itself, or each phase
   * below it where phases have different ones. Empty if there is no such number, or the scenario
   * cannot be read.
   */
  Map<TreePath, Node> at(TreePath path) {
    Optional<ScenarioSpec> spec = spec();
    Map<TreePath, Node> values = new LinkedHashMap<>();
    if (spec.isEmpty()) {
      return values;
    }
    for (Assumption assumption :
        List.of(
            spec.get().discountRate(), spec.get().pricePerformance(), spec.get().referenceRun())) {
      if (assumption.path().equals(path.toString())) {
        return Map.of(path, node(assumption));
      }
    }
    boolean atSite = path.key(0).equals("sites");
    boolean atPhase = path.key(0).equals("phases");
    String id = atSite || atPhase ? path.key(1) : "";
    Optional<PhaseParameter> parameter = parameter(path.from(id.isEmpty() ? 0 : 2).toString());
    if (parameter.isEmpty()) {
      return values;
    }
    boolean isSame = true;
    Node first = null;
    for (PhaseSpec phase : spec.get().phases()) {
      boolean isHere = id.isEmpty() || id.equals(atPhase ? phase.id() : phase.site());
      Assumption used =
          isHere && !parameter.get().isDate() ? phase.parameters().get(parameter.get()) : null;
      boolean isMain = phase.refresh().generation() == 0;
      if (used == null || !isMain || !isFurtherOut(used.origin(), atSite, atPhase)) {
        continue;
      }
      Node value = node(used);
      isSame &= first == null || text(first).equals(text(value));
      first = first == null ? value : first;
      values.put(ofPhase(phase, parameter.get(), tree), value);
    }
    if (first != null && isSame) {
      return Map.of(path, first);
    }
    return values.isEmpty() && id.isEmpty() ? byDefault(path, parameter.get()) : values;
  }

  private static String text(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.text() : node.toString();
  }

  private static TreePath ofPhase(PhaseSpec phase, PhaseParameter parameter, Node.Mapping tree) {
    List<String> keys = new ArrayList<>();
    if (tree.get("phases") != null) {
      keys.addAll(List.of("phases", phase.id()));
    }
    keys.addAll(List.of(parameter.key().split("\\.")));
    return TreePath.of(keys);
  }

  private static boolean isFurtherOut(Origin origin, boolean atSite, boolean atPhase) {
    return switch (origin) {
      case GIVEN -> false;
      case SITE -> atPhase;
      case SCENARIO -> atPhase || atSite;
      case CATALOGUE, DEFAULT -> true;
    };
  }

  private static Optional<PhaseParameter> parameter(String key) {
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (parameter.key().equals(key)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  /** Returns the default of a parameter that every phase has nearer. */
  private Map<TreePath, Node> byDefault(TreePath path, PhaseParameter parameter) {
    Optional<DefaultValue> value = catalog.findDefault(parameter.key());
    return value.isEmpty()
        ? Map.of()
        : Map.of(path, new Node.Scalar(value.get().value(), false, tree.location()));
  }

  /** Returns a value as it is written further out, else as a number in its base unit. */
  private Node node(Assumption assumption) {
    int steps = assumption.declaredAt().indexOf(".steps.");
    String declaredAt =
        steps < 0 ? assumption.declaredAt() : assumption.declaredAt().substring(0, steps);
    for (TreePath written :
        ScenarioPatch.places(declaredAt, tree, tree.location(), new Problems())) {
      Node there = written.in(tree);
      if (there != null) {
        return there;
      }
    }
    AssumedValue.Measured measured = (AssumedValue.Measured) assumption.value();
    String text = WrittenNumber.of(assumption.median(), measured.dimension());
    return new Node.Scalar(text, false, tree.location());
  }

  private Optional<ScenarioSpec> spec() {
    if (!isRead) {
      isRead = true;
      read =
          new ScenarioReader(catalog, new Problems()).read(tree).map(ScenarioReader.Result::spec);
    }
    return read;
  }
}
