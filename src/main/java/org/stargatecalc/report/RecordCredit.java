package org.stargatecalc.report;

import java.util.List;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.field.Data;

/** Who is to be credited for the record of sites, and what a user's file changed in it. */
public final class RecordCredit {
  private RecordCredit() {}

  /** Starts a document with the credit, the vintages and what a user's file changed. */
  public static Data.Builder head(SiteRecord record) {
    return Data.Members.builder()
        .put("credit", Data.text(SiteRecord.CREDIT))
        .put("vintage_from", Data.text(record.oldestVintage().toString()))
        .put("vintage_to", Data.text(record.newestVintage().toString()))
        .put("record_changes", new Data.Items(record.changes().stream().map(Data::text).toList()));
  }

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
