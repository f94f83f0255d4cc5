package org.stargatecalc.scenario;

import org.stargatecalc.uncertainty.Distribution;

/**
 * An input that a draw decides.
 *
 * @param path where it was written
 * @param distribution what is known about it
 * @param value the value as stated, with its dimension
 */
public record UncertainInput(String path, Distribution distribution, AssumedValue value) {}
