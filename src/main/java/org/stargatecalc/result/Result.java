package org.stargatecalc.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stargatecalc.calendar.Horizon;

/**
 * Everything that one answer says.
 *
 * @param name id of the scenario
 * @param title one line, empty if none
 * @param file the scenario's file as the user named it
 * @param horizon the time that it covers
 * @param modelVersion the version of the model by which it was computed, from 1
 * @param seed of the draws
 * @param samples number of draws, 0 for the central case alone
 * @param claims its claims, judged
 * @param assumptions what it rests on
 * @param measures its metrics
 */
public record Result(
    String name,
    Optional<String> title,
    String file,
    Horizon horizon,
    int modelVersion,
    long seed,
    long samples,
    List<ResultClaim> claims,
    List<ResultAssumption> assumptions,
    Measures measures) {
  /** The schema of one saved result. */
  public static final String SCHEMA = "stargate-calc/result/v1";

  /** The schema of several saved results. */
  public static final String SCHEMA_OF_SEVERAL = "stargate-calc/results/v1";

  /** Copies the lists. */
  public Result {
    claims = List.copyOf(claims);
    assumptions = List.copyOf(assumptions);
  }

  /** Returns this result with draws: how many, by which seed, and what they say. */
  public Result withDraws(
      long drawSeed, long drawn, List<ResultClaim> judged, Measures drawnMeasures) {
    return new Result(
        name,
        title,
        file,
        horizon,
        modelVersion,
        drawSeed,
        drawn,
        judged,
        assumptions,
        drawnMeasures);
  }

  /** Returns the answer to a claim, empty if the scenario is not asked it. */
  public Optional<ResultClaim> claim(String id) {
    return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  /**
   * Returns whether this was drawn as another result: as many draws, by the same seed, of the same
   * uncertain inputs. The same inputs then give the same numbers.
   */
  public boolean hasDrawsOf(Result other) {
    return samples > 0
        && samples == other.samples
        && seed == other.seed
        && drawnInputs().equals(other.drawnInputs());
  }

  /** Returns whether something in it is uncertain, of which it holds the central case alone. */
  public boolean isUndrawn() {
    return samples == 0 && !drawnInputs().isEmpty();
  }

  private Set<String> drawnInputs() {
    return assumptions.stream()
        .filter(ResultAssumption::isDrawn)
        .map(ResultAssumption::declaredAt)
        .collect(Collectors.toSet());
  }
}
