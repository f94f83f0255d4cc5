package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;

/**
 * One value that a result rests on.
 *
 * @param path where it is used
 * @param declaredAt where it was written
 * @param number the central value in its base unit, NaN for a date or a word
 * @param low the 5 % quantile of an uncertain value, a date as its day since 1970-01-01; NaN for a
 *     value that is known
 * @param high the 95 % quantile, as the low one
 * @param word an ISO date or a word, empty for a number
 * @param unit the base unit of a number
 * @param origin the level at which it was found
 * @param source who says so
 * @param confidence how sure that is
 * @param asOf date of the information
 */
public record ResultAssumption(
    String path,
    String declaredAt,
    double number,
    double low,
    double high,
    String word,
    Optional<String> unit,
    Origin origin,
    Optional<String> source,
    Optional<String> confidence,
    Optional<String> asOf) {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /** Returns the ends of an uncertain value as assumptions of their own; none for a known one. */
  public List<ResultAssumption> ends() {
    return Double.isNaN(low) ? List.of() : List.of(end(" p05", low), end(" p95", high));
  }

  private ResultAssumption end(String suffix, double value) {
    boolean date = unit.isEmpty();
    return new ResultAssumption(
        path + suffix,
        declaredAt + suffix,
        date ? Double.NaN : value,
        Double.NaN,
        Double.NaN,
        date ? LocalDate.ofEpochDay((long) value).toString() : "",
        unit,
        origin,
        source,
        confidence,
        asOf);
  }

  /** Returns what a saved result holds of an assumption. */
  public static ResultAssumption of(Assumption assumption) {
    double number = Double.NaN;
    double low = Double.NaN;
    double high = Double.NaN;
    String word = "";
    Optional<String> unit = Optional.empty();
    if (assumption.value() instanceof AssumedValue.Measured measured) {
      number = measured.distribution().median();
      if (!measured.distribution().isCertain()) {
        low = measured.distribution().quantile(LOW);
        high = measured.distribution().quantile(HIGH);
      }
      unit = Optional.of(measured.dimension().baseUnit());
    } else if (assumption.value() instanceof AssumedValue.Named named) {
      word = named.word();
    } else if (assumption.value() instanceof AssumedValue.Dated dated) {
      double day = StrictMath.floor(dated.distribution().median());
      word = LocalDate.ofEpochDay((long) day).toString();
      if (!dated.distribution().isCertain()) {
        low = StrictMath.floor(dated.distribution().quantile(LOW));
        high = StrictMath.floor(dated.distribution().quantile(HIGH));
      }
    }
    return new ResultAssumption(
        assumption.path(),
        assumption.declaredAt(),
        number,
        low,
        high,
        word,
        unit,
        assumption.origin(),
        assumption.provenance().source(),
        assumption.provenance().confidence().map(Confidence::id),
        assumption.provenance().asOf());
  }

  /** Returns whether draws differ in it: an uncertain value, or the odds of a coin. */
  boolean isDrawn() {
    return !Double.isNaN(low) || (path.endsWith(".probability") && number > 0 && number < 1);
  }

  /** Returns whether another assumption has the same value in the same unit. */
  public boolean hasValueOf(ResultAssumption other) {
    return Double.compare(number, other.number) == 0
        && word.equals(other.word)
        && unit.equals(other.unit);
  }

  /** Returns whether another assumption comes from the same level and source. */
  public boolean hasProvenanceOf(ResultAssumption other) {
    return origin == other.origin
        && source.equals(other.source)
        && confidence.equals(other.confidence)
        && asOf.equals(other.asOf);
  }
}
