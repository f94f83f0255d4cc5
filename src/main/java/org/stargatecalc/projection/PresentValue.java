package org.stargatecalc.projection;

import java.util.Arrays;
import java.util.List;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;

/**
 * Cost to date, discounted: Σ flows × (1 + rate)^(−years from horizon start), at the middle of each
 * node interval; what was there at the start is not discounted.
 */
final class PresentValue extends Algorithm {
  private static final int PER_ADDED = 0;
  private static final int PER_FACILITY = 1;
  private static final int PER_PLANT = 2;
  private static final int PER_HOUSED = 3;
  private static final int PER_DAY = 4;

  /** How long before it is there each part of capex is paid. */
  private static final List<PhaseParameter> LEADS =
      List.of(
          PhaseParameter.COMPUTE_LEAD,
          PhaseParameter.FACILITY_LEAD,
          PhaseParameter.GENERATION_LEAD);

  /**
   * Names what it works with.
   *
   * @param perAdded cost of an added GPU without a building, USD bn
   * @param perFacility cost of its facility, USD bn
   * @param perPlant cost of its on-site generation, USD bn
   * @param perHoused cost of an added GPU with a building, USD bn
   * @param perDay cost of an installed GPU per day, USD bn
   */
  PresentValue(
      Quantity perAdded,
      Quantity perFacility,
      Quantity perPlant,
      Quantity perHoused,
      Quantity perDay) {
    super(
        "Σ cost between nodes × (1 + `discount_rate`)^(−years from the start of the horizon to the"
            + " middle of the interval); what was there at the start is not discounted",
        List.of(),
        List.of(perAdded, perFacility, perPlant, perHoused, perDay));
  }

  @Override
  public Way way() {
    return Way.DISCOUNTED_YEARS;
  }

  @Override
  void evaluate(Grid g, double[] row, Inputs inputs) {
    Workings w = g.w;
    double[] flowUsdBn = flows(w, inputs);
    double[] discount = w.discount.of(1 + w.scenario.discountRate(), w);
    double value = flowUsdBn[0];
    int k = 1;
    for (int j = 0; j < g.size; j++) {
      double ofPeriod = 0;
      for (int end = g.node[j]; k <= end; k++) {
        ofPeriod += flowUsdBn[k] * discount[k];
      }
      value += ofPeriod;
      row[j] = value;
    }
  }

  /** Returns what all phases cost since the node before, by node. */
  private static double[] flows(Workings w, Inputs inputs) {
    double[] usdBn = w.scratch;
    Arrays.fill(usdBn, 0, w.nodes, 0);
    // what a phase costs a day once it stays as it is, at the node from which on it does
    double[] perDayFrom = w.levels;
    Arrays.fill(perDayFrom, 0, w.nodes + 1, 0);
    for (int p = 0; p < w.phases.length; p++) {
      if (w.changes(p)) {
        addChanging(w, inputs, p, usdBn);
        continue;
      }
      double capex = w.scenario.mayLead() ? 0 : inputs.perGpu(PER_HOUSED, p);
      double perDay = inputs.perGpu(PER_DAY, p);
      if (w.scenario.mayLead()) {
        spend(w, p, PhaseParameter.COMPUTE_LEAD, inputs.perGpu(PER_ADDED, p), usdBn);
        spend(w, p, PhaseParameter.FACILITY_LEAD, inputs.perGpu(PER_FACILITY, p), usdBn);
        spend(w, p, PhaseParameter.GENERATION_LEAD, inputs.perGpu(PER_PLANT, p), usdBn);
      } else if (w.falls(p)) {
        // hardware is bought again, a building is not
        double compute = inputs.perGpu(PER_ADDED, p);
        for (int k = w.first[p]; k <= w.last[p]; k++) {
          usdBn[k] += compute * (w.added(p, k) - w.housed(p, k));
        }
      }
      for (int k = w.first[p]; k <= w.last[p]; k++) {
        usdBn[k] += capex * w.housed(p, k) + perDay * w.gpuDays(p, k);
      }
      perDayFrom[w.last[p] + 1] += perDay * w.installed[p][w.nodes - 1];
    }
    double usdBnPerDay = 0;
    for (int k = 0; k < w.nodes; k++) {
      usdBnPerDay += perDayFrom[k];
      usdBn[k] += usdBnPerDay * w.days[k];
    }
    return usdBn;
  }

  /** Adds what is paid of a part before it is there. */
  private static void spend(
      Workings w, int p, PhaseParameter lead, double usdBnPerGpu, double[] usdBn) {
    if (usdBnPerGpu == 0) {
      return;
    }
    Payments.toDate(w, p, lead, Payments.ALL);
    spend(w, usdBnPerGpu, usdBn);
  }

  private static void spend(Workings w, double usdBnPerGpu, double[] usdBn) {
    double before = 0;
    for (int k = 0; k < w.nodes; k++) {
      usdBn[k] += usdBnPerGpu * (w.paid[k] - before);
      before = w.paid[k];
    }
  }

  /** Adds what a phase costs of which a value changes with time. */
  private static void addChanging(Workings w, Inputs inputs, int p, double[] usdBn) {
    for (int epoch = 0; epoch < w.phases[p].epochs().count(); epoch++) {
      double[] prices = {
        inputs.inEpoch(PER_ADDED, p, epoch),
        inputs.inEpoch(PER_FACILITY, p, epoch),
        inputs.inEpoch(PER_PLANT, p, epoch)
      };
      for (int part = 0; part < prices.length; part++) {
        Payments.toDate(w, p, LEADS.get(part), epoch);
        spend(w, prices[part], usdBn);
      }
    }
    for (int k = 0; k < w.nodes; k++) {
      usdBn[k] += inputs.perGpu(w, PER_DAY, p, k) * w.gpuDays(p, k);
    }
  }
}
