package org.stargatecalc.analysis.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.Reading;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.UncertainInput;

/**
 * What claims' answers would be if one value of low confidence were another, all else as it is.
 *
 * <p>Numbers are multiplied by 0.9 and 1.1, within 0 to 1 for a share and from 1 for a ratio that
 * is at least 1; dates move by a tenth of their time since the horizon's start; what one run may
 * take becomes the other choice. The parts of a split fill what one of them leaves.
 */
public final class Levers {
  /** By how much a number changes, relative to itself. */
  public static final double SPREAD = 0.1;

  private static final String SPLIT = "capex_split";

  private final Projected projected;
  private final List<CheckedClaim> claims;
  private final double[] deadlines;
  private final Irrelevance irrelevance;

  /** How a value is changed. */
  public enum Change {
    /** Numbers are a tenth smaller. */
    LESS,
    /** Numbers are a tenth larger. */
    MORE,
    /** Dates are a tenth of their time since the start of the horizon earlier. */
    EARLIER,
    /** Dates are as much later. */
    LATER,
    /** One run may take the training share alone, or all of a system, whichever it is not. */
    OTHER_RUNS
  }

  /**
   * One change and what comes of it.
   *
   * @param change what is changed
   * @param answers one a claim, in their order
   */
  public record Outcome(Change change, List<Answer> answers) {
    /** Copies the answers. */
    public Outcome {
      answers = List.copyOf(answers);
    }
  }

  /**
   * A value of low confidence; the steps of one list are one.
   *
   * @param path where it is written
   * @param values all that is written there
   * @param outcomes of its changes, none for a word
   */
  public record Lever(String path, List<Assumption> values, List<Outcome> outcomes) {
    /** Copies the lists. */
    public Lever {
      values = List.copyOf(values);
      outcomes = List.copyOf(outcomes);
    }
  }

  private Levers(Projected projected, List<CheckedClaim> claims) {
    this.projected = projected;
    this.claims = claims;
    this.deadlines = new double[claims.size()];
    for (int i = 0; i < deadlines.length; i++) {
      deadlines[i] = claims.get(i).claim().deadline();
    }
    this.irrelevance = new Irrelevance(projected, claims);
  }

  /** Returns the values of low confidence of a scenario, in its order, each with its outcomes. */
  public static List<Lever> of(Projected projected) {
    return new Levers(projected, projected.claims()).all();
  }

  /**
   * Returns the values of low confidence with what they do to the first claim alone; those of which
   * it is plain that they do not move it have no outcomes, and cost nothing.
   */
  public static List<Lever> ofFirst(Projected projected) {
    List<CheckedClaim> claims = projected.claims();
    return new Levers(projected, claims.subList(0, Math.min(1, claims.size()))).all();
  }

  private List<Lever> all() {
    Map<String, List<Assumption>> weak = weak();
    Set<String> varied = new HashSet<>();
    for (List<Assumption> values : weak.values()) {
      for (Assumption value : values) {
        varied.add(value.declaredAt());
      }
    }
    ScenarioResolver resolver = new ScenarioResolver(projected.spec(), varied);
    Trial trial = new Trial(resolver, resolver.central(), deadlines);
    List<Lever> levers = new ArrayList<>();
    for (Map.Entry<String, List<Assumption>> entry : weak.entrySet()) {
      levers.add(new Lever(entry.getKey(), entry.getValue(), outcomes(entry, trial)));
    }
    return levers;
  }

  private Map<String, List<Assumption>> weak() {
    Map<String, List<Assumption>> weak = new LinkedHashMap<>();
    for (Assumption assumption : projected.spec().assumptions()) {
      boolean low =
          assumption.provenance().confidence().isPresent()
              && assumption.provenance().confidence().get() == Confidence.LOW;
      if (low && matters(assumption)) {
        String path = withoutIndex(assumption.declaredAt());
        List<Assumption> values = weak.get(path);
        if (values == null) {
          values = new ArrayList<>();
          weak.put(path, values);
        }
        values.add(assumption);
      }
    }
    return weak;
  }

