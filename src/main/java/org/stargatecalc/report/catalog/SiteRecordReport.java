package org.stargatecalc.report.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.backtest.RecordedFleet;
import org.stargatecalc.catalog.CapexYear;
import org.stargatecalc.catalog.ChronologyEntry;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Listing;
import org.stargatecalc.report.RecordCredit;
import org.stargatecalc.report.Report;

/** The record of sites, of capital expenditure and of events, as lists and single sites. */
public final class SiteRecordReport {
  private static final double GIGAWATT_MW = 1000;

  private SiteRecordReport() {}

  /**
   * Lists sites by their facility power on a date, largest first.
   *
   * @param operationalBy only sites with power on this date; empty for all, on the newest vintage's
   *     day
   * @param minMw only sites with so much facility power on that date
   * @param owner only sites whose owner contains this text, whatever the letter case
   */
  public static Report sites(
      SiteRecord record,
      Optional<LocalDate> operationalBy,
      OptionalDouble minMw,
      Optional<String> owner) {
    RecordedFleet fleet = new RecordedFleet(record, record.newestVintage());
    LocalDate date = operationalBy.orElse(record.newestVintage());
    Listing list =
        new Listing(
            "Recorded sites",
            Listing.Field.words("id", "id", 0),
            Listing.Field.words("name", "site", 3),
            Listing.Field.words("owner", "owner", 1),
            Listing.Field.number("facility_mw", "facility", "MW", Display.PLAIN, 0),
            Listing.Field.number("it_mw", "IT", "MW", Display.PLAIN, 0),
            Listing.Field.words("kind", "kind", 2),
            Listing.Field.number("most_facility_mw", "most", "MW", Display.PLAIN, 0),
            Listing.Field.words("most_on", "from", 0),
            Listing.Field.words("users", "users", 7),
            Listing.Field.words("stage", "stage", 4),
            Listing.Field.words("vintage", "vintage", 5),
            Listing.Field.words("origin", "origin", 6));
    Comparator<Site> bySize =
        Comparator.comparingDouble((Site site) -> orZero(fleet.mwAt(site, Basis.FACILITY, date)))
            .reversed();
    int shown = 0;
    for (Site site : record.sites().values().stream().sorted(bySize).toList()) {
      double mw = orZero(fleet.mwAt(site, Basis.FACILITY, date));
      boolean wanted =
          (operationalBy.isEmpty() || mw > 0)
              && mw >= minMw.orElse(0)
              && contains(site.owner(), owner);
      if (wanted) {
        Optional<SiteCapacity> most = most(fleet.points(site));
        list.add(
            site.id(),
            site.name(),
            site.owner(),
            mw,
            fleet.mwAt(site, Basis.IT, date),
            site.superseded() ? "superseded" : kind(fleet.points(site), date),
            most.map(SiteCapacity::facilityMw).orElse(OptionalDouble.empty()),
            most.map(point -> point.date().toString()).orElse(""),
            site.users(),
            stage(site),
            site.vintage().map(LocalDate::toString).orElse("announcement"),
            site.origin().id());
        shown++;
      }
    }
    Report report = list.report();
    List<Block> blocks = new ArrayList<>(report.blocks());
    blocks.add(
        new Block.Paragraph(
            shown
                + (shown == 1 ? " site" : " sites")
                + " of "
                + record.sites().size()
                + "; facility and IT: power on "
                + date
                + ", most: the largest power on record, forecasts included."));
    blocks.add(new Block.Heading(2, "The frontier on " + date));
    blocks.add(new Block.Facts(frontier(fleet, date)));
    RecordCredit.notes(record, blocks);
    Data document =
        RecordCredit.head(record)
            .put("date", Data.text(date.toString()))
            .put("largest_facility", largest(fleet, Basis.FACILITY, date))
            .put("largest_it", largest(fleet, Basis.IT, date))
            .put("sum_facility_mw", Data.number(fleet.sumAt(Basis.FACILITY, date)))
            .put("sum_it_mw", Data.number(fleet.sumAt(Basis.IT, date)))
            .put("reached_1gw_facility", reached(fleet, Basis.FACILITY))
            .put("reached_1gw_it", reached(fleet, Basis.IT))
            .put("sites", report.document())
            .build();
    return new Report(blocks, report.table(), document);
  }

