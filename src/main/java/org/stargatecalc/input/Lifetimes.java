package org.stargatecalc.input;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.LeavesOut;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.State;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;

/**
 * Warns where a number would mislead since something begins before the horizon or goes on after its
 * time: hardware older than its life, money spent before the horizon, a hedge larger than its gap,
 * a present value without what is left.
 *
 * <p>The central case is looked at, and projected only where its dates leave room for such a thing.
 */
final class Lifetimes {
  /** Money before the horizon is worth a word from this part of all cost on. */
  private static final double WORTH_SAYING = 0.01;

  /** GPUs below this part of what was added come of rounding. */
  private static final double ROUNDING = 1e-6;

  private final ScenarioSpec spec;
  private final Node.Mapping root;
  private final Problems problems;

  private Lifetimes(ScenarioSpec spec, Node.Mapping root, Problems problems) {
    this.spec = spec;
    this.root = root;
    this.problems = problems;
  }

  /**
   * Warns of what a scenario leaves open.
   *
   * @param root the tree from which it was read, for places
   */
  static void check(
      ScenarioSpec spec,
      List<Claim> claims,
      List<Expectation> expectations,
      Node.Mapping root,
      Problems problems) {
    Lifetimes lifetimes = new Lifetimes(spec, root, problems);
    lifetimes.presentValues(claims, expectations);
    lifetimes.hedges();
    if (lifetimes.mayOutliveOrLead()) {
      lifetimes.project();
    }
  }

  /** Claims on a present value, and expectations of one, without one that takes the rest off. */
  private void presentValues(List<Claim> claims, List<Expectation> expectations) {
    Set<Metric> asked = EnumSet.noneOf(Metric.class);
    for (Claim claim : claims) {
      asked.add(claim.metric());
    }
    Optional<String> ofClaims = LeavesOut.warning(asked);
    for (int i = 0; i < claims.size() && ofClaims.isPresent(); i++) {
      if (claims.get(i).metric() == Metric.PRESENT_VALUE_USD_BN
          && YamlTree.child(root, "claims") instanceof Node.Sequence list) {
        problems.warning(list.items().get(i).location(), "claims[" + i + "]", ofClaims.get());
      }
    }
    Set<Metric> expected = EnumSet.noneOf(Metric.class);
    for (Expectation expectation : expectations) {
      expected.addAll(expectation.metrics());
    }
    Optional<String> ofExpectations = LeavesOut.warning(expected);
    for (Expectation expectation : expectations) {
      if (ofExpectations.isPresent()
          && expectation.metrics().contains(Metric.PRESENT_VALUE_USD_BN)) {
        Expectation.Place place = expectation.origin();
        problems.warning(
            new Location(place.file(), place.line(), place.column()),
            "expect",
            ofExpectations.get());
      }
    }
  }

  /** Hedges of one phase together are larger than its gap if their shares add up to more. */
  private void hedges() {
    Map<String, Double> shares = new HashMap<>();
    for (PhaseSpec phase : spec.phases()) {
      if (phase.plan() instanceof Plan.Covering covering) {
        double before = shares.getOrDefault(covering.phase(), 0.0);
        double all = before + median(phase, PhaseParameter.COVER_SHARE);
        shares.put(covering.phase(), all);
        if (all > 1 + ROUNDING && before <= 1 + ROUNDING) {
          warn(
              "phases." + phase.id() + ".covers",
              "with this hedge "
                  + Math.round(all * 100)
                  + "% of what "
                  + covering.phase()
                  + " lacks is rented, more than the gap; a cover_share each that add up to 100%"
                  + " fills it");
        }
      }
    }
  }

