package org.stargatecalc.report.catalog;

import java.util.List;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Listing;
import org.stargatecalc.report.Report;

/** The shipped chips, defaults and claims as lists and as single records with their sources. */
public final class CatalogReport {
  private CatalogReport() {}

  /** Lists all accelerators. */
  public static Report accelerators(Catalog catalog) {
    return list(
        "Accelerators",
        CatalogFields.ACCELERATORS,
        CatalogFields.LISTED_ACCELERATOR,
        List.copyOf(catalog.accelerators().values()));
  }

  /** Lists all built-in defaults. */
  public static Report defaults(Catalog catalog) {
    return list(
        "Built-in defaults",
        CatalogFields.DEFAULTS,
        CatalogFields.LISTED_DEFAULT,
        List.copyOf(catalog.defaults().values()));
  }

  /** Lists all claims. */
  public static Report claims(Catalog catalog) {
    return list(
        "Claims",
        CatalogFields.CLAIMS,
        CatalogFields.LISTED_CLAIM,
        List.copyOf(catalog.claims().values()));
  }

  /** Shows one accelerator with its sources. */
  public static Report accelerator(Accelerator accelerator) {
    return one(accelerator.title(), CatalogFields.ACCELERATOR, accelerator);
  }

  /** Shows one default with its source. */
  public static Report defaultValue(DefaultValue value) {
    return one("Default of " + value.key(), CatalogFields.DEFAULT, value);
  }

  /** Shows one claim with its source. */
  public static Report claim(ClaimRecord claim) {
    return one(claim.title(), CatalogFields.CLAIM, claim);
  }

  /** Shows records as a list. */
  static <T> Report list(
      String title, Fields<List<T>> document, Fields<T> fields, List<T> records) {
    return new Report(
        List.of(new Block.Heading(1, title), Listing.table(fields, records)),
        fields.table(records),
        document.document(records));
  }

  private static <T> Report one(String title, Fields<T> fields, T record) {
    return new Report(
        List.of(new Block.Heading(1, title), new Block.Facts(Listing.facts(fields, record))),
        Listing.details(fields, record),
        fields.document(record));
  }
}
