package org.stargatecalc.input;

import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;

/**
 * A number, duration or date of a scenario, and where it is given another value.
 *
 * @param path that {@code --set} takes
 * @param text as it is written, empty where it is not
 * @param assumption what it is
 * @param domain what it may be, in its base unit
 * @param places how many places the path stands for
 * @param alike how many of them have this value
 */
public record SettableInput(
    String path, String text, Assumption assumption, Domain domain, int places, int alike) {}