  private boolean mayOutliveOrLead() {
    double start = spec.horizon().start();
    double end = spec.horizon().end();
    for (PhaseSpec phase : spec.phases()) {
      Optional<Assumption> first = phase.plan().firstDay(phase.parameters());
      if (first.isEmpty() || phase.plan() instanceof Plan.Covering) {
        continue;
      }
      double day = first.get().median();
      if (isMeantToStay(phase) && day + median(phase, PhaseParameter.COMPUTE_LIFE) < end) {
        return true;
      }
      for (PhaseParameter lead : PhaseParameter.LEADS) {
        if (median(phase, lead) > 0 && day - median(phase, lead) < start) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether nothing says when the hardware leaves; of what is rented its owner decides. */
  private static boolean isMeantToStay(PhaseSpec phase) {
    return phase.ownership() != Ownership.OFFTAKE
        && !phase.parameters().containsKey(PhaseParameter.UNTIL);
  }

  private void project() {
    Scenario scenario = new ScenarioResolver(spec).central();
    Projection projection = ProjectionEngine.project(scenario);
    if (scenario.mayLead()) {
      lead(projection);
    }
    for (Phase phase : scenario.phases()) {
      if (isMeantToStay(phase.spec())) {
        age(phase, projection);
      }
    }
  }

  private void lead(Projection projection) {
    double usdBn = projection.atNode(Metric.CONSTRUCTION_IN_PROGRESS_USD_BN, Basis.FACILITY, 0);
    double all =
        projection.atNode(Metric.CUMULATIVE_COST_USD_BN, Basis.FACILITY, projection.nodes() - 1);
    if (usdBn <= all * WORTH_SAYING) {
      return;
    }
    for (PhaseSpec phase : spec.phases()) {
      Optional<Assumption> first = phase.plan().firstDay(phase.parameters());
      for (PhaseParameter lead : PhaseParameter.LEADS) {
        Assumption stated = phase.parameters().get(lead);
        double start = spec.horizon().start();
        if (stated != null && first.isPresent() && first.get().median() - stated.median() < start) {
          warn(
              stated.declaredAt(),
              "reaches before the horizon: "
                  + Math.round(usdBn * 100) / 100.0
                  + " USD bn spent before "
                  + spec.horizon().from()
                  + " count in its first period; horizon.from: an earlier date, or a shorter lead");
          return;
        }
      }
    }
  }

  /** Warns of the first day at whose end GPUs are there that came a life and more before. */
  private void age(Phase phase, Projection projection) {
    double life = phase.get(PhaseParameter.COMPUTE_LIFE);
    int p = phase.index();
    for (int k = 1; k < projection.nodes(); k++) {
      if (isOld(projection, p, projection.instant(k), life)) {
        double day = Math.floor(projection.instant(k - 1)) + 1;
        while (!isOld(projection, p, day, life)) {
          day++;
        }
        LocalDate date = Instants.dateEndingAt(day);
        String family = phase.spec().refresh().family();
        boolean isRefreshed = phase.root() != phase || !phase.spec().refresh().afters().isEmpty();
        warn(
            path(family),
            "from "
                + date
                + " on "
                + phase.spec().id()
                + " has hardware older than its compute_life of "
                + years(life)
                + "; until: its last day (one after the horizon if it stays), or "
                + (isRefreshed ? "an earlier or a further refresh" : "refresh: what replaces it"));
        return;
      }
    }
  }

  /**
   * Whether of what came up to a life before an instant anything is left; the oldest leave first.
   */
  private static boolean isOld(Projection projection, int phase, double instant, double life) {
    double then = instant - life;
    if (then < projection.horizon().start()) {
      return false;
    }
    double added = at(projection, State.ADDED_TO_DATE, phase, instant);
    double left = added - at(projection, State.INSTALLED, phase, instant);
    return at(projection, State.ADDED_TO_DATE, phase, then) - left > ROUNDING * added;
  }

  private static double at(Projection projection, State state, int phase, double instant) {
    int k = 0;
    while (projection.instant(k) < instant) {
      k++;
    }
    double to = projection.atNode(state, phase, k);
    if (k == 0) {
      return to;
    }
    double from = projection.atNode(state, phase, k - 1);
    double start = projection.instant(k - 1);
    return from + (to - from) * (instant - start) / (projection.instant(k) - start);
  }

  private static double median(PhaseSpec phase, PhaseParameter parameter) {
    Assumption stated = phase.parameters().get(parameter);
    return stated == null ? 0 : stated.median();
  }

  private static String years(double days) {
    double years = Math.round(days / Durations.DAYS_PER_YEAR * 100) / 100.0;
    return years == Math.rint(years) ? (long) years + " years" : years + " years";
  }

  /** Returns the path of a phase, of its size where it is all of the scenario. */
  private String path(String family) {
    if (root.get("phases") != null) {
      return "phases." + family;
    }
    for (String key : List.of("refresh", "online", "milestones", "growth")) {
      if (root.get(key) != null) {
        return key;
      }
    }
    return "";
  }

  private void warn(String path, String text) {
    Node at = root;
    Location place = root.location();
    for (String key : path.split("\\.")) {
      Node.Entry entry = at instanceof Node.Mapping mapping ? mapping.get(key) : null;
      if (entry == null) {
        break;
      }
      place = entry.keyLocation();
      at = entry.value();
    }
    problems.warning(place, path, text);
  }
}
