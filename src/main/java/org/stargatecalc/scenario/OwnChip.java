package org.stargatecalc.scenario;

import java.util.List;

/**
 * A chip that a scenario defines.
 *
 * @param id by which phases name it
 * @param isRedefined whether the catalogue has a chip of this id, in whose place it stands
 * @param labels what is said of it in words or as a date
 * @param numbers what is known of it
 */
public record OwnChip(
    String id, boolean isRedefined, List<Assumption> labels, List<Assumption> numbers) {
  /** Copies the lists. */
  public OwnChip {
    labels = List.copyOf(labels);
    numbers = List.copyOf(numbers);
  }
}