  /** Shows one site with every dated figure of every vintage. */
  public static Report site(Site site, SiteRecord record) {
    Listing list =
        new Listing(
            site.name(),
            Listing.Field.words("vintage", "vintage", 0),
            Listing.Field.words("date", "date", 0),
            Listing.Field.words("kind", "kind", 0),
            Listing.Field.number("facility_mw", "facility", "MW", Display.PLAIN, 0),
            Listing.Field.number("it_mw", "IT", "MW", Display.PLAIN, 0),
            Listing.Field.number("h100_equivalents", "H100e", "", Display.PLAIN, 2),
            Listing.Field.number("capex_usd_bn", "capex", "USD bn", Display.PLAIN, 1));
    for (SiteCapacity point : site.capacity()) {
      list.add(
          point.vintage().map(LocalDate::toString).orElse("announcement"),
          point.date().toString(),
          point.kind().id(),
          point.facilityMw(),
          point.itMw(),
          point.h100Equivalents(),
          point.capexUsdBn());
    }
    Report report = list.report();
    Data.Builder document = RecordCredit.head(record);
    List<Block.Fact> facts = new ArrayList<>();
    fact("id", "Id", site.id(), facts, document);
    fact("aliases", "Also called", String.join(", ", site.aliases()), facts, document);
    fact("name", "Name", site.name(), facts, document);
    fact("owner", "Owner", site.owner(), facts, document);
    fact("users", "Users", site.users(), facts, document);
    fact("chip_types", "Chips", site.chipTypes(), facts, document);
    fact("country", "Country", site.country(), facts, document);
    fact("stage", "Stage", stage(site), facts, document);
    fact("note", "Note", site.note(), facts, document);
    fact("source", "Source", site.provenance().source().orElse(""), facts, document);
    fact("vintage", "Vintage", site.vintage().map(LocalDate::toString).orElse(""), facts, document);
    fact("confidence", "Confidence", confidence(site.provenance()), facts, document);
    fact("origin", "Origin", site.origin().id(), facts, document);
    List<Block> blocks = new ArrayList<>();
    blocks.add(report.blocks().get(0));
    blocks.add(new Block.Facts(facts));
    blocks.add(new Block.Heading(2, "Recorded power"));
    blocks.addAll(report.blocks().subList(1, report.blocks().size()));
    RecordCredit.notes(record, blocks);
    return new Report(blocks, report.table(), document.put("capacity", report.document()).build());
  }

  /** Lists what companies spent; only those that a text names. */
  public static Report capex(List<CapexYear> years, Optional<String> owner) {
    Listing list =
        new Listing(
            "Capital expenditure of the builders",
            Listing.Field.words("company", "company", 0),
            Listing.Field.words("period", "period", 0),
            Listing.Field.words("period_end", "period end", 3),
            Listing.Field.number("capex_usd_bn_low", "low", "USD bn", Display.PLAIN, 0),
            Listing.Field.number("capex_usd_bn_high", "high", "USD bn", Display.PLAIN, 0),
            Listing.Field.words("kind", "kind", 0),
            Listing.Field.words("stated_on", "stated on", 2),
            Listing.Field.words("confidence", "confidence", 4),
            Listing.Field.words("source", "source", 1),
            Listing.Field.words("note", "note", 5));
    for (CapexYear year : years) {
      if (contains(year.company(), owner)) {
        list.add(
            year.company(),
            year.period(),
            year.periodEnd().map(LocalDate::toString).orElse(""),
            year.lowUsdBn(),
            year.highUsdBn(),
            year.kind(),
            year.statedOn(),
            confidence(year.provenance()),
            year.provenance().source().orElse(""),
            year.note());
      }
    }
    return list.report();
  }

  /** Lists what happened; only rows whose actor a text names. */
  public static Report chronology(List<ChronologyEntry> entries, Optional<String> owner) {
    Listing list =
        new Listing(
            "Chronology",
            Listing.Field.words("date", "date", 0),
            Listing.Field.words("until", "until", 4),
            Listing.Field.words("actor", "actor", 0),
            Listing.Field.words("event", "event", 0),
            Listing.Field.words("quantity", "quantity", 2),
            Listing.Field.words("kind", "kind", 1),
            Listing.Field.words("confidence", "confidence", 5),
            Listing.Field.words("source", "source", 3));
    List<Block.Fact> facts = new ArrayList<>();
    for (ChronologyEntry entry : entries) {
      if (contains(entry.actor(), owner)) {
        list.add(
            entry.date(),
            entry.until(),
            entry.actor(),
            entry.event(),
            entry.quantity(),
            entry.kind(),
            confidence(entry.provenance()),
            entry.provenance().source().orElse(""));
        String until = entry.until().isEmpty() ? "" : " to " + entry.until();
        facts.add(
            Block.Fact.of(
                entry.date() + until,
                Cell.words(entry.actor() + ": " + entry.event()),
                Cell.words("(" + entry.kind() + ")")));
      }
    }
    Report report = list.report();
    List<Block> blocks = new ArrayList<>();
    blocks.add(report.blocks().get(0));
    blocks.add(new Block.Facts(facts));
    blocks.add(
        new Block.Paragraph(
            "Rows that name Epoch AI: Frontier Data Centers and GPU clusters,"
                + " https://epoch.ai/data, CC BY 4.0."));
    return new Report(blocks, report.table(), report.document());
  }

