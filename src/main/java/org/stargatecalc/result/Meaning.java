package org.stargatecalc.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.ModelVersion;

/** Which numbers of two results mean something else, because other versions computed them. */
public final class Meaning {
  private Meaning() {}

  /** Returns whether a metric of two results means the same. */
  public static boolean isSame(Metric metric, Result one, Result other) {
    return ModelVersion.isSame(metric, one.modelVersion(), other.modelVersion());
  }

  /**
   * Returns a line on what of two results is not compared, empty if all of it is.
   *
   * @param label what the user calls the base
   * @param metrics those that are asked for
   */
  public static Optional<String> warning(
      String label, Result base, Result other, List<Metric> metrics) {
    List<String> left = new ArrayList<>();
    for (Metric metric : metrics) {
      if (!isSame(metric, base, other)) {
        left.add(metric.id());
      }
    }
    for (ResultClaim claim : base.claims()) {
      if (!isSame(claim.metric(), base, other)) {
        left.add("claim " + claim.id());
      }
    }
    if (left.isEmpty()) {
      return Optional.empty();
    }
    int newest = Math.max(base.modelVersion(), other.modelVersion());
    String what =
        newest > ModelVersion.CURRENT
            ? "nothing is compared, because this program does not know version " + newest
            : "not compared, because they mean something else now: " + String.join(", ", left);
    return Optional.of(
        label
            + ": "
            + base.name()
            + " was computed by version "
            + base.modelVersion()
            + " of the model, "
            + other.file()
            + " by version "
            + other.modelVersion()
            + "; "
            + what);
  }
}
