package org.stargatecalc.quantity;

/**
 * A number in the base unit of its dimension.
 *
 * @param value in {@link Dimension#baseUnit()}
 * @param dimension what it measures
 */
public record Quantity(double value, Dimension dimension) {}