  private static List<Block.Fact> frontier(RecordedFleet fleet, LocalDate date) {
    List<Block.Fact> facts = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      fleet
          .largestAt(basis, date)
          .ifPresent(
              site ->
                  facts.add(
                      Block.Fact.of(
                          "Largest, " + basis.label() + " power",
                          Cell.words(site.name() + ":"),
                          megawatts(fleet.mwAt(site, Basis.FACILITY, date)),
                          Cell.words("facility,"),
                          megawatts(fleet.mwAt(site, Basis.IT, date)),
                          Cell.words("IT"))));
    }
    facts.add(
        Block.Fact.of(
            "All sites",
            megawatts(fleet.sumAt(Basis.FACILITY, date)),
            Cell.words("facility,"),
            megawatts(fleet.sumAt(Basis.IT, date)),
            Cell.words("IT")));
    List<String> reached =
        fleet.reached(GIGAWATT_MW, Basis.FACILITY).stream()
            .filter(one -> !one.date().isAfter(date))
            .map(one -> one.site().name() + " " + one.date())
            .toList();
    if (!reached.isEmpty()) {
      facts.add(Block.Fact.of("1 GW, facility power", Cell.words(String.join("; ", reached))));
    }
    facts.add(
        Block.Fact.of(
            "Estimated up to",
            new Cell.Day(fleet.lastEstimated()),
            Cell.words("and forecast after it")));
    return facts;
  }

  private static Cell megawatts(double mw) {
    return Cell.quantity(mw, Display.MEGAWATT);
  }

  private static Data largest(RecordedFleet fleet, Basis basis, LocalDate date) {
    Optional<Site> site = fleet.largestAt(basis, date);
    return site.isEmpty()
        ? Data.NULL
        : Data.Members.builder()
            .put("site", Data.text(site.get().id()))
            .put("facility_mw", Data.number(fleet.mwAt(site.get(), Basis.FACILITY, date)))
            .put("it_mw", Data.number(fleet.mwAt(site.get(), Basis.IT, date)))
            .build();
  }

  private static Data reached(RecordedFleet fleet, Basis basis) {
    return new Data.Items(
        fleet.reached(GIGAWATT_MW, basis).stream()
            .<Data>map(
                reached ->
                    Data.Members.builder()
                        .put("site", Data.text(reached.site().id()))
                        .put("date", Data.text(reached.date().toString()))
                        .build())
            .toList());
  }

  private static void fact(
      String id, String label, String text, List<Block.Fact> facts, Data.Builder document) {
    document.put(id, Data.textOrNull(text));
    if (!text.isEmpty()) {
      facts.add(Block.Fact.of(label, Cell.words(text)));
    }
  }

  private static Optional<SiteCapacity> most(List<SiteCapacity> points) {
    Comparator<SiteCapacity> byPower =
        Comparator.comparingDouble(point -> point.facilityMw().orElse(0));
    return points.stream()
        .max(byPower.thenComparing(SiteCapacity::date, Comparator.reverseOrder()))
        .filter(point -> point.facilityMw().orElse(0) > 0);
  }

  private static String kind(List<SiteCapacity> points, LocalDate date) {
    return points.stream()
        .filter(point -> !point.date().isAfter(date))
        .reduce((a, b) -> b)
        .map(point -> point.kind().id())
        .orElse("");
  }

  private static String stage(Site site) {
    return site.superseded() ? "superseded" : site.stage();
  }

  private static String confidence(Provenance provenance) {
    return provenance.confidence().map(Confidence::id).orElse("");
  }

  private static double orZero(double mw) {
    return Double.isNaN(mw) ? 0 : mw;
  }

  private static boolean contains(String text, Optional<String> part) {
    return part.map(p -> text.toLowerCase(Locale.ROOT).contains(p.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }
}
