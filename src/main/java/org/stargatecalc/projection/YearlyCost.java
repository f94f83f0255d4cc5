package org.stargatecalc.projection;

import org.stargatecalc.calendar.Durations;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Scenario;

/**
 * What one installed GPU of a phase costs in a year, USD.
 *
 * @param capital capex × the yearly share of its life: compute over compute_life, the rest over
 *     facility_life
 * @param energy mean power × 8,766 h × price; none for rented capacity, whose price includes it
 * @param opex IT power × opex
 * @param lease IT power × shell_price for a leased shell
 * @param offtake IT power × price, or 8,766 h × price per GPU-hour, for rented capacity
 */
record YearlyCost(double capital, double energy, double opex, double lease, double offtake) {
  static YearlyCost of(Phase phase, Scenario scenario, CapitalShares shares) {
    Ownership ownership = phase.spec().ownership();
    boolean rented = ownership == Ownership.OFFTAKE;
    double itWatts = phase.itWatts();
    double rate = scenario.discountRate();
    double computeYears = phase.get(PhaseParameter.COMPUTE_LIFE) / Durations.DAYS_PER_YEAR;
    double facilityYears = phase.get(PhaseParameter.FACILITY_LIFE) / Durations.DAYS_PER_YEAR;
    double building = phase.facilityCapex() + phase.generationCapex();
    double capital =
        phase.computeCapex() * shares.perYear(rate, computeYears)
            + building * shares.perYear(rate, facilityYears);
    double kilowattHours = phase.averageWatts() / 1000 * Durations.HOURS_PER_YEAR;
    double price = phase.get(PhaseParameter.OFFTAKE_PRICE);
    boolean perGpuHour = phase.spec().offtakeDimension() == Dimension.MONEY_PER_COUNT_TIME;
    return new YearlyCost(
        capital,
        rented ? 0 : kilowattHours * phase.get(PhaseParameter.ENERGY_PRICE),
        rented ? 0 : itWatts * phase.get(PhaseParameter.OPEX),
        ownership == Ownership.LEASE_SHELL ? itWatts * phase.get(PhaseParameter.SHELL_PRICE) : 0,
        rented ? price * (perGpuHour ? Durations.HOURS_PER_YEAR : itWatts) : 0);
  }

  double total() {
    return capital + energy + opex + lease + offtake;
  }
}
