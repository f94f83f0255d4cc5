package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.EpochTable.Column;
import org.stargatecalc.tree.LocatedCsv;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problems;

/**
 * Reads Epoch AI's data-centre tables as published into sites.
 *
 * <p>A site keeps the id of the record that knows its name or an alias; another gets its name as
 * its id and is warned of with its row. A point that repeats the one before is left out: in the
 * tables such a row tells of a new picture only.
 */
public final class EpochImport {
  private static final double USD_BN = 1;
  private static final double USD_PER_BN = 1e9;

  private final SiteRecord base;
  private final SiteNames names;
  private final Problems problems;
  private final Map<String, ImportedSite> sites = new LinkedHashMap<>();
  private final EpochVintage vintages = new EpochVintage();

  private EpochImport(SiteRecord base, Problems problems) {
    this.base = base;
    this.problems = problems;
    names = new SiteNames(base);
  }

  /**
   * A file of which a table is read.
   *
   * @param name as the user gave it
   * @param bytes all of it
   */
  @SuppressWarnings("ArrayRecordComponent") // it carries bytes to their reader; nobody compares it
  public record Source(String name, byte[] bytes) {}

  /**
   * Reads files together.
   *
   * @param files tables in any order
   * @param vintage the day on which they said so; empty to take it from what they call current
   * @param base the record whose ids are taken
   * @param problems receives every problem with its row, and as warnings what was not matched
   * @return what was read, empty if anything is wrong
   */
  public static Optional<ImportedRecord> read(
      List<Source> files, Optional<LocalDate> vintage, SiteRecord base, Problems problems) {
    EpochImport reading = new EpochImport(base, problems);
    List<EpochTable> tables = new ArrayList<>();
    for (Source file : files) {
      LocatedCsv.read(file.name(), file.bytes(), problems)
          .flatMap(csv -> EpochTable.of(csv, problems))
          .ifPresent(tables::add);
    }
    Location whole = new Location(files.get(0).name(), 1, 1);
    // rows are read though others are wrong, so that all is said at once
    return tables.isEmpty() ? Optional.empty() : reading.together(tables, vintage, whole);
  }

  private Optional<ImportedRecord> together(
      List<EpochTable> tables, Optional<LocalDate> given, Location whole) {
    // what a site is comes from the timelines; the other tables speak of sites that these know
    for (EpochTable.Kind kind : EpochTable.Kind.values()) {
      for (EpochTable table : tables) {
        if (table.kind() == kind) {
          read(table);
        }
      }
    }
    Optional<LocalDate> vintage = given.or(vintages::latest);
    if (problems.isEmpty() && vintage.isEmpty()) {
      problems.error(
          whole,
          "",
          "found no column or no row that tells what is current",
          "--vintage DATE, the day of the tables");
    }
    if (vintage.isEmpty()) {
      return Optional.empty();
    }
    if (given.isEmpty()) {
      problems.warning(
          whole,
          "",
          "vintage "
              + vintage.get()
              + ", the last date whose compute the tables call current; --vintage says another");
    }
    List<Site> read = sites(vintage.get());
    return problems.isEmpty()
        ? Optional.of(new ImportedRecord(vintage.get(), read))
        : Optional.empty();
  }

  private void read(EpochTable table) {
    Column named = table.kind() == EpochTable.Kind.SITES ? Column.NAME : Column.SITE;
    for (LocatedCsv.Row row : table.rows()) {
      String name = table.text(row, named);
      if (name.isEmpty()) {
        problems.warning(table.at(row, named), named.title(), "no site is named; left out");
        continue;
      }
      ImportedSite site =
          sites.computeIfAbsent(
              SiteNames.slug(name), slug -> new ImportedSite(name, table.at(row, named)));
      if (!site.name.equalsIgnoreCase(name)) {
        problems.error(
            table.at(row, named),
            named.title(),
            "found '" + name + "', whose id would be that of '" + site.name + "'",
            "names that differ in letters or digits");
      }
      switch (table.kind()) {
        case TIMELINES -> point(table, row, site);
        case CHIPS -> chips(table, row, site);
        case SITES -> describe(table, row, site);
      }
    }
  }

  private void describe(EpochTable table, LocatedCsv.Row row, ImportedSite site) {
    site.owner = table.names(row, Column.OWNER);
    site.users = table.names(row, Column.USERS);
    site.chipTypes = table.names(row, Column.CHIP_TYPES);
    site.country = table.text(row, Column.COUNTRY);
  }

  private void chips(EpochTable table, LocatedCsv.Row row, ImportedSite site) {
    Optional<LocalDate> date = table.date(row, Column.DATE);
    OptionalDouble units = table.number(row, Column.UNITS, 1);
    String type = table.text(row, Column.CHIP_TYPE);
    if (date.isPresent() && units.isPresent() && !type.isEmpty()) {
      // the vintage is put in when it is known
      site.chips.add(
          new SiteChips(
              LocalDate.EPOCH,
              date.get(),
              type,
              units.getAsDouble(),
              table.text(row, Column.UNITS_SOURCE).toLowerCase(java.util.Locale.ROOT)));
    }
  }

