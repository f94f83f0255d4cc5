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
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Listing;
import org.stargatecalc.report.RecordCredit;
import org.stargatecalc.report.Report;

/** The record of sites, of capital expenditure and of events, as lists and single sites. */
public final class SiteRecordReport {

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
    List<SiteFields.OnDate> shown =
        record.sites().values().stream()
            .map(site -> new SiteFields.OnDate(site, fleet, date))
            .sorted(Comparator.comparingDouble(SiteFields.OnDate::facilityMw).reversed())
            .filter(site -> operationalBy.isEmpty() || site.facilityMw() > 0)
            .filter(site -> site.facilityMw() >= minMw.orElse(0))
            .filter(site -> contains(site.site().owner(), owner))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Recorded sites"));
    blocks.add(Listing.table(SiteFields.LISTED_SITE, shown));
    blocks.add(
        new Block.Paragraph(
            shown.size()
                + (shown.size() == 1 ? " site" : " sites")
                + " of "
                + record.sites().size()
                + "; facility and IT: power on "
                + date
                + ", most: the largest power on record, forecasts included."));
    blocks.add(new Block.Heading(2, "The frontier on " + date));
    blocks.add(new Block.Facts(frontier(fleet, date)));
    RecordCredit.notes(record, blocks);
    return new Report(
        blocks,
        SiteFields.LISTED_SITE.table(shown),
        SiteFields.SITES.document(new SiteFields.Sites(record, fleet, date, shown)));
  }

  /** Shows one site with every dated figure of every vintage. */
  public static Report site(Site site, SiteRecord record) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, site.name()));
    blocks.add(new Block.Facts(Listing.facts(SiteFields.ABOUT, site)));
    blocks.add(new Block.Heading(2, "Recorded power"));
    blocks.add(Listing.table(SiteFields.CAPACITY, site.capacity()));
    if (!site.chips().isEmpty()) {
      blocks.add(new Block.Heading(2, "Counted chips, as published"));
      blocks.add(Listing.table(SiteFields.CHIPS, site.chips()));
    }
    RecordCredit.notes(record, blocks);
    return new Report(
        blocks,
        SiteFields.CAPACITY.table(site.capacity()),
        SiteFields.SITE.document(new SiteFields.InRecord(site, record)));
  }

  /** Lists what companies spent; only those that a text names. */
  public static Report capex(List<CapexYear> years, Optional<String> owner) {
    return CatalogReport.list(
        "Capital expenditure of the builders",
        SiteFields.CAPEX,
        SiteFields.CAPEX_YEAR,
        years.stream().filter(year -> contains(year.company(), owner)).toList());
  }

  /** Lists what happened; only rows whose actor a text names. */
  public static Report chronology(List<ChronologyEntry> entries, Optional<String> owner) {
    List<ChronologyEntry> shown =
        entries.stream().filter(entry -> contains(entry.actor(), owner)).toList();
    List<Block.Fact> facts = new ArrayList<>();
    for (ChronologyEntry entry : shown) {
      String until = entry.until().isEmpty() ? "" : " to " + entry.until();
      facts.add(
          Block.Fact.of(
              entry.date() + until,
              Cell.words(entry.actor() + ": " + entry.event()),
              Cell.words("(" + entry.kind() + ")")));
    }
    return new Report(
        List.of(
            new Block.Heading(1, "Chronology"),
            new Block.Facts(facts),
            new Block.Paragraph(
                "Rows that name Epoch AI: Frontier Data Centers and GPU clusters,"
                    + " https://epoch.ai/data, CC BY 4.0.")),
        SiteFields.EVENT.table(shown),
        SiteFields.CHRONOLOGY.document(shown));
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
        fleet.reached(Scale.KILO, Basis.FACILITY).stream()
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

  private static boolean contains(String text, Optional<String> part) {
    return part.map(p -> text.toLowerCase(Locale.ROOT).contains(p.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }
}
