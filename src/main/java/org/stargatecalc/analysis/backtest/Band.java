package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.projection.Basis;

/** The range in which a scenario expects the power of a site, where it states one. */
@FunctionalInterface
public interface Band {
  /** The scenario states no range. */
  Band NONE = (site, basis, date) -> Optional.empty();

  /** Returns the range at the end of a date, for a site as the scenario calls it. */
  Optional<Range> at(String site, Basis basis, LocalDate date);

  /**
   * A range of power.
   *
   * @param lowMw lower end, MW
   * @param highMw upper end, MW
   */
  record Range(double lowMw, double highMw) {
    /** Returns a range whose ends are given in GW. */
    public static Range ofGigawatts(double low, double high) {
      return new Range(1000 * low, 1000 * high);
    }

    /** Returns 1 if a power lies in the range, ends included, and 0 if not. */
    double contains(double mw) {
      return mw >= lowMw && mw <= highMw ? 1 : 0;
    }
  }
}