  private void point(EpochTable table, LocatedCsv.Row row, ImportedSite site) {
    Optional<LocalDate> date = table.date(row, Column.DATE);
    OptionalDouble it = table.number(row, Column.IT_POWER, 1);
    OptionalDouble facility = table.number(row, Column.FACILITY_POWER, 1);
    OptionalDouble h100e = rounded(table.number(row, Column.H100_EQUIVALENTS, 1), 1);
    OptionalDouble capex = table.number(row, Column.CAPEX, USD_BN);
    if (table.text(row, Column.CAPEX).matches(".*[KMBT]")) {
      capex = OptionalDouble.of(capex.orElse(0) / USD_PER_BN);
    }
    if (date.isEmpty()) {
      return;
    }
    if (it.isEmpty() && facility.isEmpty()) {
      problems.warning(
          table.at(row, Column.FACILITY_POWER),
          Column.FACILITY_POWER.title(),
          "no power of " + site.name + " on " + date.get() + "; left out");
      return;
    }
    vintages.add(site.name, date.get(), h100e, rounded(table.number(row, Column.CURRENT, 1), 1));
    SiteCapacity capacity =
        new SiteCapacity(
            Optional.of(LocalDate.EPOCH),
            date.get(),
            rounded(it, 1000),
            rounded(facility, 1000),
            h100e,
            rounded(capex, 1000),
            SiteCapacity.Kind.ESTIMATED);
    site.points.add(new ImportedSite.Dated(capacity, table.at(row, Column.DATE)));
  }

  private static OptionalDouble rounded(OptionalDouble value, double parts) {
    return value.isPresent()
        ? OptionalDouble.of(StrictMath.rint(value.getAsDouble() * parts) / parts)
        : value;
  }

  private List<Site> sites(LocalDate vintage) {
    List<Site> read = new ArrayList<>();
    Map<String, String> taken = new HashMap<>();
    Collection<String> known = base.sites().values().stream().map(Site::name).toList();
    for (ImportedSite site : sites.values()) {
      Optional<Site> old = names.find(site.name);
      List<SiteCapacity> points = points(site, vintage);
      if (old.isEmpty() && points.isEmpty()) {
        warn(site, known, "has no dated power here and is no site of the record; left out");
        continue;
      }
      String id = old.map(Site::id).orElseGet(() -> SiteNames.slug(site.name));
      String other = taken.put(id, site.name);
      if (other != null) {
        problems.error(
            site.first,
            "",
            "found '" + site.name + "', which is the same site of the record as '" + other + "'",
            "each site once");
      }
      if (old.isEmpty()) {
        warn(site, known, "is no site of the record; added as " + id);
      }
      read.add(ImportedRecord.site(site, id, old, vintage, points));
    }
    return read;
  }

  private void warn(ImportedSite site, Collection<String> known, String text) {
    String near = problems.nearest(site.name, known);
    String meant = near.isEmpty() ? "" : " (did you mean " + near + "?)";
    problems.warning(site.first, "", "'" + site.name + "' " + text + meant);
  }

  private List<SiteCapacity> points(ImportedSite site, LocalDate vintage) {
    List<ImportedSite.Dated> byDate = new ArrayList<>(site.points);
    byDate.sort((a, b) -> a.capacity().date().compareTo(b.capacity().date()));
    List<SiteCapacity> points = new ArrayList<>();
    for (ImportedSite.Dated dated : byDate) {
      SiteCapacity read = dated.capacity();
      SiteCapacity before = points.isEmpty() ? null : points.get(points.size() - 1);
      boolean repeats = before != null && sayTheSame(before, read);
      if (before != null && before.date().equals(read.date()) && !repeats) {
        problems.error(
            dated.location(),
            Column.DATE.title(),
            "found " + read.date() + " of " + site.name + " a second time, with other figures",
            "each date of a site once");
      } else if (!repeats) {
        points.add(
            new SiteCapacity(
                Optional.of(vintage),
                read.date(),
                read.itMw(),
                read.facilityMw(),
                read.h100Equivalents(),
                read.capexUsdBn(),
                read.date().isAfter(vintage)
                    ? SiteCapacity.Kind.FORECAST
                    : SiteCapacity.Kind.ESTIMATED));
      }
    }
    return points;
  }

  private static boolean sayTheSame(SiteCapacity a, SiteCapacity b) {
    return a.itMw().equals(b.itMw())
        && a.facilityMw().equals(b.facilityMw())
        && (a.h100Equivalents().equals(b.h100Equivalents()) || b.h100Equivalents().isEmpty())
        && a.capexUsdBn().equals(b.capexUsdBn());
  }
}
