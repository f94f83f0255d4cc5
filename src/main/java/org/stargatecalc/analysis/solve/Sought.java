package org.stargatecalc.analysis.solve;

import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * A parameter whose value is sought.
 *
 * @param path at which it is set
 * @param notation how its values are written
 * @param given its value now, as its notation counts
 * @param givenText as the scenario says it
 * @param origin at which level that stands
 * @param provenance who says so
 * @param places how many places the path stands for
 * @param alike how many of them have the given value
 */
public record Sought(
    String path,
    Notation notation,
    double given,
    String givenText,
    Origin origin,
    Provenance provenance,
    int places,
    int alike) {
  /**
   * Returns a parameter of a scenario.
   *
   * @param text as the scenario writes it, empty where it does not
   * @param domain what it may be, in its base unit
   */
  public static Sought of(String path, String text, Assumption assumption, Domain domain) {
    Notation notation = notation(path, text, assumption, domain);
    double base = assumption.median();
    double given =
        notation.kind() == Notation.Kind.NUMBER
            ? base / Notation.perUnit(notation.unit(), notation.dimension())
            : StrictMath.floor(base);
    return new Sought(
        path,
        notation,
        given,
        text.isEmpty() ? notation.text(notation.rounded(given)) : text,
        assumption.origin(),
        assumption.provenance(),
        1,
        1);
  }

  /** Returns this of a path that stands for several places. */
  public Sought of(int places, int alike) {
    return new Sought(path, notation, given, givenText, origin, provenance, places, alike);
  }

  private static Notation notation(String path, String text, Assumption assumption, Domain domain) {
    if (!(assumption.value() instanceof AssumedValue.Measured measured)) {
      return Notation.ofDates();
    }
    if (PhaseParameter.ofPath(path).filter(PhaseParameter::isWhole).isPresent()) {
      return Notation.ofWhole(domain);
    }
    return measured.dimension() == Dimension.DURATION
        ? Notation.ofDays(domain)
        : Notation.ofNumber(text, measured.dimension(), domain);
  }

  /** Returns a change of the value in per cent, or in months for dates and durations. */
  public double change(double value) {
    return notation.kind() == Notation.Kind.NUMBER || notation.kind() == Notation.Kind.WHOLE
        ? given == 0 ? Double.NaN : 100 * (value - given) / Math.abs(given)
        : (value - given) / Notation.DAYS_PER_MONTH;
  }
}
