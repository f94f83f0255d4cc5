package org.stargatecalc.report.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Listing;
import org.stargatecalc.report.Report;

/** The shipped data as lists and as single records with their sources. */
public final class CatalogReport {
  private static final double FLOPS_PER_PFLOPS = 1e15;

  private CatalogReport() {}

  /** Lists all accelerators. */
  public static Report accelerators(Catalog catalog) {
    Listing list =
        new Listing(
            "Accelerators",
            Listing.Field.words("id", "id", 0),
            Listing.Field.words("title", "accelerator", 1),
            Listing.Field.words("available", "available", 3),
            Listing.Field.number("chip_tdp_w", "chip TDP", "W", Display.PLAIN, 2),
            Listing.Field.number("it_watts", "all-in IT", "W", Display.PLAIN, 0),
            Listing.Field.number("bf16_dense_flops", "bf16", "FLOP/s", Display.FLOPS, 0),
            Listing.Field.number("fp8_dense_flops", "fp8", "FLOP/s", Display.FLOPS, 0),
            Listing.Field.number("h100_equivalents", "H100e", "", Display.PLAIN, 4),
            Listing.Field.number("capex_per_gpu_usd", "capex", "USD/GPU", Display.PLAIN, 0),
            Listing.Field.words("confidence", "confidence", 0));
    for (Accelerator a : catalog.accelerators().values()) {
      list.add(
          a.id(),
          a.title(),
          a.available(),
          a.chipTdpWatts(),
          a.itWatts(),
          a.bf16Flops(),
          a.fp8Flops(),
          a.h100Equivalents(),
          a.capexPerGpuUsd(),
          confidence(a.provenance()));
    }
    return list.report();
  }

  /** Lists all built-in defaults. */
  public static Report defaults(Catalog catalog) {
    Listing list =
        new Listing(
            "Built-in defaults",
            Listing.Field.words("key", "key", 0),
            Listing.Field.words("value", "value", 0),
            Listing.Field.words("confidence", "confidence", 0),
            Listing.Field.words("as_of", "as of", 0),
            Listing.Field.words("source", "source", 1),
            Listing.Field.words("note", "note", 2));
    for (DefaultValue d : catalog.defaults().values()) {
      list.add(
          d.key(),
          d.value(),
          confidence(d.provenance()),
          d.provenance().asOf().orElse(""),
          d.provenance().source().orElse(""),
          d.note());
    }
    return list.report();
  }

  /** Lists all claims. */
  public static Report claims(Catalog catalog) {
    Listing list =
        new Listing(
            "Claims",
            Listing.Field.words("id", "id", 0),
            Listing.Field.words("at_least", "at least", 0),
            Listing.Field.words("by", "by", 0),
            Listing.Field.words("metric", "metric (scope)", 1),
            Listing.Field.words("basis", "basis", 0),
            Listing.Field.words("author", "author", 2),
            Listing.Field.words("stated_on", "stated on", 3),
            Listing.Field.words("status", "status", 4),
            Listing.Field.words("confidence", "confidence", 4));
    for (ClaimRecord c : catalog.claims().values()) {
      list.add(
          c.id(),
          c.atLeast(),
          c.by().toString(),
          c.metric(),
          c.basis(),
          c.author(),
          c.statedOn(),
          c.status(),
          confidence(c.provenance()));
    }
    return list.report();
  }

