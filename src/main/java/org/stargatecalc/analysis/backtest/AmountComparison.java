package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/** Compute and money of recorded sites beside those of a scenario's phases there. */
final class AmountComparison {
  private final RecordedFleet fleet;
  private final LocalDate lastHappened;
  private final Function<SiteCapacity, PointSet> sets;

  AmountComparison(
      RecordedFleet fleet, LocalDate lastHappened, Function<SiteCapacity, PointSet> sets) {
    this.fleet = fleet;
    this.lastHappened = lastHappened;
    this.sets = sets;
  }

  /**
   * Compares each site at its recorded dates, then all of them at the ends of quarters and on the
   * last day that happened.
   *
   * @param matched recorded sites by what the scenario calls them
   * @param scenarioSites what the scenario calls those that have dated power
   * @param summed recorded sites of the sum; empty for none
   * @param whole whether the sum is that of all sites that either has
   */
  List<AmountPoint> compare(
      ScenarioSpec spec,
      Map<String, Site> matched,
      Collection<String> scenarioSites,
      Collection<Site> summed,
      boolean whole) {
    List<AmountPoint> points = new ArrayList<>();
    // what is held back is shared out among all phases, so no site can be projected alone
    if (spec.constraints().isEmpty()) {
      matched.forEach(
          (id, site) -> points.addAll(at(site, phasesAt(spec, List.of(id)), fleet.points(site))));
    }
    boolean all =
        whole || spec.phases().stream().allMatch(phase -> scenarioSites.contains(phase.site()));
    if (!summed.isEmpty() && (all || spec.constraints().isEmpty())) {
      points.addAll(sum(summed, all ? spec : phasesAt(spec, scenarioSites)));
    }
    return points;
  }

  private static ScenarioSpec phasesAt(ScenarioSpec spec, Collection<String> sites) {
    return spec.withPhases(
        spec.phases().stream().filter(phase -> sites.contains(phase.site())).toList());
  }

  private List<AmountPoint> at(Site site, ScenarioSpec spec, List<SiteCapacity> recorded) {
    Projection projection = project(spec, recorded.stream().map(SiteCapacity::date).toList());
    List<AmountPoint> points = new ArrayList<>();
    for (Amount amount : Amount.values()) {
      for (SiteCapacity point : recorded) {
        OptionalDouble value = amount.recorded(point);
        double instant = Instants.endOf(point.date());
        if (value.isPresent() && projection.horizon().contains(instant)) {
          points.add(
              new AmountPoint(
                  Optional.of(site.id()),
                  amount,
                  point.date(),
                  sets.apply(point),
                  value.getAsDouble(),
                  projection.at(amount.metric(), Basis.FACILITY, instant)));
        }
      }
    }
    return points;
  }

  private List<AmountPoint> sum(Collection<Site> sites, ScenarioSpec spec) {
    SortedSet<LocalDate> dates = new TreeSet<>(fleet.dates(sites));
    if (dates.isEmpty()) {
      return List.of();
    }
    LocalDate last = Period.QUARTER.endOfPeriod(dates.last());
    dates.clear();
    dates.add(lastHappened);
    dates.addAll(spec.horizon().periodEnds(Period.QUARTER));
    dates.removeIf(date -> date.isAfter(last) || !spec.horizon().contains(Instants.endOf(date)));
    Projection projection = project(spec, dates);
    List<AmountPoint> points = new ArrayList<>();
    for (Amount amount : Amount.values()) {
      for (LocalDate date : dates) {
        double recorded = sites.stream().mapToDouble(site -> standing(site, amount, date)).sum();
        if (recorded > 0) {
          points.add(
              new AmountPoint(
                  Optional.empty(),
                  amount,
                  date,
                  date.isAfter(lastHappened) ? PointSet.FORECAST : PointSet.HAPPENED,
                  recorded,
                  projection.at(amount.metric(), Basis.FACILITY, Instants.endOf(date))));
        }
      }
    }
    return points;
  }

  /** What the record last said by a date, 0 before. */
  private double standing(Site site, Amount amount, LocalDate date) {
    double standing = 0;
    for (SiteCapacity point : fleet.points(site)) {
      if (!point.date().isAfter(date)) {
        standing = amount.recorded(point).orElse(standing);
      }
    }
    return standing;
  }

  private static Projection project(ScenarioSpec spec, Collection<LocalDate> dates) {
    return ProjectionEngine.project(
        new ScenarioResolver(spec).central(),
        dates.stream().mapToDouble(Instants::endOf).toArray());
  }
}
