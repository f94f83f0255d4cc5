package org.stargatecalc.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.word.Worded;

/**
 * The power of a site on a date, as one vintage of the record has it.
 *
 * @param vintage the day on which the record said so; empty for an announcement
 * @param date the day at whose end the power stands
 * @param itMw IT power, MW, 0 or more; empty if not recorded
 * @param facilityMw facility power, MW, 0 or more; empty if not recorded
 * @param h100Equivalents compute in H100 equivalents; empty if not recorded
 * @param capexUsdBn capital expenditure to date, billions of 2025 USD; empty if not recorded
 * @param kind whether it stood, is expected or was announced
 */
public record SiteCapacity(
    Optional<LocalDate> vintage,
    LocalDate date,
    OptionalDouble itMw,
    OptionalDouble facilityMw,
    OptionalDouble h100Equivalents,
    OptionalDouble capexUsdBn,
    Kind kind) {
  /** Checks that no power is negative. */
  public SiteCapacity {
    if (itMw.orElse(0) < 0 || facilityMw.orElse(0) < 0) {
      throw new IllegalArgumentException("power at " + date + " must be >= 0");
    }
  }

  /** Returns the same point as another vintage has it. */
  public SiteCapacity of(LocalDate another) {
    return new SiteCapacity(
        Optional.of(another), date, itMw, facilityMw, h100Equivalents, capexUsdBn, kind);
  }

  /** What a point of the record rests on. */
  public enum Kind implements Worded {
    /** The record's authors estimate that it stood on its date. */
    ESTIMATED,
    /** The record's authors expect it. */
    FORECAST,
    /** The builder said so; not part of any vintage. */
    ANNOUNCED;
  }
}
