package org.stargatecalc.claim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;

/** A threshold that was answered, under whatever reading of its scope and basis. */
public interface Answered {
  /** Returns the metric, which carries the scope. */
  Metric metric();

  /** Returns the power basis, empty for a metric that has none. */
  Optional<Basis> readBasis();

  /** Returns the answer. */
  Verdict verdict();

  /** Returns the metric at the deadline, or at the horizon's end if that comes first. */
  OptionalDouble value();

  /** Returns value / threshold. */
  OptionalDouble attainment();

  /** Returns threshold − value, negative when exceeded. */
  OptionalDouble shortfall();

  /** Returns the day at whose end, at the latest, the threshold was first reached. */
  Optional<LocalDate> reachedOn();

  /** Returns the months from the deadline to reaching, negative when early. */
  OptionalDouble slipMonths();

  /** Returns whether it is still reached at the deadline; empty unless the verdict is met. */
  Optional<Boolean> held();
}
