package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.projection.Basis;

/** The record as it was known on a day: each site in its newest vintage up to then. */
public final class RecordedFleet {
  private final SiteRecord record;
  private final LocalDate vintage;

  /** Creates the view of a record on a day. */
  public RecordedFleet(SiteRecord record, LocalDate vintage) {
    this.record = record;
    this.vintage = vintage;
  }

  /**
   * A site that has reached some power.
   *
   * @param site the site
   * @param date the first day with it
   */
  public record Reached(Site site, LocalDate date) {}

  SiteRecord record() {
    return record;
  }

  /** Returns the sites that count in sums: a superseded one is described by others again. */
  public Collection<Site> counted() {
    return record.sites().values().stream().filter(site -> !site.superseded()).toList();
  }

  /** Returns the vintage of a site that is used; empty if it has none by then. */
  public Optional<LocalDate> vintage(Site site) {
    return site.vintageUpTo(vintage);
  }

  /** Returns the points of a site in that vintage by date, without announcements. */
  public List<SiteCapacity> points(Site site) {
    return vintage(site).map(site::points).orElse(List.of());
  }

  List<SiteCapacity> pointsAndAnnouncements(Site site) {
    return Stream.concat(points(site).stream(), site.announced().stream())
        .sorted(Comparator.comparing(SiteCapacity::date))
        .toList();
  }

  PowerPath power(Site site, Basis basis) {
    return new RecordedPower(points(site), basis);
  }

  PowerPath largest(Collection<Site> sites, Basis basis) {
    return new Largest(sites.stream().map(site -> power(site, basis)).toList());
  }

  PowerPath sum(Collection<Site> sites, Basis basis) {
    return new Sum(sites.stream().map(site -> power(site, basis)).toList(), dates(sites));
  }

  /** Returns the power of a site at the end of a date, MW; NaN where the basis is not recorded. */
  public double mwAt(Site site, Basis basis, LocalDate date) {
    return power(site, basis).mwAt(date);
  }

  /** Returns the power of all counted sites at the end of a date, MW. */
  public double sumAt(Basis basis, LocalDate date) {
    return sum(counted(), basis).mwAt(date);
  }

  /** Returns the largest counted site at the end of a date; empty if none has power. */
  public Optional<Site> largestAt(Basis basis, LocalDate date) {
    return largestSite(counted(), basis, date).map(record.sites()::get);
  }

  Optional<String> largestSite(Collection<Site> sites, Basis basis, LocalDate date) {
    Comparator<Site> byPower = Comparator.comparingDouble(site -> mwAt(site, basis, date));
    return sites.stream().filter(site -> mwAt(site, basis, date) > 0).max(byPower).map(Site::id);
  }

  /** Returns the counted sites that have or will have a power, MW, in the order of the dates. */
  public List<Reached> reached(double mw, Basis basis) {
    return counted().stream()
        .flatMap(site -> power(site, basis).reachedOn(mw).map(d -> new Reached(site, d)).stream())
        .sorted(Comparator.comparing(Reached::date))
        .toList();
  }

  List<LocalDate> dates(Collection<Site> sites) {
    return sites.stream()
        .flatMap(site -> points(site).stream())
        .map(SiteCapacity::date)
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the last day on which any site's power is recorded as standing. */
  public LocalDate lastEstimated() {
    return record.sites().values().stream()
        .flatMap(site -> points(site).stream())
        .filter(point -> point.kind() == SiteCapacity.Kind.ESTIMATED)
        .map(SiteCapacity::date)
        .max(LocalDate::compareTo)
        .orElse(vintage);
  }
}
