package org.stargatecalc.catalog;

import java.util.List;
import org.stargatecalc.provenance.Provenance;

/**
 * Between which values a number usually lies: one outside is probably a slip of a unit.
 *
 * @param key the scenario key, followed by {@code .per_watt} or {@code .per_gpu_hour} where it may
 *     be in another dimension
 * @param low lowest usual value, as a scenario would write it
 * @param high highest usual value
 * @param meant what a number outside may be meant to be, {@code #} for the number
 * @param note what to know about it
 * @param provenance where it comes from
 */
public record UsualRange(
    String key, String low, String high, List<String> meant, String note, Provenance provenance) {
  /** Copies the list. */
  public UsualRange {
    meant = List.copyOf(meant);
  }
}
