package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.NearestWord;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.ScenarioPatch;
import org.stargatecalc.tree.TreePath;

/**
 * The numbers, durations and dates that a scenario rests on, each at the place where it would be
 * set: where it is written, else at the top; where phases that do not write it have different ones,
 * as of different chips, at each phase.
 */
public final class SettableInputs {
  private final Node.Mapping tree;
  private final ScenarioSpec spec;

  /** Creates it of a scenario and what was read of it. */
  public SettableInputs(OpenScenario scenario, ScenarioSpec spec) {
    this.tree = scenario.tree();
    this.spec = spec;
  }

  /** Returns all of them: as written in the order of the file, then what is not written. */
  public List<SettableInput> all() {
    Map<String, SettableInput> inputs = new LinkedHashMap<>();
    for (Assumption assumption : spec.assumptions()) {
      boolean isInput =
          isNumber(assumption)
              && isWritten(assumption)
              && !assumption.declaredAt().startsWith("horizon.")
              && !inputs.containsKey(assumption.declaredAt());
      if (isInput) {
        String text = text(assumption.declaredAt());
        if (!text.isEmpty()) {
          put(inputs, assumption.declaredAt(), text, assumption);
        }
      }
    }
    for (Assumption assumption :
        List.of(spec.discountRate(), spec.pricePerformance(), spec.referenceRun())) {
      if (!isWritten(assumption)) {
        put(inputs, assumption.path(), "", assumption);
      }
    }
    for (PhaseParameter parameter : PhaseParameter.all()) {
      unwritten(parameter, inputs);
    }
    return List.copyOf(inputs.values());
  }

  /** Adds what phases take from the catalogue or a default. */
  private void unwritten(PhaseParameter parameter, Map<String, SettableInput> inputs) {
    List<PhaseSpec> phases = new ArrayList<>();
    boolean isSame = true;
    for (PhaseSpec phase : spec.phases()) {
      Assumption used = phase.parameters().get(parameter);
      if (phase.refresh().generation() == 0 && used != null && !isWritten(used)) {
        isSame &= phases.isEmpty() || value(phases.get(0), parameter).median() == used.median();
        phases.add(phase);
      }
    }
    // one number for all phases at the top, where they differ, would say little of any of them
    for (PhaseSpec phase : phases) {
      Assumption used = value(phase, parameter);
      put(inputs, isSame ? parameter.key() : used.path(), "", used);
    }
  }

  private static Assumption value(PhaseSpec phase, PhaseParameter parameter) {
    return Objects.requireNonNull(phase.parameters().get(parameter));
  }

  /**
   * Returns the input at a path that {@code --set} takes, empty after saying what is wrong.
   *
   * @param location where the path is written
   */
  public Optional<SettableInput> at(String path, Location location, Problems problems) {
    List<TreePath> places = ScenarioPatch.places(path, tree, location, problems);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Map<Double, List<SettableInput>> found = new LinkedHashMap<>();
    for (TreePath place : places) {
      String here = place.toString();
      for (Assumption value : used(here)) {
        found
            .computeIfAbsent(value.median(), median -> new ArrayList<>())
            .add(input(here, text(here), value));
      }
    }
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>();
      for (Assumption assumption : spec.assumptions()) {
        known.add(assumption.declaredAt());
        known.add(assumption.path());
      }
      problems.error(
          location,
          path,
          "found no number, duration or date there",
          "a path of one, as solve lists them without --for",
          NearestWord.of(path, known));
      return Optional.empty();
    }
    List<SettableInput> usual = List.of();
    int all = 0;
    for (List<SettableInput> alike : found.values()) {
      usual = alike.size() > usual.size() ? alike : usual;
      all += alike.size();
    }
    SettableInput first = usual.get(0);
    return Optional.of(
        new SettableInput(
            path, first.text(), first.assumption(), first.domain(), all, usual.size()));
  }

  /** Returns what a path gives the value of: as written, as used, or of the phases. */
  private List<Assumption> used(String path) {
    List<Assumption> all = new ArrayList<>(spec.assumptions());
    all.removeIf(assumption -> !isNumber(assumption));
    for (Assumption assumption : all) {
      if (assumption.declaredAt().equals(path) || assumption.path().equals(path)) {
        return List.of(assumption);
      }
    }
    if (path.indexOf('.') >= 0) {
      return List.of();
    }
    all.removeIf(assumption -> !assumption.path().endsWith("." + path));
    // a value at the top is for the phases that write none
    List<Assumption> unwritten = all.stream().filter(value -> !isWritten(value)).toList();
    return unwritten.isEmpty() ? all.subList(0, Math.min(1, all.size())) : unwritten;
  }

  private static boolean isNumber(Assumption assumption) {
    return !(assumption.value() instanceof AssumedValue.Named);
  }

  private static boolean isWritten(Assumption assumption) {
    return assumption.origin() != Origin.DEFAULT && assumption.origin() != Origin.CATALOGUE;
  }

  /** Returns how a value is written, empty where it is not. */
  private String text(String path) {
    for (TreePath place : ScenarioPatch.places(path, tree, tree.location(), new Problems())) {
      Node node = place.in(tree);
      Node value =
          node instanceof Node.Mapping mapping && mapping.get("value") != null
              ? Objects.requireNonNull(mapping.get("value")).value()
              : node;
      if (value instanceof Node.Scalar scalar && !scalar.isNull()) {
        return scalar.text();
      }
    }
    return "";
  }

  private static void put(
      Map<String, SettableInput> inputs, String path, String text, Assumption assumption) {
    inputs.putIfAbsent(path, input(path, text, assumption));
  }

  private static SettableInput input(String path, String text, Assumption assumption) {
    return new SettableInput(path, text, assumption, domain(path, assumption), 1, 1);
  }

  /** Returns what a value may be: of its key, else of what it measures; reading it decides. */
  private static Domain domain(String path, Assumption assumption) {
    Optional<PhaseParameter> ofPhase = PhaseParameter.ofPath(path);
    if (ofPhase.isPresent()) {
      return ofPhase.get().domain();
    }
    for (ScenarioParameter parameter : ScenarioParameter.values()) {
      if (path.equals(parameter.key())) {
        return parameter.domain();
      }
    }
    boolean isShare =
        assumption.value() instanceof AssumedValue.Measured measured
            && measured.dimension() == Dimension.SHARE;
    return isShare ? Domain.SHARE : Domain.NOT_NEGATIVE;
  }
}
