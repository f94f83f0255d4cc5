package org.stargatecalc.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All shipped records by id, in the order of the data.
 *
 * @param accelerators chips by id
 * @param defaults built-in defaults by key
 * @param claims published claims by id
 */
public record Catalog(
    Map<String, Accelerator> accelerators,
    Map<String, DefaultValue> defaults,
    Map<String, ClaimRecord> claims) {
  /** Copies the maps, keeping their order. */
  public Catalog {
    accelerators = Collections.unmodifiableMap(new LinkedHashMap<>(accelerators));
    defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }

  /** Returns an accelerator by id. */
  public Optional<Accelerator> accelerator(String id) {
    return Optional.ofNullable(accelerators.get(id));
  }

  /** Returns a claim by id. */
  public Optional<ClaimRecord> claim(String id) {
    return Optional.ofNullable(claims.get(id));
  }

  /**
   * Returns a default that must exist.
   *
   * @throws IllegalStateException if the shipped data lacks it
   */
  public DefaultValue defaultValue(String key) {
    DefaultValue value = defaults.get(key);
    if (value == null) {
      throw new IllegalStateException("the catalogue has no default for " + key);
    }
    return value;
  }
}
