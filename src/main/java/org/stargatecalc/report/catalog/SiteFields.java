package org.stargatecalc.report.catalog;

import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalNumber;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Fields.optionalRecord;
import static org.stargatecalc.field.Fields.records;
import static org.stargatecalc.report.catalog.CatalogFields.words;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.backtest.RecordedFleet;
import org.stargatecalc.catalog.CapexYear;
import org.stargatecalc.catalog.ChronologyEntry;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.RecordCredit;

/** What is told of recorded sites, of capital expenditure and of events. */
public final class SiteFields {

  // ---- sites on a date ----

  private static final Field<Site> ID = words("id", "id of the site", Site::id);
  private static final Field<Site> NAME = words("name", "what it is called", Site::name);
  private static final Field<Site> OWNER = words("owner", "who owns it", Site::owner);
  private static final Field<Site> USERS = words("users", "who uses it", Site::users);
  private static final Field<Site> STAGE =
      words("stage", "how far it is", s -> s.superseded() ? "superseded" : s.stage());
  private static final Field<Site> ORIGIN =
      words("origin", "where the record has it from", (Site s) -> s.origin().id());

  /** A row of the list of sites. */
  static final Fields<OnDate> LISTED_SITE =
      Fields.of(
          "listed_site",
          ID.<OnDate>of(OnDate::site).shown("id", 0),
          NAME.<OnDate>of(OnDate::site).shown("site", 3),
          OWNER.<OnDate>of(OnDate::site).shown("owner", 1),
          numberOrNaN("facility_mw", "facility power on the date", OnDate::facilityMw)
              .in("MW")
              .shown("facility", 0),
          numberOrNaN("it_mw", "IT power on the date", OnDate::itMw).in("MW").shown("IT", 0),
          words("kind", "estimated, forecast or announced; superseded", OnDate::kind)
              .shown("kind", 2),
          optionalNumber(
                  "most_facility_mw",
                  "largest facility power on record, forecasts included",
                  (OnDate s) ->
                      s.most().map(SiteCapacity::facilityMw).orElse(OptionalDouble.empty()))
              .in("MW")
              .shown("most", 0),
          words(
                  "most_on",
                  "first day of that power",
                  (OnDate s) -> s.most().map(point -> point.date().toString()).orElse(""))
              .shown("from", 0),
          USERS.<OnDate>of(OnDate::site).shown("users", 7),
          STAGE.<OnDate>of(OnDate::site).shown("stage", 4),
          words("vintage", "vintage it is from", (OnDate s) -> vintage(s.site().vintage()))
              .shown("vintage", 5),
          ORIGIN.<OnDate>of(OnDate::site).shown("origin", 6));

  private static final Fields<OnDate> LARGEST =
      Fields.of(
          "largest_site",
          text("site", "id of the site", (OnDate s) -> s.site().id()),
          numberOrNaN(
                  "facility_mw",
                  "its facility power on the date",
                  (OnDate s) -> s.mw(Basis.FACILITY))
              .in("MW"),
          numberOrNaN("it_mw", "its IT power on the date", OnDate::itMw).in("MW"));

  private static final Fields<RecordedFleet.Reached> REACHED =
      Fields.of(
          "reached",
          text("site", "id of the site", reached -> reached.site().id()),
          date("date", "first day of that power", RecordedFleet.Reached::date));

