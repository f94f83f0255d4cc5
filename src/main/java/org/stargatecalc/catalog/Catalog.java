package org.stargatecalc.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All shipped records by id, in the order of the data; a list is read when first asked for. */
public final class Catalog {
  private final Records<Accelerator> accelerators;
  private final Records<DefaultValue> defaults;
  private final Records<ClaimRecord> claims;

  /**
   * Creates a catalogue.
   *
   * @param accelerators reads the chips by id
   * @param defaults reads the built-in defaults by key
   * @param claims reads the published claims by id
   */
  public Catalog(
      Supplier<Map<String, Accelerator>> accelerators,
      Supplier<Map<String, DefaultValue>> defaults,
      Supplier<Map<String, ClaimRecord>> claims) {
    this.accelerators = new Records<>(accelerators);
    this.defaults = new Records<>(defaults);
    this.claims = new Records<>(claims);
  }

  /** A list that is read at most once. */
  private static final class Records<T> {
    private final Supplier<Map<String, T>> reader;
    private @Nullable Map<String, T> read;

    Records(Supplier<Map<String, T>> reader) {
      this.reader = reader;
    }

    synchronized Map<String, T> get() {
      Map<String, T> records = read;
      if (records == null) {
        records = Collections.unmodifiableMap(new LinkedHashMap<>(reader.get()));
        read = records;
      }
      return records;
    }
  }

  /** Returns the chips by id. */
  public Map<String, Accelerator> accelerators() {
    return accelerators.get();
  }

  /** Returns the built-in defaults by key. */
  public Map<String, DefaultValue> defaults() {
    return defaults.get();
  }

  /** Returns the published claims by id. */
  public Map<String, ClaimRecord> claims() {
    return claims.get();
  }

  /** Returns an accelerator by id. */
  public Optional<Accelerator> accelerator(String id) {
    return Optional.ofNullable(accelerators().get(id));
  }

  /** Returns a claim by id. */
  public Optional<ClaimRecord> claim(String id) {
    return Optional.ofNullable(claims().get(id));
  }

  /**
   * Returns a default that must exist.
   *
   * @throws IllegalStateException if the shipped data lacks it
   */
  public DefaultValue defaultValue(String key) {
    DefaultValue value = defaults().get(key);
    if (value == null) {
      throw new IllegalStateException("the catalogue has no default for " + key);
    }
    return value;
  }
}
