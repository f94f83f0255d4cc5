package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.Distribution;

/** Which inputs carry a number: each 10 % higher and lower, or a month later and earlier. */
final class Influences {
  private static final double SHARE = 0.1;

  /** Effects below this are rounding. */
  private static final double NOTHING = 1e-9;

  private final ScenarioSpec spec;
  private final Asked asked;
  private final double[] deadlines;
  private final ScenarioResolver resolver;
  private final List<UncertainInput> inputs;
  private final Scenario scenario;
  private final double[] central;

  Influences(ScenarioSpec spec, Asked asked, double[] deadlines) {
    this.spec = spec;
    this.asked = asked;
    this.deadlines = deadlines;
    this.resolver = new ScenarioResolver(spec, true);
    this.inputs = resolver.inputs();
    this.scenario = resolver.central();
    this.central = inputs.stream().mapToDouble(i -> i.distribution().median()).toArray();
  }

  /** Returns those that move the number, the strongest first. */
  List<Influence> all() {
    double number = number(central);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      UncertainInput input = inputs.get(i);
      if (!(input.distribution() instanceof Distribution.Coin) && !isWhole(input)) {
        groups.computeIfAbsent(withoutIndex(input.path()), p -> new ArrayList<>()).add(i);
      }
    }
    Map<String, Assumption> written = written();
    List<Influence> all = new ArrayList<>();
    groups.forEach(
        (path, group) -> {
          double up = number(moved(group, 1)) / number - 1;
          double down = number(moved(group, -1)) / number - 1;
          Influence influence =
              new Influence(
                  path,
                  group.stream().map(i -> inputs.get(i).path()).map(written::get).toList(),
                  isDate(inputs.get(group.get(0))),
                  allowed(group, 1) ? up : Double.NaN,
                  allowed(group, -1) ? down : Double.NaN);
          if (influence.size() > NOTHING) {
            all.add(influence);
          }
        });
    all.sort(Comparator.comparingDouble(Influence::size).reversed());
    return all;
  }

  /** Returns what is written at each path, as it is first used. */
  private Map<String, Assumption> written() {
    Map<String, Assumption> written = new HashMap<>();
    for (Assumption assumption : spec.assumptions()) {
      written.putIfAbsent(assumption.declaredAt(), assumption);
    }
    // what a chip computes at another precision is no assumption of the report
    for (var phase : spec.phases()) {
      for (var rates : phase.rates().values()) {
        rates.ofChip().ifPresent(a -> written.putIfAbsent(a.declaredAt(), a));
        rates.flops().ifPresent(a -> written.putIfAbsent(a.declaredAt(), a));
        written.putIfAbsent(rates.mfu().declaredAt(), rates.mfu());
      }
    }
    return written;
  }

  private double number(double[] values) {
    resolver.resolve(values, scenario);
    return asked.in(ProjectionEngine.project(scenario, deadlines));
  }

  private double[] moved(List<Integer> group, int sign) {
    double[] values = central.clone();
    for (int i : group) {
      values[i] =
          isDate(inputs.get(i))
              ? values[i] + sign * Durations.DAYS_PER_MONTH
              : values[i] * (1 + sign * SHARE);
    }
    return values;
  }

  /** A share ends at 100 %, and what is a ratio of the whole to a part cannot fall below 1. */
  private boolean allowed(List<Integer> group, int sign) {
    for (int i : group) {
      if (inputs.get(i).value() instanceof AssumedValue.Measured measured) {
        double value = central[i] * (1 + sign * SHARE);
        boolean isShare = measured.dimension() == Dimension.SHARE;
        boolean fallsBelowOne = central[i] >= 1 && value < 1;
        if ((isShare && value > 1) || (measured.dimension() == Dimension.RATIO && fallsBelowOne)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isDate(UncertainInput input) {
    return input.value() instanceof AssumedValue.Dated;
  }

  /** A number of sites or systems is not 10 % more. */
  private static boolean isWhole(UncertainInput input) {
    return input.path().endsWith("site_count") || input.path().endsWith("systems");
  }

  /** The steps of one list are one input to a reader. */
  static String withoutIndex(String path) {
    return path.replaceAll("\\[\\d+\\]", "");
  }
}
