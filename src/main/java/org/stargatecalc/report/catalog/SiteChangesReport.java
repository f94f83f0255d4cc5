package org.stargatecalc.report.catalog;

import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Fields.records;
import static org.stargatecalc.report.catalog.CatalogFields.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.RecordChange;
import org.stargatecalc.analysis.backtest.RecordedFleet;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Listing;
import org.stargatecalc.report.RecordCredit;
import org.stargatecalc.report.Report;

/** What vintages of the record say otherwise than those before them. */
public final class SiteChangesReport {
  /** A date on which a site has another power than it had. */
  static final Fields<RecordChange> CHANGE =
      Fields.of(
          "change",
          words("site", "id of the site", (RecordChange c) -> c.site().id()).shown("site", 0),
          words("owner", "who owns it", (RecordChange c) -> c.site().owner()),
          date("date", "day at whose end the power stands", RecordChange::date).shown("date", 0),
          words("kind", "estimated or forecast by the later", (RecordChange c) -> c.kind().id())
              .shown("kind", 1),
          numberOrNaN(
                  "facility_mw_before",
                  "facility power in the earlier vintage",
                  RecordChange::facilityMwBefore)
              .in("MW")
              .shown("before", 0),
          numberOrNaN("facility_mw", "facility power in the later one", RecordChange::facilityMw)
              .in("MW")
              .shown("now", 0),
          numberOrNaN("it_mw_before", "IT power in the earlier vintage", RecordChange::itMwBefore)
              .in("MW")
              .shown("IT before", 3),
          numberOrNaN("it_mw", "IT power in the later one", RecordChange::itMw)
              .in("MW")
              .shown("IT now", 3),
          words(
                  "vintage_before",
                  "the earlier vintage, empty for a new site",
                  (RecordChange c) -> c.vintageBefore().map(LocalDate::toString).orElse(""))
              .shown("vintage before", 2),
          date("vintage", "the later vintage", RecordChange::vintage).shown("vintage", 2));

  /** What changed in the record. */
  public static final Fields<Changes> CHANGES =
      Fields.of("changes", CatalogFields.<Changes>schema(CatalogFields.SCHEMA))
          .and(RecordCredit.FIELDS.<Changes>of("credit", Changes::record).all())
          .and(
              date("since", "day as of which the record is the earlier one", Changes::since),
              records("changes", CHANGE, "by site and date", Changes::changes));

  private SiteChangesReport() {}

  /** What changed since a day. */
  record Changes(SiteRecord record, LocalDate since, List<RecordChange> changes) {}

  /**
   * Lists what the record says otherwise than it did on a day.
   *
   * @param site only this one; empty for all
   * @param since the day; empty for the one before the newest vintage
   * @param owner only sites whose owner contains this text, whatever the letter case
   */
  public static Report of(
      SiteRecord record, Optional<Site> site, Optional<LocalDate> since, Optional<String> owner) {
    LocalDate day = since.orElse(newest(record, site).minusDays(1));
    List<RecordChange> changes = new ArrayList<>();
    for (RecordChange change :
        RecordChange.between(
            new RecordedFleet(record, day), new RecordedFleet(record, record.newestVintage()))) {
      boolean isAsked = site.isEmpty() || site.get().equals(change.site());
      if (isAsked && isOwned(change.site(), owner)) {
        changes.add(change);
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Recorded power that is not what it was on " + day));
    if (!changes.isEmpty()) {
      blocks.add(Listing.table(CHANGE, changes));
    }
    blocks.add(
        new Block.Paragraph(
            changes.size()
                + (changes.size() == 1 ? " date at " : " dates at ")
                + sites(changes)
                + ". A figure stands until the next one: a step that comes later is a fall on the day"
                + " that it had before."));
    RecordCredit.notes(record, blocks);
    return new Report(
        blocks, CHANGE.table(changes), CHANGES.document(new Changes(record, day, changes)));
  }

  private static LocalDate newest(SiteRecord record, Optional<Site> site) {
    return site.flatMap(Site::vintage).orElse(record.newestVintage());
  }

  private static String sites(List<RecordChange> changes) {
    long sites = changes.stream().map(RecordChange::site).distinct().count();
    return sites + (sites == 1 ? " site" : " sites");
  }

  private static boolean isOwned(Site site, Optional<String> owner) {
    return site.owner()
        .toLowerCase(Locale.ROOT)
        .contains(owner.orElse("").toLowerCase(Locale.ROOT));
  }
}
