package org.stargatecalc.projection;

import java.util.Optional;
import java.util.Set;

/** What a metric leaves out that another, where it stands beside, counts. */
public final class LeavesOut {
  private LeavesOut() {}

  /**
   * Returns what is to be said of a set of metrics that is asked for: a present value alone leaves
   * out what is left at the end, so that the answer turns with the end of the horizon.
   */
  public static Optional<String> warning(Set<Metric> asked) {
    return asked.contains(Metric.PRESENT_VALUE_USD_BN)
            && !asked.contains(Metric.NET_PRESENT_COST_USD_BN)
        ? Optional.of(
            Metric.PRESENT_VALUE_USD_BN.id()
                + " leaves out what is left at the end of the horizon; "
                + Metric.NET_PRESENT_COST_USD_BN.id()
                + ", in its place or beside it, takes that off")
        : Optional.empty();
  }
}
