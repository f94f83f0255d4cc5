package org.stargatecalc.catalog;

import java.time.LocalDate;

/**
 * Chips of one type at a site, as a vintage of the record counts them.
 *
 * <p>Whether a count is of what was added on its date or of all that there is then differs from
 * site to site and is not said; it is kept as published.
 *
 * @param vintage the day on which the record said so
 * @param date the day of the count
 * @param type the chip in the record's words, such as {@code TPU v6e}
 * @param count chips, 0 or more
 * @param known how the count is known, in the record's words, empty if not said
 */
public record SiteChips(
    LocalDate vintage, LocalDate date, String type, double count, String known) {
  /** Checks the count. */
  public SiteChips {
    if (!(count >= 0)) {
      throw new IllegalArgumentException("count " + count + " of " + type + " must be >= 0");
    }
  }
}
