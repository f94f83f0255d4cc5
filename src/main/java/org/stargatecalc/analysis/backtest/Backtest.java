package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.scenario.ScenarioSpec;

/**
 * A scenario held against the record.
 *
 * @param spec what was stated
 * @param subjects the sites that both have, then the largest of them and their sum if several
 * @param wholeFrontier whether the scenario models so much of the record that largest and sum are
 *     those of all its sites
 * @param lastHappened the last day that counts as happened for largest and sum
 * @param unrecorded sites of the scenario that the record does not have
 * @param readings claims on one training system against the fleet; empty unless wholeFrontier
 * @param amounts compute and money at the sites that both have, then of all of them together; with
 *     constraints none but the sum, since they share out what there is among all phases
 */
public record Backtest(
    ScenarioSpec spec,
    List<Subject> subjects,
    boolean wholeFrontier,
    LocalDate lastHappened,
    List<String> unrecorded,
    List<FleetReading> readings,
    List<AmountPoint> amounts) {
  /** Copies the lists. */
  public Backtest {
    subjects = List.copyOf(subjects);
    unrecorded = List.copyOf(unrecorded);
    readings = List.copyOf(readings);
    amounts = List.copyOf(amounts);
  }

  /**
   * What is compared.
   *
   * @param sites ids of recorded sites; empty for all
   * @param vintage the record as it was known on this day; empty for the newest
   * @param asOf points dated later do not count as happened; empty to take the record's word
   */
  public record Selection(
      Set<String> sites, Optional<LocalDate> vintage, Optional<LocalDate> asOf) {
    /** Copies the ids. */
    public Selection {
      sites = Set.copyOf(sites);
    }
  }

  /**
   * Returns the subject by which the scenario is judged at a glance: the largest of several sites,
   * or the only recorded one; empty if no site is recorded.
   */
  public Optional<Subject> principal() {
    return subjects.stream()
        .filter(s -> s.scope() == Subject.Scope.LARGEST)
        .findFirst()
        .or(() -> subjects.stream().filter(Subject::isScored).findFirst())
        .or(() -> subjects.stream().findFirst());
  }

  /** Returns the subjects that are single sites. */
  public List<Subject> sites() {
    return subjects.stream().filter(s -> s.scope() == Subject.Scope.SITE).toList();
  }

  /**
   * Returns the points of one amount.
   *
   * @param site id of a recorded site; empty for the sum of the sites
   */
  public List<AmountPoint> amounts(Optional<String> site, Amount amount, PointSet set) {
    return amounts.stream()
        .filter(p -> p.amount() == amount && p.set() == set && p.site().equals(site))
        .toList();
  }

  /** Returns the points of all single sites in one window on one basis. */
  public List<BacktestPoint> sitePoints(Subject.Window window, Basis basis) {
    return sites().stream().flatMap(site -> site.points(window, basis).stream()).toList();
  }
}
