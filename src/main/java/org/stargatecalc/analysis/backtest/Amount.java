package org.stargatecalc.analysis.backtest;

import java.util.OptionalDouble;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.word.Worded;

/** What the record holds of a site beside its power. */
public enum Amount implements Worded {
  /** Compute, in H100 equivalents. */
  H100_EQUIVALENTS(Metric.H100_EQUIVALENTS),
  /** Capital expenditure to date, billions of 2025 USD. */
  CAPEX_USD_BN(Metric.CUMULATIVE_CAPEX_USD_BN);

  private final Metric metric;

  Amount(Metric metric) {
    this.metric = metric;
  }

  /** Returns what a projection calls it. */
  public Metric metric() {
    return metric;
  }

  OptionalDouble recorded(SiteCapacity point) {
    return switch (this) {
      case H100_EQUIVALENTS -> point.h100Equivalents();
      case CAPEX_USD_BN -> point.capexUsdBn();
    };
  }
}
