package org.stargatecalc.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All shipped records by id, in the order of the data; what is not asked for is not read. */
public final class Catalog {
  private final Source source;
  private @Nullable Records<Accelerator> accelerators;
  private @Nullable Records<DefaultValue> defaults;
  private @Nullable Records<ClaimRecord> claims;

  /** Creates a catalogue that asks a source for each list once. */
  public Catalog(Source source) {
    this.source = source;
  }

  /** Finds the records, and reads each when its supplier is called. */
  public interface Source {
    /** Returns the chips by id. */
    Map<String, Supplier<Accelerator>> accelerators();

    /** Returns the built-in defaults by key. */
    Map<String, Supplier<DefaultValue>> defaults();

    /** Returns the published claims by id. */
    Map<String, Supplier<ClaimRecord>> claims();
  }

  private synchronized Records<Accelerator> acceleratorRecords() {
    Records<Accelerator> records = accelerators;
    if (records == null) {
      records = new Records<>(source.accelerators());
      accelerators = records;
    }
    return records;
  }

  private synchronized Records<DefaultValue> defaultRecords() {
    Records<DefaultValue> records = defaults;
    if (records == null) {
      records = new Records<>(source.defaults());
      defaults = records;
    }
    return records;
  }

  private synchronized Records<ClaimRecord> claimRecords() {
    Records<ClaimRecord> records = claims;
    if (records == null) {
      records = new Records<>(source.claims());
      claims = records;
    }
    return records;
  }

  /** Returns the chips by id. */
  public Map<String, Accelerator> accelerators() {
    return acceleratorRecords().all();
  }

  /** Returns the built-in defaults by key. */
  public Map<String, DefaultValue> defaults() {
    return defaultRecords().all();
  }

  /** Returns the published claims by id. */
  public Map<String, ClaimRecord> claims() {
    return claimRecords().all();
  }

  /** Returns the ids of the chips. */
  public Set<String> acceleratorIds() {
    return acceleratorRecords().ids();
  }

  /** Returns the ids of the published claims. */
  public Set<String> claimIds() {
    return claimRecords().ids();
  }

  /** Returns an accelerator by id. */
  public Optional<Accelerator> accelerator(String id) {
    return acceleratorRecords().get(id);
  }

  /** Returns a claim by id. */
  public Optional<ClaimRecord> claim(String id) {
    return claimRecords().get(id);
  }

  /**
   * Returns a default that must exist.
   *
   * @throws IllegalStateException if the shipped data lacks it
   */
  public DefaultValue defaultValue(String key) {
    return defaultRecords()
        .get(key)
        .orElseThrow(() -> new IllegalStateException("the catalogue has no default for " + key));
  }
}
