package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.projection.Metric;

/**
 * A result as it is written and saved.
 *
 * @param toolVersion the version that wrote it
 * @param seed of the draws
 * @param samples number of draws, 0 for the central case alone
 * @param sampling how points were chosen, empty without draws
 * @param percentiles of the draws, empty without draws
 * @param scenario what was projected
 * @param by period of the rows, empty where flows are sums since the start
 * @param claims the claims with their answers
 * @param hedges what renting in place of late phases costs
 * @param metrics the fields of a period
 * @param timeline one row a period
 * @param assumptions what it rests on
 * @param phases each phase by period, where asked
 * @param sites each site by period, where asked
 * @param warnings what the user should know
 */
public record ResultDocument(
    String toolVersion,
    long seed,
    long samples,
    Optional<String> sampling,
    Optional<List<Integer>> percentiles,
    Head scenario,
    Optional<String> by,
    List<ClaimAnswer> claims,
    List<Hedge> hedges,
    List<Metric> metrics,
    List<PeriodValues> timeline,
    List<ResultAssumption> assumptions,
    Optional<List<PhaseValues>> phases,
    Optional<List<PhaseValues>> sites,
    List<String> warnings) {
  /** Copies the lists. */
  public ResultDocument {
    claims = List.copyOf(claims);
    hedges = List.copyOf(hedges);
    metrics = List.copyOf(metrics);
    timeline = List.copyOf(timeline);
    assumptions = List.copyOf(assumptions);
    warnings = List.copyOf(warnings);
  }

  /**
   * What was projected.
   *
   * @param name id of the scenario
   * @param title one line
   * @param file as the user named it
   * @param sha256 of the file, hexadecimal
   * @param asOf date of its information
   * @param horizonFrom first day
   * @param horizonTo last day
   */
  public record Head(
      String name,
      Optional<String> title,
      String file,
      String sha256,
      Optional<String> asOf,
      LocalDate horizonFrom,
      LocalDate horizonTo) {}
}
