package org.stargatecalc.catalog;

import org.stargatecalc.provenance.Provenance;

/**
 * Something that happened in the debate or on the ground.
 *
 * @param date when, as precisely as known
 * @param until the end of a span or of an uncertain date, empty if none
 * @param actor who
 * @param event what
 * @param quantity the figure it is about, as written, empty if none
 * @param kind such as announcement, forecast, operational or delay
 * @param provenance source and confidence
 */
public record ChronologyEntry(
    String date,
    String until,
    String actor,
    String event,
    String quantity,
    String kind,
    Provenance provenance) {}
