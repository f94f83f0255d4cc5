package org.stargatecalc.scenario;

import java.util.Set;

/**
 * Something that may happen and then delays phases.
 *
 * @param id its id
 * @param probability chance that it happens
 * @param delay added to every date of the phases when it does
 * @param appliesTo ids of the phases that it delays
 */
public record RiskSpec(String id, Assumption probability, Assumption delay, Set<String> appliesTo) {
  /** Copies the ids. */
  public RiskSpec {
    appliesTo = Set.copyOf(appliesTo);
  }
}
