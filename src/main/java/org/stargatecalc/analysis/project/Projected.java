package org.stargatecalc.analysis.project;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.projection.ModelVersion;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * A scenario's central case with its answers.
 *
 * @param spec what was stated
 * @param scenario the plain numbers of the central case
 * @param projection its metrics over time
 * @param claims its claims, judged
 */
public record Projected(
    ScenarioSpec spec, Scenario scenario, Projection projection, List<CheckedClaim> claims) {
  /** Copies the claims. */
  public Projected {
    claims = List.copyOf(claims);
  }

  /** Projects the central case of a scenario and judges claims against it. */
  public static Projected of(ScenarioSpec spec, List<Claim> claims) {
    return of(spec, claims, true);
  }

  /**
   * Returns what a result is asked for again and again as one value moves: metrics, and claims as
   * they are made.
   */
  public static Result asked(ScenarioSpec spec, List<Claim> claims, String file) {
    return of(spec, claims, false).result(file, List.of());
  }

  private static Projected of(ScenarioSpec spec, List<Claim> claims, boolean withReadings) {
    Scenario central = new ScenarioResolver(spec).central();
    double[] deadlines = new double[claims.size()];
    for (int i = 0; i < deadlines.length; i++) {
      deadlines[i] = claims.get(i).deadline();
    }
    Projection projection = ProjectionEngine.project(central, deadlines);
    ClaimChecker checker = new ClaimChecker(projection);
    List<CheckedClaim> checked = new ArrayList<>();
    for (Claim claim : claims) {
      checked.add(
          withReadings
              ? checker.check(claim)
              : new CheckedClaim(claim, checker.answer(claim), List.of()));
    }
    return new Projected(spec, central, projection, checked);
  }

  /**
   * Returns what the answer says, in the form that a saved result has too.
   *
   * @param file the scenario's file as the user named it
   */
  public Result result(String file) {
    return result(file, spec.assumptions().stream().map(ResultAssumption::of).toList());
  }

  private Result result(String file, List<ResultAssumption> assumptions) {
    return new Result(
        spec.name(),
        spec.title(),
        file,
        spec.horizon(),
        ModelVersion.CURRENT,
        1,
        0,
        claims.stream().map(ResultClaim::of).toList(),
        assumptions,
        new ProjectedMeasures(projection));
  }
}