  /** The list of sites. */
  public static final Fields<Sites> SITES =
      Fields.of("sites", CatalogFields.<Sites>schema(CatalogFields.SCHEMA))
          .and(RecordCredit.FIELDS.<Sites>of("credit", Sites::record).all())
          .and(
              date("date", "day on which power is told", Sites::date),
              optionalRecord(
                  "largest_facility",
                  LARGEST,
                  "site with most facility power",
                  sites -> sites.largest(Basis.FACILITY)),
              optionalRecord(
                  "largest_it",
                  LARGEST,
                  "site with most IT power",
                  sites -> sites.largest(Basis.IT)),
              number(
                      "sum_facility_mw",
                      "facility power of all sites",
                      (Sites sites) -> sites.fleet().sumAt(Basis.FACILITY, sites.date()))
                  .in("MW"),
              number(
                      "sum_it_mw",
                      "IT power of all sites",
                      (Sites sites) -> sites.fleet().sumAt(Basis.IT, sites.date()))
                  .in("MW"),
              records(
                  "reached_1gw_facility",
                  REACHED,
                  "sites that reach 1 GW of facility power",
                  sites -> sites.fleet().reached(Scale.KILO, Basis.FACILITY)),
              records(
                  "reached_1gw_it",
                  REACHED,
                  "sites that reach 1 GW of IT power",
                  sites -> sites.fleet().reached(Scale.KILO, Basis.IT)),
              records("sites", LISTED_SITE, "largest first", Sites::sites));

  // ---- one site ----

  /** A dated figure of a site. */
  static final Fields<SiteCapacity> CAPACITY =
      Fields.of(
          "capacity",
          words("vintage", "vintage it is from", (SiteCapacity p) -> vintage(p.vintage()))
              .shown("vintage", 0),
          words("date", "first day", (SiteCapacity p) -> p.date().toString()).shown("date", 0),
          words("kind", "estimated, forecast or announced", (SiteCapacity p) -> p.kind().id())
              .shown("kind", 0),
          optionalNumber("facility_mw", "facility power", SiteCapacity::facilityMw)
              .in("MW")
              .shown("facility", 0),
          optionalNumber("it_mw", "IT power", SiteCapacity::itMw).in("MW").shown("IT", 0),
          optionalNumber(
                  "h100_equivalents", "what it computes, in H100s", SiteCapacity::h100Equivalents)
              .shown("H100e", 2),
          optionalNumber("capex_usd_bn", "what it cost", SiteCapacity::capexUsdBn)
              .in("USD bn")
              .shown("capex", 1));

  /** A number of chips that was counted at a site. */
  static final Fields<SiteChips> CHIPS =
      Fields.of(
          "counted_chips",
          words("date", "day of the count", (SiteChips c) -> c.date().toString()).shown("date", 0),
          words("type", "the chip as the record calls it", SiteChips::type).shown("chip", 0),
          number("count", "how many", SiteChips::count).shown("count", 0),
          words("known", "how the count is known", SiteChips::known).shown("known by", 1));

  /** What is told of a site but its power. */
  static final Fields<Site> ABOUT =
      Fields.of(
          "about",
          ID.shown("Id", 0),
          words("aliases", "other names", (Site s) -> String.join(", ", s.aliases()))
              .shown("Also called", 0),
          NAME.shown("Name", 0),
          OWNER.shown("Owner", 0),
          USERS.shown("Users", 0),
          words("chip_types", "its chips", Site::chipTypes).shown("Chips", 0),
          words("country", "where it is", Site::country).shown("Country", 0),
          STAGE.shown("Stage", 0),
          words("note", "note on it", Site::note).shown("Note", 0),
          CatalogFields.<Site>source(Site::provenance).shown("Source", 0),
          words(
                  "vintage",
                  "newest vintage that has it",
                  (Site s) -> s.vintage().map(LocalDate::toString).orElse(""))
              .shown("Vintage", 0),
          CatalogFields.<Site>confidence(Site::provenance).shown("Confidence", 0),
          ORIGIN.shown("Origin", 0));

  /** One site with every dated figure of every vintage. */
  public static final Fields<InRecord> SITE =
      Fields.of("site", CatalogFields.<InRecord>schema(CatalogFields.SCHEMA))
          .and(RecordCredit.FIELDS.<InRecord>of("credit", InRecord::record).all())
          .and(ABOUT.<InRecord>of("about", InRecord::site).all())
          .and(
              records("capacity", CAPACITY, "dated figures", site -> site.site().capacity()),
              records("chips", CHIPS, "counted chips", site -> site.site().chips()));

