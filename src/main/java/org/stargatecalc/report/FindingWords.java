package org.stargatecalc.report;

import java.math.BigDecimal;
import org.stargatecalc.analysis.check.Finding;
import org.stargatecalc.expression.Measure;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;

/** How what was found is said to people. */
public final class FindingWords {
  private static final String PERCENT = "%";
  private static final double ROUNDING = 1e-9;

  private FindingWords() {}

  public static Cell measured(Finding finding) {
    if (finding.word().isPresent()) {
      return Cell.words(finding.word().get());
    }
    return Double.isNaN(finding.measured())
        ? Cell.words("undefined")
        : Cell.apart(
            Cell.estimate(finding.measured(), display(finding.measure()), error(finding)),
            finding.comparison().bound());
  }

  public static Cell bound(Finding finding) {
    return finding.comparison().word().isPresent()
        ? Cell.words(finding.comparison().word().get())
        : Cell.apart(value(finding, finding.comparison().bound()), finding.measured());
  }

  private static double error(Finding finding) {
    return finding.measure() instanceof Measure.OfProbability
        ? Cell.errorOfShare(finding.error())
        : finding.error();
  }

  /** Returns the margin in the digits that the numbers have of which it is the difference. */
  public static Cell margin(Finding finding) {
    double larger = Math.max(Math.abs(finding.measured()), Math.abs(finding.comparison().bound()));
    Display display = display(finding.measure());
    double last = StrictMath.pow(10, Math.floor(StrictMath.log10(larger)) + 1 - display.digits());
    boolean isNothing = Math.abs(finding.margin()) < ROUNDING * larger;
    return Cell.estimate(
        isNothing ? 0 : difference(finding), display, Math.max(last, error(finding)));
  }

  /**
   * Returns the margin as the decimal difference of the decimal numbers that are written, without
   * what binary subtraction adds: 2.348 − 2.2534 is 0.0946, not 0.0945999999999998.
   */
  public static double difference(Finding finding) {
    double margin = finding.margin();
    if (!Double.isFinite(margin)) {
      return margin;
    }
    double bound = finding.comparison().bound();
    double decimal =
        BigDecimal.valueOf(finding.measured())
            .subtract(BigDecimal.valueOf(bound))
            .abs()
            .doubleValue();
    return Math.copySign(decimal, margin);
  }

  private static Cell value(Finding finding, double value) {
    return Cell.number(value, display(finding.measure()));
  }

  private static Display display(Measure measure) {
    return measure.unit().isEmpty() ? Display.SHARE : Display.exact(metric(measure));
  }

  private static Metric metric(Measure measure) {
    return ((Measure.OfMetric) measure.unchanged()).metric();
  }

  /** Returns the unit in which people read a measure: shares are percentages, words have none. */
  public static String unit(Measure measure) {
    boolean isWord = measure instanceof Measure.OfVerdict || measure.isRemark();
    return measure.unit().map(MetricUnit::symbol).orElse(isWord ? "" : PERCENT);
  }

  /** Returns the unit behind a number that does not carry its own. */
  public static String unitBehind(Measure measure) {
    String unit = unit(measure);
    return unit.equals(PERCENT) ? "" : unit;
  }

  /** Returns a value in the unit in which people read it. */
  public static double shown(Measure measure, double value) {
    return unit(measure).equals(PERCENT) ? value * 100 : value;
  }
}
