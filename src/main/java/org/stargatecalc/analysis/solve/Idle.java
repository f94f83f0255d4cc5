package org.stargatecalc.analysis.solve;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the parameters that move nothing, many of them by one trial.
 *
 * <p>Parameters of one name are moved together, to the ends of their scans and to values around
 * what is given: where that changes no measure, each of them is taken to move nothing. Where it
 * does, or where they are not valid together, each half of them is asked alone.
 */
public final class Idle {
  /** Places from the value that is given, which are tried after the ends. */
  private static final int[] AROUND = {1, -1, 4, -4};

  private final Trials trials;
  private final Trial given;
  private final Set<Parameter> found = new HashSet<>();

  private Idle(Trials trials, Trial given) {
    this.trials = trials;
    this.given = given;
  }

  /**
   * A parameter and where it is looked at.
   *
   * @param sought the parameter
   * @param scan its values
   */
  public record Parameter(Sought sought, Scan scan) {
    /** Returns its own name, without where it stands. */
    public String name() {
      return sought.path().substring(sought.path().lastIndexOf('.') + 1);
    }
  }

  /**
   * Returns those that move nothing.
   *
   * @param alike parameters of one name
   * @param given what the scenario answers as it is
   */
  public static Set<Parameter> among(List<Parameter> alike, Trials trials, Trial given) {
    Idle idle = new Idle(trials, given);
    idle.ask(alike);
    return idle.found;
  }

  private void ask(List<Parameter> group) {
    boolean isOne = group.size() == 1;
    int valid = 0;
    for (int place = 0; place < 2 + AROUND.length; place++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Parameter parameter : group) {
        at(place, parameter).ifPresent(v -> values.put(parameter.sought().path(), v));
      }
      Optional<Trial> trial = values.isEmpty() ? Optional.empty() : trials.at(values);
      boolean moves = trial.isPresent() && !trial.get().readings().equals(given.readings());
      if (moves || (trial.isEmpty() && !values.isEmpty() && !isOne)) {
        halve(group);
        return;
      }
      valid += trial.isPresent() ? 1 : 0;
    }
    if (valid > 2) {
      found.addAll(group);
    } else {
      halve(group);
    }
  }

  private void halve(List<Parameter> group) {
    int half = group.size() / 2;
    if (half > 0) {
      ask(group.subList(0, half));
      ask(group.subList(half, group.size()));
    }
  }

  private static Optional<String> at(int place, Parameter parameter) {
    List<BigDecimal> points = parameter.scan().points();
    int last = points.size() - 1;
    int at =
        switch (place) {
          case 0 -> last;
          case 1 -> 0;
          default -> parameter.scan().given(parameter.sought()) + AROUND[place - 2];
        };
    return at < 0 || at > last
        ? Optional.empty()
        : Optional.of(parameter.sought().notation().text(points.get(at)));
  }
}
