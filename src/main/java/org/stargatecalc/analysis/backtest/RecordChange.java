package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.projection.Basis;

/**
 * A date on which one vintage of the record has another power of a site than another vintage.
 *
 * <p>A figure stands until the next one, so a step that comes later is a change at the date that it
 * had before.
 *
 * @param site as the later record has it
 * @param vintageBefore the earlier vintage of the site; empty if it had none
 * @param vintage the later one
 * @param date the day at whose end the power stands
 * @param facilityMwBefore facility power in the earlier vintage, MW; NaN if it had none
 * @param facilityMw the same in the later one; NaN if not recorded
 * @param itMwBefore IT power in the earlier vintage, MW; NaN if not recorded
 * @param itMw the same in the later one
 * @param kind whether the later vintage estimates or forecasts it
 */
public record RecordChange(
    Site site,
    Optional<LocalDate> vintageBefore,
    LocalDate vintage,
    LocalDate date,
    double facilityMwBefore,
    double facilityMw,
    double itMwBefore,
    double itMw,
    SiteCapacity.Kind kind) {
  /** Half of what is shown, MW. */
  private static final double LEAST_MW = 0.5;

  /** Returns what changed at every counted site, in the order of the record and of the dates. */
  public static List<RecordChange> between(RecordedFleet before, RecordedFleet after) {
    List<RecordChange> changes = new ArrayList<>();
    for (Site site : after.counted()) {
      changes.addAll(of(site, before, after));
    }
    return changes;
  }

  /** Returns what changed at one site, by date. */
  public static List<RecordChange> of(Site site, RecordedFleet before, RecordedFleet after) {
    Optional<LocalDate> vintage = after.vintage(site);
    Optional<Site> earlier = before.record().site(site.id());
    Optional<LocalDate> vintageBefore = earlier.flatMap(before::vintage);
    List<RecordChange> changes = new ArrayList<>();
    if (vintage.isEmpty() || (vintage.equals(vintageBefore) && earlier.get().equals(site))) {
      return changes;
    }
    TreeSet<LocalDate> dates = new TreeSet<>(after.dates(List.of(site)));
    earlier.ifPresent(s -> dates.addAll(before.dates(List.of(s))));
    for (LocalDate date : dates) {
      RecordChange change =
          new RecordChange(
              site,
              vintageBefore,
              vintage.get(),
              date,
              mw(before, earlier, Basis.FACILITY, date),
              after.mwAt(site, Basis.FACILITY, date),
              mw(before, earlier, Basis.IT, date),
              after.mwAt(site, Basis.IT, date),
              kind(after, site, date));
      boolean isSaid = !changes.isEmpty() && change.repeats(changes.get(changes.size() - 1));
      if (change.isOne() && !isSaid) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static double mw(RecordedFleet fleet, Optional<Site> site, Basis basis, LocalDate date) {
    return site.isEmpty() || fleet.points(site.get()).isEmpty()
        ? Double.NaN
        : fleet.mwAt(site.get(), basis, date);
  }

  private static SiteCapacity.Kind kind(RecordedFleet fleet, Site site, LocalDate date) {
    SiteCapacity.Kind kind = SiteCapacity.Kind.FORECAST;
    for (SiteCapacity point : fleet.points(site)) {
      kind = point.date().isAfter(date) ? kind : point.kind();
    }
    return kind;
  }

  private boolean repeats(RecordChange previous) {
    return Double.compare(facilityMwBefore, previous.facilityMwBefore) == 0
        && Double.compare(facilityMw, previous.facilityMw) == 0
        && Double.compare(itMwBefore, previous.itMwBefore) == 0
        && Double.compare(itMw, previous.itMw) == 0;
  }

  /** What older vintages do not record, as IT power, has not changed. */
  private boolean isOne() {
    boolean isNew = Double.isNaN(facilityMwBefore) && facilityMw > 0;
    return isNew
        || Math.abs(facilityMw - facilityMwBefore) >= LEAST_MW
        || Math.abs(itMw - itMwBefore) >= LEAST_MW;
  }
}
