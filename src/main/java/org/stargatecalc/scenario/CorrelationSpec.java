package org.stargatecalc.scenario;

/**
 * How two uncertain inputs move together: the correlation of their normal scores.
 *
 * @param first path of an uncertain input
 * @param second path of another
 * @param rho from −1 to 1
 */
public record CorrelationSpec(String first, String second, double rho) {}
