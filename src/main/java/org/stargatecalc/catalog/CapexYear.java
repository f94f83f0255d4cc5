package org.stargatecalc.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.provenance.Provenance;

/**
 * What a company spent, or said that it would spend, in a period.
 *
 * @param company who
 * @param period the period as the company names it, such as {@code FY2025}
 * @param periodEnd its last day, empty if sources disagree
 * @param lowUsdBn lower end, billions of USD of the time
 * @param highUsdBn upper end, billions of USD of the time
 * @param kind actual, announced or guidance
 * @param statedOn when it was said, as precisely as known, empty if not stated
 * @param note what to know about it, empty if nothing
 * @param provenance source and confidence
 */
public record CapexYear(
    String company,
    String period,
    Optional<LocalDate> periodEnd,
    OptionalDouble lowUsdBn,
    OptionalDouble highUsdBn,
    String kind,
    String statedOn,
    String note,
    Provenance provenance) {}
