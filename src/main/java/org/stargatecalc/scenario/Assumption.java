package org.stargatecalc.scenario;

import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;

/**
 * One value that a projection rests on.
 *
 * @param path where it is used, such as {@code phases.abilene.pue}
 * @param declaredAt where it was written; phases that inherit a value share it
 * @param value the value itself
 * @param origin the level at which it was found
 * @param provenance who says so
 */
public record Assumption(
    String path, String declaredAt, AssumedValue value, Origin origin, Provenance provenance) {}
