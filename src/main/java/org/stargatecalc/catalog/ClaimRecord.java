package org.stargatecalc.catalog;

import java.time.LocalDate;
import org.stargatecalc.provenance.Provenance;

/**
 * A published claim of the form metric ≥ value by date.
 *
 * @param id catalogue id
 * @param title what is claimed, in a few words
 * @param author who claims it
 * @param statedOn when, as precisely as known
 * @param metric id of the metric
 * @param basis {@code facility} or {@code it}, empty where the metric has no power basis
 * @param atLeast threshold as written, in the quantity grammar
 * @param by the last day on which it can still come true
 * @param scope what the claim is about and what it leaves open
 * @param statement what was said
 * @param status what became of it
 * @param provenance source, date of the status and confidence
 */
public record ClaimRecord(
    String id,
    String title,
    String author,
    String statedOn,
    String metric,
    String basis,
    String atLeast,
    LocalDate by,
    String scope,
    String statement,
    String status,
    Provenance provenance) {}
