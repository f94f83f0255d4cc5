package org.stargatecalc.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.word.Worded;

/**
 * A site of the record.
 *
 * @param id its id, which scenarios use too
 * @param aliases shorter ids that scenarios use for it
 * @param name its name in the record
 * @param owner who owns it, empty if not recorded
 * @param users who computes there, empty if not recorded
 * @param chipTypes what is installed, empty if not recorded
 * @param country where it is, empty if not recorded
 * @param vintage the newest vintage that describes it; empty if it was only announced
 * @param stage operational, under_construction or planned
 * @param superseded whether later vintages describe the same campus as other sites
 * @param note what to know about its figures, empty if nothing
 * @param provenance where it comes from
 * @param capacity dated power of every vintage, and announcements, in the order of the data
 * @param origin whether a user's file changed it
 * @param chips what is counted there by type, in the order of the data; empty if not recorded
 */
public record Site(
    String id,
    List<String> aliases,
    String name,
    String owner,
    String users,
    String chipTypes,
    String country,
    Optional<LocalDate> vintage,
    String stage,
    boolean superseded,
    String note,
    Provenance provenance,
    List<SiteCapacity> capacity,
    Origin origin,
    List<SiteChips> chips) {
  /** Copies the lists. */
  public Site {
    aliases = List.copyOf(aliases);
    capacity = List.copyOf(capacity);
    chips = List.copyOf(chips);
  }

  /** Whether a site is as shipped. */
  public enum Origin implements Worded {
    /** As shipped. */
    SHIPPED,
    /** Changed or added by a user's file. */
    OVERLAY;
  }

  /** Returns the newest vintage that is not after a date; empty if there is none. */
  public Optional<LocalDate> vintageUpTo(LocalDate date) {
    return capacity.stream()
        .flatMap(point -> point.vintage().stream())
        .filter(vintage -> !vintage.isAfter(date))
        .max(LocalDate::compareTo);
  }

  /** Returns the points of one vintage by date. */
  public List<SiteCapacity> points(LocalDate vintage) {
    return capacity.stream()
        .filter(point -> point.vintage().map(vintage::equals).orElse(false))
        .sorted((a, b) -> a.date().compareTo(b.date()))
        .toList();
  }

  /**
   * Returns what had happened before an added vintage begins, as the vintage before has it: who
   * adds points does not say that there was nothing until then.
   *
   * @param added the points of the vintage, in any order
   * @param itsVintage which the points returned are part of
   */
  public List<SiteCapacity> happenedBefore(List<SiteCapacity> added, LocalDate itsVintage) {
    Optional<LocalDate> before = vintageUpTo(itsVintage.minusDays(1));
    Optional<LocalDate> first =
        added.stream()
            .filter(point -> point.kind() != SiteCapacity.Kind.ANNOUNCED)
            .map(SiteCapacity::date)
            .min(LocalDate::compareTo);
    if (before.isEmpty() || first.isEmpty()) {
      return List.of();
    }
    return points(before.get()).stream()
        .filter(point -> point.kind() == SiteCapacity.Kind.ESTIMATED)
        .filter(point -> point.date().isBefore(first.get()))
        .map(point -> point.of(itsVintage))
        .toList();
  }

  /** Returns what was announced, by date. */
  public List<SiteCapacity> announced() {
    return capacity.stream()
        .filter(point -> point.kind() == SiteCapacity.Kind.ANNOUNCED)
        .sorted((a, b) -> a.date().compareTo(b.date()))
        .toList();
  }
}