  private List<Outcome> outcomes(Map.Entry<String, List<Assumption>> lever, Trial trial) {
    List<Outcome> outcomes = new ArrayList<>();
    if (deadlines.length == 0
        || (deadlines.length == 1 && irrelevance.of(lever.getKey(), lever.getValue()))) {
      return outcomes;
    }
    if (lever.getKey().endsWith(PhaseParameter.RUN_SHARE.key())) {
      Scenario other = new ScenarioResolver(projected.spec().withOtherRuns()).central();
      outcomes.add(
          new Outcome(Change.OTHER_RUNS, answers(ProjectionEngine.project(other, deadlines))));
      return outcomes;
    }
    boolean numbers = false;
    boolean dates = false;
    Set<String> places = new HashSet<>();
    for (Assumption assumption : lever.getValue()) {
      places.add(assumption.declaredAt());
      numbers |= assumption.value() instanceof AssumedValue.Measured;
      dates |= assumption.value() instanceof AssumedValue.Dated;
    }
    boolean split = lever.getKey().endsWith(SPLIT);
    if (split && inSteps(places)) {
      return outcomes;
    }
    for (Change change : Change.values()) {
      boolean ofDates = change == Change.EARLIER || change == Change.LATER;
      if (change != Change.OTHER_RUNS && (ofDates ? dates : numbers)) {
        Projection projection =
            split
                ? trial.split(lever.getValue().get(0), places, change)
                : trial.changed(places, change);
        outcomes.add(new Outcome(change, answers(projection)));
      }
    }
    return outcomes;
  }

  private List<Answer> answers(Projection projection) {
    ClaimChecker checker = new ClaimChecker(projection);
    List<Answer> answers = new ArrayList<>();
    for (CheckedClaim checked : claims) {
      Claim claim = checked.claim();
      answers.add(
          checker.answer(
              Reading.of(claim.metric(), claim.basis()), claim.atLeast(), claim.deadline()));
    }
    return answers;
  }

  private static boolean inSteps(Set<String> places) {
    for (String place : places) {
      if (place.indexOf('[') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The steps of one list are one assumption to a reader, and so are the parts of a split. */
  private static String withoutIndex(String path) {
    int split = path.indexOf(SPLIT);
    int index = path.indexOf('[');
    return split >= 0
        ? path.substring(0, split + SPLIT.length())
        : index < 0 ? path : path.substring(0, index);
  }

  /** What changes nothing, such as a share of 0 or the rent of a shell that is owned. */
  private boolean matters(Assumption assumption) {
    String path = assumption.declaredAt();
    if (path.equals("default.shell_price")) {
      return anyOwnership(Ownership.LEASE_SHELL);
    }
    if (path.equals("default.offtake_price")) {
      return anyOwnership(Ownership.OFFTAKE);
    }
    double number =
        assumption.value() instanceof AssumedValue.Measured ? assumption.median() : Double.NaN;
    boolean isDefault = path.startsWith("default.");
    return isDefault ? !Double.isNaN(number) && number != 0 && number != 1 : number != 0;
  }

  private boolean anyOwnership(Ownership ownership) {
    for (PhaseSpec phase : projected.spec().phases()) {
      if (phase.ownership() == ownership) {
        return true;
      }
    }
    return false;
  }

  /** The scenario with some of its values changed, projected by one engine again and again. */
  private static final class Trial {
    private final ScenarioResolver resolver;
    private final List<UncertainInput> inputs;
    private final Scenario scenario;
    private final ProjectionEngine engine;
    private final double[] values;

    Trial(ScenarioResolver resolver, Scenario scenario, double[] deadlines) {
      this.resolver = resolver;
      this.inputs = resolver.inputs();
      this.scenario = scenario;
      this.engine = new ProjectionEngine(scenario, deadlines);
      this.values = new double[inputs.size()];
    }

    /** Returns the projection with what is written at some places changed. */
    Projection changed(Set<String> places, Change change) {
      for (int i = 0; i < values.length; i++) {
        UncertainInput input = inputs.get(i);
        double median = input.distribution().median();
        values[i] = places.contains(input.path()) ? of(input.value(), median, change) : median;
      }
      return project();
    }

    /** Returns the projection with another first part of a split; the others fill the rest. */
    Projection split(Assumption first, Set<String> places, Change change) {
      double median = first.median();
      double part = Math.min(1, median * factor(change));
      double others = median < 1 ? (1 - part) / (1 - median) : 1;
      for (int i = 0; i < values.length; i++) {
        UncertainInput input = inputs.get(i);
        double value = input.distribution().median();
        boolean isFirst = input.path().equals(first.declaredAt());
        values[i] = isFirst ? part : places.contains(input.path()) ? value * others : value;
      }
      return project();
    }

    private Projection project() {
      resolver.resolve(values, scenario);
      return engine.project();
    }

    private double of(AssumedValue value, double median, Change change) {
      boolean ofDates = change == Change.EARLIER || change == Change.LATER;
      if (value instanceof AssumedValue.Dated) {
        double start = scenario.horizon().start();
        return ofDates ? start + (median - start) * factor(change) : median;
      }
      double changed = ofDates ? median : median * factor(change);
      return switch (((AssumedValue.Measured) value).dimension()) {
        case SHARE -> Math.min(1, changed);
        case RATIO -> median >= 1 ? Math.max(1, changed) : changed;
        default -> changed;
      };
    }

    private static double factor(Change change) {
      return change == Change.LESS || change == Change.EARLIER ? 1 - SPREAD : 1 + SPREAD;
    }
  }
}
