package org.stargatecalc.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All shipped records by id, in the order of the data; a list is read when first asked for. */
public final class Catalog {
  private final Source source;
  private @Nullable Map<String, Accelerator> accelerators;
  private @Nullable Map<String, DefaultValue> defaults;
  private @Nullable Map<String, ClaimRecord> claims;

  /** Creates a catalogue that asks a source for each list once. */
  public Catalog(Source source) {
    this.source = source;
  }

  /** Reads the lists. */
  public interface Source {
    /** Returns the chips by id. */
    Map<String, Accelerator> accelerators();

    /** Returns the built-in defaults by key. */
    Map<String, DefaultValue> defaults();

    /** Returns the published claims by id. */
    Map<String, ClaimRecord> claims();
  }

  /** Returns the chips by id. */
  public synchronized Map<String, Accelerator> accelerators() {
    Map<String, Accelerator> records = accelerators;
    if (records == null) {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(source.accelerators()));
      accelerators = records;
    }
    return records;
  }

  /** Returns the built-in defaults by key. */
  public synchronized Map<String, DefaultValue> defaults() {
    Map<String, DefaultValue> records = defaults;
    if (records == null) {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(source.defaults()));
      defaults = records;
    }
    return records;
  }

  /** Returns the published claims by id. */
  public synchronized Map<String, ClaimRecord> claims() {
    Map<String, ClaimRecord> records = claims;
    if (records == null) {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(source.claims()));
      claims = records;
    }
    return records;
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
