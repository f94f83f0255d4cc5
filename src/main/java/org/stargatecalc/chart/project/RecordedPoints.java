package org.stargatecalc.chart.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Scale;

/**
 * What the newest vintage records of the power of a scenario's sites.
 *
 * <p>One site has its points at the record's own dates. Several are one path, their sum or the
 * largest of them, at the end of each quarter: a recorded figure stands until the next one.
 */
final class RecordedPoints {
  private final List<Site> sites = new ArrayList<>();
  private final int ofSites;
  private final Horizon horizon;

  /**
   * Finds the sites.
   *
   * @param ids by which the scenario calls them
   */
  RecordedPoints(SiteRecord record, Collection<String> ids, Horizon horizon) {
    Set<Site> found = new LinkedHashSet<>();
    ids.forEach(id -> record.site(id).ifPresent(found::add));
    // What others describe again would count twice.
    found.removeIf(site -> site.vintage().isEmpty() || (ids.size() > 1 && site.superseded()));
    this.sites.addAll(found);
    this.ofSites = ids.size();
    this.horizon = horizon;
  }

  /** Adds what happened and what is expected of a metric of power to marks, the credit to notes. */
  void add(Metric metric, Basis basis, Axis.Days days, List<Mark> marks, List<String> notes) {
    List<Mark.Point> happened = new ArrayList<>();
    List<Mark.Point> expected = new ArrayList<>();
    boolean isSum = metric == Metric.FACILITY_POWER_GW;
    if (ofSites == 1) {
      sites.forEach(site -> addOne(site, basis, days, happened, expected));
    } else {
      addSeveral(isSum, basis, days, happened, expected);
    }
    if (!happened.isEmpty()) {
      marks.add(new Mark.Dots("recorded", 1, Mark.Shape.DISC, happened));
    }
    if (!expected.isEmpty()) {
      marks.add(new Mark.Dots("expected by the record", 1, Mark.Shape.RING, expected));
    }
    if (!(happened.isEmpty() && expected.isEmpty())) {
      notes.add(
          "Record: "
              + what(isSum)
              + ", Epoch AI, Frontier Data Centers, CC BY 4.0, vintage of "
              + newest()
              + ".");
    }
  }

  private String what(boolean isSum) {
    if (ofSites == 1) {
      return sites.get(0).name();
    }
    String of =
        sites.size() == ofSites
            ? "all " + ofSites + " sites"
            : sites.size() + " of " + ofSites + " sites";
    return (isSum ? "sum of " : "largest of ") + of + " at each quarter's end";
  }

  private LocalDate newest() {
    return sites.stream()
        .flatMap(site -> site.vintage().stream())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  private static List<SiteCapacity> points(Site site) {
    return site.points(site.vintage().orElseThrow());
  }

  private static double gigawatts(SiteCapacity point, Basis basis) {
    return (basis == Basis.IT ? point.itMw() : point.facilityMw()).orElse(Double.NaN) / Scale.KILO;
  }

  private static void addOne(
      Site site,
      Basis basis,
      Axis.Days days,
      List<Mark.Point> happened,
      List<Mark.Point> expected) {
    for (SiteCapacity point : points(site)) {
      double instant = Instants.endOf(point.date());
      double power = gigawatts(point, basis);
      if (!Double.isNaN(power) && days.contains(instant)) {
        boolean isExpected = point.kind() == SiteCapacity.Kind.FORECAST;
        (isExpected ? expected : happened).add(new Mark.Point(instant, power));
      }
    }
  }

  private void addSeveral(
      boolean isSum,
      Basis basis,
      Axis.Days days,
      List<Mark.Point> happened,
      List<Mark.Point> expected) {
    LocalDate last =
        sites.stream()
            .flatMap(site -> points(site).stream())
            .map(SiteCapacity::date)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    LocalDate before = LocalDate.MIN;
    for (LocalDate end : horizon.periodEnds(Period.QUARTER)) {
      double power = 0;
      boolean isExpected = false;
      for (Site site : sites) {
        double standing = 0;
        for (SiteCapacity point : points(site)) {
          if (!point.date().isAfter(end)) {
            standing = gigawatts(point, basis);
            isExpected |= point.kind() == SiteCapacity.Kind.FORECAST;
          }
        }
        power = isSum ? power + standing : Math.max(power, standing);
      }
      boolean isRecorded = before.isBefore(last) && power > 0;
      if (isRecorded && days.contains(Instants.endOf(end))) {
        boolean isLater = isExpected || end.isAfter(newest());
        (isLater ? expected : happened).add(new Mark.Point(Instants.endOf(end), power));
      }
      before = end;
    }
  }
}
