package org.stargatecalc.input;

import java.util.HashMap;
import java.util.Map;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.uncertainty.Distribution;
import org.stargatecalc.word.Worded;

/** The built-in defaults as assumptions; each is read from the catalogue once. */
public final class Defaults {
  private final Catalog catalog;
  private final Map<String, AssumedValue> read = new HashMap<>();

  Defaults(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Returns the default of a parameter as used by a phase. */
  Assumption of(PhaseParameter parameter, String usedAt) {
    return of(parameter.key(), parameter, usedAt);
  }

  /** Returns a default that depends on more than its parameter, such as {@code mfu.fp8}. */
  Assumption of(String key, PhaseParameter parameter, String usedAt) {
    Dimension dimension =
        parameter == PhaseParameter.CAPEX_PER_GPU
            ? Dimension.MONEY_PER_POWER
            : parameter.dimension();
    return of(key, dimension, usedAt);
  }

  /** Returns the default of a scenario parameter. */
  Assumption of(String key, Dimension dimension, String usedAt) {
    DefaultValue value = catalog.defaultValue(key);
    AssumedValue assumed = read.get(key);
    if (assumed == null) {
      assumed =
          new AssumedValue.Measured(
              new Distribution.Certain(catalog.defaultNumber(key, dimension)), dimension);
      read.put(key, assumed);
    }
    return new Assumption(usedAt, "default." + key, assumed, Origin.DEFAULT, value.provenance());
  }

  /** Returns the default of a parameter that is a word. */
  String word(String key) {
    return catalog.defaultValue(key).value();
  }

  /** Returns a default word as an assumption. */
  Assumption named(String key, String usedAt) {
    DefaultValue value = catalog.defaultValue(key);
    return new Assumption(
        usedAt,
        "default." + key,
        new AssumedValue.Named(value.value()),
        Origin.DEFAULT,
        value.provenance());
  }

  /** Returns the constant that a default word names. */
  <E extends Worded> E constant(String key, E[] constants) {
    String word = word(key);
    return Worded.of(constants, word)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the default of " + key + " is the unknown word " + word));
  }
}
