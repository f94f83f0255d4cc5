package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.projection.PhaseItem;

/** What is told of one phase, or of one site, in one period. */
public interface PhaseValues {
  /** Returns the id of the phase, empty for a site. */
  Optional<String> phase();

  /** Returns the id of the site. */
  String site();

  /** Returns the last day of the period. */
  LocalDate end();

  /** Returns an item at the end of the period, or in it for a flow. */
  double value(PhaseItem item);
}