  /** Shows one accelerator with its sources. */
  public static Report accelerator(Accelerator a) {
    Details details = new Details(a.title());
    details.words("id", "Id", a.id());
    details.words("vendor", "Vendor", a.vendor());
    details.words("kind", "Kind", a.kind());
    details.words("unit_counted", "One gpu_count is", a.unitCounted());
    details.words("available", "Available", a.available());
    details.number("chip_tdp_w", "Chip TDP", a.chipTdpWatts(), 1, "W");
    details.number("it_watts", "All-in IT watts", a.itWatts(), 1, "W");
    details.number("it_watts_low", "  low", a.itWattsRange().low(), 1, "W");
    details.number("it_watts_high", "  high", a.itWattsRange().high(), 1, "W");
    details.words("it_watts_basis", "  how found", a.itWattsBasis());
    details.number("bf16_dense_pflops", "Dense bf16", a.bf16Flops(), FLOPS_PER_PFLOPS, "PFLOP/s");
    details.number("fp8_dense_pflops", "Dense fp8", a.fp8Flops(), FLOPS_PER_PFLOPS, "PFLOP/s");
    details.number("fp4_dense_pflops", "Dense fp4", a.fp4Flops(), FLOPS_PER_PFLOPS, "PFLOP/s");
    details.words("flops_note", "  note", a.flopsNote());
    details.number("h100_equivalents", "H100 equivalents", a.h100Equivalents(), 1, "");
    details.words("memory", "Memory", a.memory());
    details.number("chip_price_usd", "Chip price", a.chipPriceUsd(), 1, "USD");
    details.number("capex_per_gpu_usd", "Compute capex", a.capexPerGpuUsd(), 1, "USD/GPU");
    details.words("capex_source", "  source", a.capexProvenance().source().orElse(""));
    details.words("capex_confidence", "  confidence", confidence(a.capexProvenance()));
    details.provenance(a.provenance());
    return details.report();
  }

  /** Shows one default with its source. */
  public static Report defaultValue(DefaultValue d) {
    Details details = new Details("Default of " + d.key());
    details.words("key", "Key", d.key());
    details.words("value", "Value", d.value());
    details.words("note", "Note", d.note());
    details.provenance(d.provenance());
    return details.report();
  }

  /** Shows one claim with its source. */
  public static Report claim(ClaimRecord c) {
    Details details = new Details(c.title());
    details.words("id", "Id", c.id());
    details.words("statement", "Said", c.statement());
    details.words("author", "By", c.author());
    details.words("stated_on", "On", c.statedOn());
    details.words("metric", "Metric", c.metric());
    details.words("basis", "Power basis", c.basis());
    details.words("at_least", "At least", c.atLeast());
    details.words("by", "By the end of", c.by().toString());
    details.words("scope", "Scope", c.scope());
    details.words("status", "Status", c.status());
    details.provenance(c.provenance());
    return details.report();
  }

  private static String confidence(Provenance provenance) {
    return provenance.confidence().map(Confidence::id).orElse("");
  }

  /** One record, field by field, in all three forms. */
  private static final class Details {
    private final String title;
    private final List<Block.Fact> facts = new ArrayList<>();
    private final DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("field"),
            DataTable.Column.number("value"),
            DataTable.Column.words("unit"),
            DataTable.Column.words("text"));
    private final Data.Builder document = Data.Members.builder();

    Details(String title) {
      this.title = title;
    }

    void words(String id, String label, String text) {
      document.put(id, Data.textOrNull(text));
      if (!text.isEmpty()) {
        facts.add(Block.Fact.of(label, Cell.words(text)));
        table.add(id, Double.NaN, "", text);
      }
    }

    void number(String id, String label, OptionalDouble value, double perUnit, String unit) {
      double number = value.orElse(Double.NaN) / perUnit;
      document.put(id, Data.number(number));
      if (value.isPresent()) {
        facts.add(Block.Fact.of(label, Cell.number(number, Display.PLAIN), Cell.words(unit)));
        table.add(id, number, unit, "");
      }
    }

    void provenance(Provenance provenance) {
      words("source", "Source", provenance.source().orElse(""));
      words("as_of", "As of", provenance.asOf().orElse(""));
      words("confidence", "Confidence", confidence(provenance));
    }

    Report report() {
      return new Report(
          List.of(new Block.Heading(1, title), new Block.Facts(facts)), table, document.build());
    }
  }
}
