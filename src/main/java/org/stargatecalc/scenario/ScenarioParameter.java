package org.stargatecalc.scenario;

import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;

/** A numeric parameter of the whole scenario, declared once: key, dimension, domain, meaning. */
public enum ScenarioParameter {
  /** What a year of waiting costs. */
  DISCOUNT_RATE(
      "discount_rate",
      Dimension.SHARE,
      new Domain(-1, false, 10),
      "per year, a real rate since money is constant; coupons are nominal"),
  /** How fast hardware gets cheaper. */
  PRICE_PERFORMANCE(
      "price_performance",
      Dimension.RATIO,
      Domain.POSITIVE,
      "yearly growth factor of FLOP/s per dollar"),
  /** What training runs are held against. */
  REFERENCE_RUN(
      "reference_run",
      Dimension.COMPUTE,
      Domain.ABOVE_ZERO,
      "training run from which orders of magnitude are counted");

  private final String key;
  private final Dimension dimension;
  private final Domain domain;
  private final String meaning;

  ScenarioParameter(String key, Dimension dimension, Domain domain, String meaning) {
    this.key = key;
    this.dimension = dimension;
    this.domain = domain;
    this.meaning = meaning;
  }

  /** Returns the scenario key. */
  public String key() {
    return key;
  }

  /** Returns what the parameter measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** Returns which values are allowed, in the base unit. */
  public Domain domain() {
    return domain;
  }

  /** Returns what the parameter means, in a few words. */
  public String meaning() {
    return meaning;
  }
}