  // ---- money and events ----

  /** A row of what companies spent. */
  static final Fields<CapexYear> CAPEX_YEAR =
      Fields.of(
          "capex_year",
          words("company", "who spent it", CapexYear::company).shown("company", 0),
          words("period", "over which period", CapexYear::period).shown("period", 0),
          words(
                  "period_end",
                  "its last day",
                  (CapexYear y) -> y.periodEnd().map(LocalDate::toString).orElse(""))
              .shown("period end", 3),
          optionalNumber("capex_usd_bn_low", "low end", CapexYear::lowUsdBn)
              .in("USD bn")
              .shown("low", 0),
          optionalNumber("capex_usd_bn_high", "high end", CapexYear::highUsdBn)
              .in("USD bn")
              .shown("high", 0),
          words("kind", "spent, guided or else", CapexYear::kind).shown("kind", 0),
          words("stated_on", "when it was said", CapexYear::statedOn).shown("stated on", 2),
          CatalogFields.<CapexYear>confidence(CapexYear::provenance).shown("confidence", 4),
          CatalogFields.<CapexYear>source(CapexYear::provenance).shown("source", 1),
          words("note", "note on it", CapexYear::note).shown("note", 5));

  /** The list of what companies spent. */
  public static final Fields<List<CapexYear>> CAPEX =
      CatalogFields.list("capex", CatalogFields.SCHEMA, CAPEX_YEAR);

  /** A row of what happened. */
  static final Fields<ChronologyEntry> EVENT =
      Fields.of(
          "event",
          words("date", "when, as exact as known", ChronologyEntry::date),
          words("until", "its end where it took longer", ChronologyEntry::until),
          words("actor", "who", ChronologyEntry::actor),
          words("event", "what", ChronologyEntry::event),
          words("quantity", "how much", ChronologyEntry::quantity),
          words("kind", "what kind of event", ChronologyEntry::kind),
          CatalogFields.confidence(ChronologyEntry::provenance),
          CatalogFields.source(ChronologyEntry::provenance));

  /** The list of what happened. */
  public static final Fields<List<ChronologyEntry>> CHRONOLOGY =
      CatalogFields.list("chronology", CatalogFields.SCHEMA, EVENT);

  private SiteFields() {}

  /** A site in its record. */
  record InRecord(Site site, SiteRecord record) {}

  /** Sites on a date. */
  record Sites(SiteRecord record, RecordedFleet fleet, LocalDate date, List<OnDate> sites) {
    Optional<OnDate> largest(Basis basis) {
      return fleet.largestAt(basis, date).map(site -> new OnDate(site, fleet, date));
    }
  }

  /** A site on a date. */
  record OnDate(Site site, RecordedFleet fleet, LocalDate date) {
    double mw(Basis basis) {
      return fleet.mwAt(site, basis, date);
    }

    /** Returns facility power in MW, 0 where nothing is recorded. */
    double facilityMw() {
      double mw = mw(Basis.FACILITY);
      return Double.isNaN(mw) ? 0 : mw;
    }

    double itMw() {
      return mw(Basis.IT);
    }

    Optional<SiteCapacity> most() {
      Comparator<SiteCapacity> byPower =
          Comparator.comparingDouble(point -> point.facilityMw().orElse(0));
      return fleet.points(site).stream()
          .max(byPower.thenComparing(SiteCapacity::date, Comparator.reverseOrder()))
          .filter(point -> point.facilityMw().orElse(0) > 0);
    }

    String kind() {
      return site.superseded()
          ? "superseded"
          : fleet.points(site).stream()
              .filter(point -> !point.date().isAfter(date))
              .reduce((a, b) -> b)
              .map(point -> point.kind().id())
              .orElse("");
    }
  }

  private static String vintage(Optional<LocalDate> vintage) {
    return vintage.map(LocalDate::toString).orElse("announcement");
  }
}
