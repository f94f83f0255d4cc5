package org.stargatecalc.report;

import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.texts;

import java.util.List;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Fields;

/** Who is to be credited for the record of sites, and what a user's file changed in it. */
public final class RecordCredit {
  /** The credit, the vintages and what a user's file changed. */
  public static final Fields<SiteRecord> FIELDS =
      Fields.of(
          "record",
          text("credit", "who is to be credited, and the licence", record -> SiteRecord.CREDIT),
          date("vintage_from", "day of the oldest vintage", SiteRecord::oldestVintage),
          date("vintage_to", "day of the newest vintage", SiteRecord::newestVintage),
          texts("record_changes", "what a user's file changed in it", SiteRecord::changes));

  private RecordCredit() {}

  /** Adds what a user's file changed, and the credit. */
  public static void notes(SiteRecord record, List<Block> blocks) {
    if (!record.changes().isEmpty()) {
      blocks.add(new Block.Heading(2, "Not as shipped"));
      blocks.add(new Block.Remarks(record.changes()));
    }
    blocks.add(new Block.Heading(2, "Source of the record"));
    blocks.add(
        new Block.Paragraph(
            SiteRecord.CREDIT
                + ". Vintages "
                + record.oldestVintage()
                + " to "
                + record.newestVintage()
                + "."));
  }
}
