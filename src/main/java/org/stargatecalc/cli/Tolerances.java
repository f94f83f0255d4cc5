package org.stargatecalc.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/** Reads how much a result may change. */
final class Tolerances {
  private Tolerances() {}

  /**
   * Returns the tolerance that a command line states, nothing but rounding if it states none; where
   * it names metrics and no share for all, it is of these metrics alone.
   */
  static Tolerance of(Arguments arguments) throws UsageException {
    double general = Double.NaN;
    Map<Metric, Double> byMetric = new EnumMap<>(Metric.class);
    for (String text : arguments.texts(Option.TOLERANCE)) {
      int equals = text.indexOf('=');
      double share = share(text.substring(equals + 1));
      if (equals < 0) {
        requireOne(Double.isNaN(general), "a share for all metrics");
        general = share;
      } else {
        Metric metric =
            Arguments.metric(Option.TOLERANCE.word(), text.substring(0, equals).strip());
        requireOne(byMetric.put(metric, share) == null, metric.id());
        if (metric.kind() == Metric.Kind.TEXT) {
          throw new UsageException(
              Option.TOLERANCE
                  + ": found "
                  + metric.id()
                  + ", which is a word; expected a metric that is a number");
        }
      }
    }
    boolean isOfNamed = Double.isNaN(general) && !byMetric.isEmpty();
    return new Tolerance(
        Double.isNaN(general) ? 0 : general, byMetric, isOfNamed && !arguments.has(Option.METRICS));
  }

  /** Of two tolerances, the wider one would pass what the other does not. */
  private static void requireOne(boolean isFirst, String what) throws UsageException {
    if (!isFirst) {
      throw new UsageException(Option.TOLERANCE + ": found " + what + " twice; expected it once");
    }
  }

  /**
   * Returns the tolerances of the metrics that a command line names, of a share alone all metrics.
   */
  static Map<Metric, Double> byMetric(Arguments arguments) throws UsageException {
    Tolerance tolerance = of(arguments);
    boolean general = false;
    for (String text : arguments.texts(Option.TOLERANCE)) {
      general |= !text.contains("=");
    }
    List<Metric> only = arguments.metrics();
    if (!only.isEmpty() && !general) {
      throw new UsageException(
          Option.METRICS
              + " says which metrics a share is for: add "
              + Option.TOLERANCE
              + " SHARE");
    }
    Map<Metric, Double> shares = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      boolean named =
          (general && (only.isEmpty() || only.contains(metric)))
              || tolerance.byMetric().containsKey(metric);
      if (named && metric.kind() != Metric.Kind.TEXT) {
        shares.put(metric, tolerance.of(metric));
      }
    }
    return shares;
  }

  private static double share(String text) throws UsageException {
    try {
      double share = QuantityParser.parse(text, Dimension.SHARE);
      if (share >= 0 && text.contains("%")) {
        return share;
      }
      throw new UsageException(
          Option.TOLERANCE + ": found '" + text + "'; expected a share of 0% or more, such as 5%");
    } catch (InvalidTextException fault) {
      throw new UsageException(
          Option.TOLERANCE
              + ": found "
              + fault.found()
              + "; expected a share of 0% or more, such as 5%");
    }
  }
}
