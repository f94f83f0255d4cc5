package org.stargatecalc.cli;

import java.util.EnumMap;
import java.util.Map;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/** Reads how much a result may change. */
final class Tolerances {
  private Tolerances() {}

  /** Returns the tolerance that a command line states, nothing but rounding if it states none. */
  static Tolerance of(Arguments arguments) throws UsageException {
    double general = 0;
    Map<Metric, Double> byMetric = new EnumMap<>(Metric.class);
    for (String text : arguments.texts(Option.TOLERANCE)) {
      int equals = text.indexOf('=');
      double share = share(text.substring(equals + 1));
      if (equals < 0) {
        general = share;
      } else {
        byMetric.put(Arguments.metric(Option.TOLERANCE, text.substring(0, equals).strip()), share);
      }
    }
    return new Tolerance(general, byMetric);
  }

  /** Returns the tolerances of the metrics that a command line names: all if it names none. */
  static Map<Metric, Double> byMetric(Arguments arguments) throws UsageException {
    Tolerance tolerance = of(arguments);
    boolean general = false;
    for (String text : arguments.texts(Option.TOLERANCE)) {
      general |= !text.contains("=");
    }
    Map<Metric, Double> shares = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      boolean named = general || tolerance.byMetric().containsKey(metric);
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
          Option.TOLERANCE + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }
}
