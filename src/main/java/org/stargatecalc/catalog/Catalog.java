package org.stargatecalc.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;

/** All shipped records by id, in the order of the data; what is not asked for is not read. */
public final class Catalog {
  private final LazyRecords<Accelerator> accelerators;
  private final LazyRecords<DefaultValue> defaults;
  private final LazyRecords<ClaimRecord> claims;
  private final LazyRecords<UsualRange> usualRanges;
  private final Map<String, Double> defaultNumbers = new ConcurrentHashMap<>();

  /** Creates a catalogue that asks a source for each list once. */
  public Catalog(Source source) {
    accelerators = new LazyRecords<>(source::accelerators);
    defaults = new LazyRecords<>(source::defaults);
    claims = new LazyRecords<>(source::claims);
    usualRanges = new LazyRecords<>(source::usualRanges);
  }

  /** Finds the records, and reads each when its supplier is called. */
  public interface Source {
    /** Returns the chips by id. */
    Map<String, Supplier<Accelerator>> accelerators();

    /** Returns the built-in defaults by key. */
    Map<String, Supplier<DefaultValue>> defaults();

    /** Returns the published claims by id. */
    Map<String, Supplier<ClaimRecord>> claims();

    /** Returns between which values numbers usually lie, by key. */
    Map<String, Supplier<UsualRange>> usualRanges();
  }

  /** Returns the chips by id. */
  public Map<String, Accelerator> accelerators() {
    return accelerators.all();
  }

  /** Returns the built-in defaults by key. */
  public Map<String, DefaultValue> defaults() {
    return defaults.all();
  }

  /** Returns the published claims by id. */
  public Map<String, ClaimRecord> claims() {
    return claims.all();
  }

  /** Returns the ids of the chips. */
  public Set<String> acceleratorIds() {
    return accelerators.ids();
  }

  /** Returns the ids of the published claims. */
  public Set<String> claimIds() {
    return claims.ids();
  }

  /** Returns an accelerator by id. */
  public Optional<Accelerator> accelerator(String id) {
    return accelerators.get(id);
  }

  /** Returns a claim by id. */
  public Optional<ClaimRecord> claim(String id) {
    return claims.get(id);
  }

  /** Returns between which values a number usually lies, by its key. */
  public Optional<UsualRange> usualRange(String key) {
    return usualRanges.get(key);
  }

  /** Returns the built-in default of a key, empty if there is none. */
  public Optional<DefaultValue> findDefault(String key) {
    return defaults.get(key);
  }

  /**
   * Returns a default that must exist.
   *
   * @throws IllegalStateException if the shipped data lacks it
   */
  public DefaultValue defaultValue(String key) {
    return defaults
        .get(key)
        .orElseThrow(() -> new IllegalStateException("the catalogue has no default for " + key));
  }

  /**
   * Returns the number of a default that must exist, in the base unit of its dimension; read once
   * for all scenarios.
   *
   * @param dimension that of the key, always the same
   * @throws IllegalStateException if the shipped data lacks it, or has no such number
   */
  public double defaultNumber(String key, Dimension dimension) {
    Double known = defaultNumbers.get(key);
    if (known != null) {
      return known;
    }
    try {
      double number = QuantityParser.parse(defaultValue(key).value(), dimension);
      defaultNumbers.put(key, number);
      return number;
    } catch (InvalidTextException fault) {
      throw new IllegalStateException("the default of " + key, fault);
    }
  }
}
