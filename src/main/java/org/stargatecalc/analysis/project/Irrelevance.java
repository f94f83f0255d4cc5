package org.stargatecalc.analysis.project;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Scenario;

/**
 * Which values plainly cannot move a claim on power by a tenth, so that nothing need be projected.
 *
 * <p>Money and what is paid when moves no power, unless money is what sizes or constrains the
 * build-out. And where one site or one system is asked for, a phase cannot matter whose site and
 * system stay below the value at the deadline and below the threshold, even a tenth larger and a
 * tenth of the time earlier, unless a constraint shares out what there is.
 */
final class Irrelevance {
  private static final double MORE = 1 + Levers.SPREAD;
  private static final double EARLIER = 1 - Levers.SPREAD;
  private static final String PHASES = "phases.";

  private final Scenario scenario;
  private final Projection projection;
  private final List<CheckedClaim> claims;

  Irrelevance(Projected projected, List<CheckedClaim> claims) {
    this.scenario = projected.scenario();
    this.projection = projected.projection();
    this.claims = claims;
  }

  /** Returns whether none of the values that are written at a path moves the one claim. */
  boolean of(String path, List<Assumption> values) {
    CheckedClaim checked = claims.get(0);
    Metric metric = checked.claim().metric();
    if (metric.unit() != MetricUnit.GW || !scenario.constraints().isEmpty()) {
      return false;
    }
    return isOfMoney(path, values)
        || ((metric == Metric.LARGEST_SITE_GW || metric == Metric.LARGEST_TRAINING_SYSTEM_GW)
            && staysSmall(path, checked));
  }

  private boolean isOfMoney(String path, List<Assumption> values) {
    for (Phase phase : scenario.phases()) {
      if (phase.spec().plan().size() == PhaseParameter.CAPEX) {
        return false;
      }
    }
    for (PhaseParameter lead : PhaseParameter.LEADS) {
      if (path.endsWith(lead.key())) {
        return true;
      }
    }
    for (Assumption value : values) {
      boolean money =
          value.value() instanceof AssumedValue.Measured measured && isMoney(measured.dimension());
      if (!money) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMoney(Dimension dimension) {
    return switch (dimension) {
      case MONEY,
          MONEY_PER_TIME,
          MONEY_PER_COUNT,
          MONEY_PER_POWER,
          MONEY_PER_POWER_TIME,
          MONEY_PER_ENERGY,
          MONEY_PER_COUNT_TIME ->
          true;
      default -> false;
    };
  }

  private boolean staysSmall(String path, CheckedClaim checked) {
    if (!path.startsWith(PHASES) || anyCovers()) {
      return false;
    }
    for (Phase phase : scenario.phases()) {
      if (path.startsWith(PHASES + phase.spec().id() + ".")) {
        double start = projection.horizon().start();
        double end = projection.horizon().end();
        double deadline = Math.min(end, checked.claim().deadline());
        double reached =
            checked.answer().reachedOn().isPresent()
                ? Instants.endOf(checked.answer().reachedOn().get())
                : end;
        double value = checked.answer().value().orElse(0);
        return MORE * most(phase.spec(), start + (deadline - start) / EARLIER) < value
            && MORE * most(phase.spec(), start + (reached - start) / EARLIER)
                < checked.claim().atLeast();
      }
    }
    return false;
  }

  /** What covers a late phase depends on that one's dates. */
  private boolean anyCovers() {
    for (Phase phase : scenario.phases()) {
      if (phase.covers().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the most facility power up to an instant of all that shares a site or a system. */
  private double most(PhaseSpec of, double upTo) {
    List<Phase> sharing = new ArrayList<>();
    for (Phase phase : scenario.phases()) {
      if (phase.spec().site().equals(of.site())
          || phase.spec().trainingSystem().equals(of.trainingSystem())) {
        sharing.add(phase);
      }
    }
    double most = 0;
    for (int k = 0; k < projection.nodes() && projection.instant(k) <= upTo; k++) {
      double gw = 0;
      for (Phase phase : sharing) {
        gw +=
            projection.atNode(State.INSTALLED, phase.index(), k)
                * phase.facilityWatts()
                / Scale.GIGA;
      }
      most = Math.max(most, gw);
    }
    return most;
  }
}
