package org.stargatecalc.result;

import java.time.LocalDate;
import java.util.List;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.uncertainty.Sampling;

/**
 * What decides every number that the draws of a run give, and in which columns they stand: first
 * the metrics, each in all its periods, then the instant and the value of each claim.
 *
 * @param toolVersion of the program that draws
 * @param scenario id of the scenario
 * @param fingerprint of the scenario as read
 * @param seed of the draws
 * @param sampling how uniform numbers are chosen
 * @param draws how many the whole run has, from 1 to {@value #MOST_DRAWS}
 * @param metrics drawn by period, each once
 * @param ends last days of the periods
 * @param claims ids of the claims that are judged
 */
public record DrawnRun(
    String toolVersion,
    String scenario,
    String fingerprint,
    long seed,
    Sampling sampling,
    int draws,
    List<Metric> metrics,
    List<LocalDate> ends,
    List<String> claims) {
  /** What the names of all forms begin with. */
  public static final String FORMS = "stargate-calc/draws/v";

  /** The form in which parts of a run are saved; another way to choose points is another form. */
  public static final String SCHEMA = FORMS + 3;

  /** The most draws that a run may have. */
  public static final int MOST_DRAWS = 100_000_000;

  /** Checks the ranges and copies the lists. */
  public DrawnRun {
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new IllegalArgumentException("draws " + draws + " must be from 1 to " + MOST_DRAWS);
    }
    if (metrics.stream().distinct().count() < metrics.size()) {
      throw new IllegalArgumentException("metrics must differ from each other");
    }
    metrics = List.copyOf(metrics);
    ends = List.copyOf(ends);
    claims = List.copyOf(claims);
  }

  /** Returns the column of a metric's first period; the others follow. */
  public int column(Metric metric) {
    return metrics.indexOf(metric) * ends.size();
  }

  /** Returns the column of the instant at which a claim is reached, by its position. */
  public int reachedColumn(int claim) {
    return metrics.size() * ends.size() + 2 * claim;
  }

  /** Returns the column of a claim's metric at its deadline, by its position. */
  public int valueColumn(int claim) {
    return reachedColumn(claim) + 1;
  }

  /** Returns how many columns there are. */
  public int columns() {
    return reachedColumn(claims.size());
  }
}
