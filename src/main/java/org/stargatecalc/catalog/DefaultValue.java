package org.stargatecalc.catalog;

import org.stargatecalc.provenance.Provenance;

/**
 * A built-in default.
 *
 * @param key the scenario key, dotted where it lies inside another
 * @param value as a scenario would write it
 * @param note what to know about it, such as the published range
 * @param provenance where it comes from
 */
public record DefaultValue(String key, String value, String note, Provenance provenance) {}
