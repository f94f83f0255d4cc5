package org.stargatecalc.report.schema;

import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.QuantityPattern;
import org.stargatecalc.scenario.PhaseParameter;

/**
 * What a number measures and where it lies: numbers of one measure share one schema.
 *
 * @param dimension what is measured
 * @param alternative what may be measured too, as the unit says
 * @param domain in which it lies
 * @param uncertain whether it may be a distribution
 * @param needsUnit whether a number alone is too little
 */
record Measure(
    Dimension dimension,
    Optional<Dimension> alternative,
    Domain domain,
    boolean uncertain,
    boolean needsUnit) {

  static Measure of(PhaseParameter parameter) {
    boolean known = parameter.isWhole() || parameter == PhaseParameter.PROBABILITY;
    return new Measure(
        parameter.dimension(),
        parameter.alternative(),
        parameter.domain(),
        !known,
        parameter.needsUnit());
  }

  static Measure uncertain(Dimension dimension, Domain domain) {
    return new Measure(dimension, Optional.empty(), domain, true, false);
  }

  static Measure known(Dimension dimension, Domain domain) {
    return new Measure(dimension, Optional.empty(), domain, false, false);
  }

  /** Returns its name among the definitions, such as {@code power-above-0}. */
  String name() {
    String words = domain.describe().replace("≥", "from").replace(">", "above").replace("≤", "to");
    String name = dimension.name() + alternative.map(other -> "-or-" + other.name()).orElse("");
    return (name + (domain.equals(Domain.ANY) ? "" : "-" + words) + (uncertain ? "" : "-known"))
        .toLowerCase(Locale.ROOT)
        .replace('_', '-')
        .replace(' ', '-');
  }

  String pattern() {
    return QuantityPattern.of(dimension, alternative, domain, uncertain, needsUnit);
  }

  /** Returns what it is, in words: {@code a power > 0, such as 2.09 kW or 0.9 GW}. */
  String words() {
    return dimension.noun()
        + alternative.map(other -> " or " + other.noun()).orElse("")
        + (domain.equals(Domain.ANY) ? "" : " " + domain.describe())
        + ", such as "
        + dimension.example()
        + alternative.map(other -> " or " + other.example()).orElse("");
  }

  /** Returns what is said of another text. */
  String message() {
    return "expected "
        + words()
        + (needsUnit ? ", with its unit" : "")
        + (uncertain ? "; or a range, a to b" : "; it cannot be uncertain");
  }
}
