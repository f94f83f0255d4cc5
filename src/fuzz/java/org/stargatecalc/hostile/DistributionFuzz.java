package org.stargatecalc.hostile;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Optional;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.uncertainty.Distribution;
import org.stargatecalc.uncertainty.DistributionParser;

/** Whatever text stands for a distribution, its quantiles rise or it is refused. */
public final class DistributionFuzz {
  private static final double[] LEVELS = {1e-9, 0.05, 0.5, 0.95, 1 - 1e-9};

  private DistributionFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    boolean dates = data.consumeBoolean();
    Dimension dimension = dates ? Dimension.DURATION : data.pickValue(Dimension.values());
    String text = data.consumeRemainingAsString();
    DistributionParser.ValueReader quantity = t -> QuantityParser.parse(t, dimension);
    DistributionParser.ValueReader value =
        dates ? t -> PartialDate.parse(t).last().toEpochDay() : quantity;
    try {
      Optional<Distribution> read = new DistributionParser(value, quantity, dates).parse(text);
      double before = Double.NEGATIVE_INFINITY;
      for (double level : LEVELS) {
        double quantile = read.map(d -> d.quantile(level)).orElse(0.0);
        if (!(quantile >= before)) {
          throw new AssertionError("a quantile " + quantile + " after " + before + ": " + text);
        }
        before = quantile;
      }
    } catch (InvalidTextException fault) {
      if (fault.found().isEmpty() || fault.expected().isEmpty()) {
        throw new AssertionError("refused without words: " + text);
      }
    }
  }
}
