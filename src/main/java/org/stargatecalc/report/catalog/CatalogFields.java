package org.stargatecalc.report.catalog;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.optionalNumber;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Fields.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.field.Display;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Scale;

/** What is told of the shipped chips, defaults and claims. */
public final class CatalogFields {
  /** The schema of lists and records of the catalogue. */
  public static final String SCHEMA = "stargate-calc/catalog/v1";

  /** The schema of the list of claims and of a single one. */
  public static final String SCHEMA_OF_CLAIMS = "stargate-calc/claims/v1";

  // ---- chips ----

  private static final Field<Accelerator> CHIP_ID =
      words("id", "id of the accelerator", Accelerator::id);
  private static final Field<Accelerator> AVAILABLE =
      words("available", "since when it can be bought", Accelerator::available);
  private static final Field<Accelerator> CHIP_TDP =
      optionalNumber("chip_tdp_w", "thermal design power of the chip", Accelerator::chipTdpWatts)
          .in("W");
  private static final Field<Accelerator> IT_WATTS =
      optionalNumber("it_watts", "IT power of one with all around it", Accelerator::itWatts)
          .in("W");
  private static final Field<Accelerator> H100_EQUIVALENTS =
      optionalNumber(
          "h100_equivalents", "what it computes, in H100s", Accelerator::h100Equivalents);
  private static final Field<Accelerator> CAPEX =
      optionalNumber("capex_per_gpu_usd", "compute capex of one", Accelerator::capexPerGpuUsd)
          .in("USD/GPU");
  private static final Field<Accelerator> CHIP_CONFIDENCE = confidence(Accelerator::provenance);

  /** A row of the list of chips. */
  static final Fields<Accelerator> LISTED_ACCELERATOR =
      Fields.of(
          "listed_accelerator",
          CHIP_ID.shown("id", 0),
          words("title", "what it is called", Accelerator::title).shown("accelerator", 1),
          AVAILABLE.shown("available", 3),
          CHIP_TDP.shown("chip TDP", 2),
          IT_WATTS.shown("all-in IT", 0),
          optionalNumber("bf16_dense_flops", "dense bf16 rate", Accelerator::bf16Flops)
              .in("FLOP/s")
              .shown("bf16", 0, Display.FLOPS),
          optionalNumber("fp8_dense_flops", "dense fp8 rate", Accelerator::fp8Flops)
              .in("FLOP/s")
              .shown("fp8", 0, Display.FLOPS),
          H100_EQUIVALENTS.shown("H100e", 4),
          CAPEX.shown("capex", 0),
          CHIP_CONFIDENCE.shown("confidence", 0));

  /** The list of chips. */
  public static final Fields<List<Accelerator>> ACCELERATORS =
      list("accelerators", SCHEMA, LISTED_ACCELERATOR);

  /** One chip. */
  public static final Fields<Accelerator> ACCELERATOR =
      Fields.of(
              "accelerator",
              schema(SCHEMA),
              CHIP_ID.shown("Id", 0),
              words("vendor", "who makes it", Accelerator::vendor).shown("Vendor", 0),
              words("kind", "what kind of chip", Accelerator::kind).shown("Kind", 0),
              words("unit_counted", "what one gpu_count is", Accelerator::unitCounted)
                  .shown("One gpu_count is", 0),
              AVAILABLE.shown("Available", 0),
              CHIP_TDP.shown("Chip TDP", 0),
              IT_WATTS.shown("All-in IT watts", 0),
              optionalNumber(
                      "it_watts_low",
                      "low end of it_watts",
                      (Accelerator a) -> a.itWattsRange().low())
                  .in("W")
                  .shown("  low", 0),
              optionalNumber(
                      "it_watts_high",
                      "high end of it_watts",
                      (Accelerator a) -> a.itWattsRange().high())
                  .in("W")
                  .shown("  high", 0),
              words("it_watts_basis", "how it_watts was found", Accelerator::itWattsBasis)
                  .shown("  how found", 0),
              petaflops("bf16_dense_pflops", "dense bf16 rate", Accelerator::bf16Flops)
                  .shown("Dense bf16", 0),
              petaflops("fp8_dense_pflops", "dense fp8 rate", Accelerator::fp8Flops)
                  .shown("Dense fp8", 0),
              petaflops("fp4_dense_pflops", "dense fp4 rate", Accelerator::fp4Flops)
                  .shown("Dense fp4", 0),
              words("flops_note", "note on the rates", Accelerator::flopsNote).shown("  note", 0),
              H100_EQUIVALENTS.shown("H100 equivalents", 0),
              words("memory", "its memory", Accelerator::memory).shown("Memory", 0),
              optionalNumber("chip_price_usd", "price of the chip alone", Accelerator::chipPriceUsd)
                  .in("USD")
                  .shown("Chip price", 0),
              CAPEX.shown("Compute capex", 0),
              words(
                      "capex_source",
                      "who says so",
                      (Accelerator a) -> a.capexProvenance().source().orElse(""))
                  .shown("  source", 0),
              words(
                      "capex_confidence",
                      "high, medium or low",
                      (Accelerator a) -> confidenceOf(a.capexProvenance()))
                  .shown("  confidence", 0))
          .and(provenance(Accelerator::provenance));

  // ---- defaults ----

  private static final Field<DefaultValue> KEY = words("key", "key", DefaultValue::key);
  private static final Field<DefaultValue> VALUE =
      words("value", "as a scenario would write it", DefaultValue::value);
  private static final Field<DefaultValue> NOTE = words("note", "note on it", DefaultValue::note);

  /** A row of the list of defaults. */
  static final Fields<DefaultValue> LISTED_DEFAULT =
      Fields.of(
          "listed_default",
          KEY.shown("key", 0),
          VALUE.shown("value", 0),
          CatalogFields.<DefaultValue>confidence(DefaultValue::provenance).shown("confidence", 0),
          CatalogFields.<DefaultValue>asOf(DefaultValue::provenance).shown("as of", 0),
          CatalogFields.<DefaultValue>source(DefaultValue::provenance).shown("source", 1),
          NOTE.shown("note", 2));

  /** The list of defaults. */
  public static final Fields<List<DefaultValue>> DEFAULTS =
      list("defaults", SCHEMA, LISTED_DEFAULT);

  /** One default. */
  public static final Fields<DefaultValue> DEFAULT =
      Fields.of(
              "default",
              CatalogFields.<DefaultValue>schema(SCHEMA),
              KEY.shown("Key", 0),
              VALUE.shown("Value", 0),
              NOTE.shown("Note", 0))
          .and(provenance(DefaultValue::provenance));

  // ---- claims ----

  private static final Field<ClaimRecord> CLAIM_ID =
      words("id", "id of the claim", ClaimRecord::id);
  private static final Field<ClaimRecord> AT_LEAST =
      words("at_least", "threshold with its unit", ClaimRecord::atLeast);
  private static final Field<ClaimRecord> BY =
      words("by", "the last day", (ClaimRecord c) -> c.by().toString());
  private static final Field<ClaimRecord> METRIC =
      words("metric", "id of the metric, which carries the scope", ClaimRecord::metric);
  private static final Field<ClaimRecord> BASIS = words("basis", "power basis", ClaimRecord::basis);
  private static final Field<ClaimRecord> AUTHOR =
      words("author", "who said it", ClaimRecord::author);
  private static final Field<ClaimRecord> STATED_ON =
      words("stated_on", "when it was said", ClaimRecord::statedOn);
  private static final Field<ClaimRecord> STATUS =
      words("status", "what became of it", ClaimRecord::status);

  /** A row of the list of claims. */
  static final Fields<ClaimRecord> LISTED_CLAIM =
      Fields.of(
          "listed_claim",
          CLAIM_ID.shown("id", 0),
          AT_LEAST.shown("at least", 0),
          BY.shown("by", 0),
          METRIC.shown("metric (scope)", 1),
          BASIS.shown("basis", 0),
          AUTHOR.shown("author", 2),
          STATED_ON.shown("stated on", 3),
          STATUS.shown("status", 4),
          CatalogFields.<ClaimRecord>confidence(ClaimRecord::provenance).shown("confidence", 4));

  /** The list of claims. */
  public static final Fields<List<ClaimRecord>> CLAIMS =
      list("claims", SCHEMA_OF_CLAIMS, LISTED_CLAIM);

  /** One claim. */
  public static final Fields<ClaimRecord> CLAIM =
      Fields.of(
              "claim",
              CatalogFields.<ClaimRecord>schema(SCHEMA_OF_CLAIMS),
              CLAIM_ID.shown("Id", 0),
              words("statement", "what was said", ClaimRecord::statement).shown("Said", 0),
              AUTHOR.shown("By", 0),
              STATED_ON.shown("On", 0),
              METRIC.shown("Metric", 0),
              BASIS.shown("Power basis", 0),
              AT_LEAST.shown("At least", 0),
              BY.shown("By the end of", 0),
              words("scope", "what it is about and leaves open", ClaimRecord::scope)
                  .shown("Scope", 0),
              STATUS.shown("Status", 0))
          .and(provenance(ClaimRecord::provenance));

  private CatalogFields() {}

  /** Returns a field of words that may be missing, which is an empty text. */
  static <T> Field<T> words(String id, String meaning, Function<T, String> of) {
    return optionalText(id, meaning, record -> Optional.of(of.apply(record)));
  }

  private static Field<Accelerator> petaflops(
      String id, String meaning, Function<Accelerator, OptionalDouble> of) {
    return Field.<Accelerator>numberOrNaN(
            id, meaning, a -> of.apply(a).orElse(Double.NaN) / Scale.PETA)
        .in("PFLOP/s");
  }

  static <T> Field<T> schema(String schema) {
    return constant("schema", schema, "name of this form");
  }

  /** Returns a document that is a list. */
  static <T> Fields<List<T>> list(String name, String schema, Fields<T> of) {
    return Fields.of(
        name, schema(schema), records(name, of, "in their order", (List<T> all) -> all));
  }

  static <T> Field<T> source(Function<T, Provenance> of) {
    return optionalText("source", "who says so", record -> of.apply(record).source());
  }

  private static <T> Field<T> asOf(Function<T, Provenance> of) {
    return optionalText("as_of", "date of the information", record -> of.apply(record).asOf());
  }

  static <T> Field<T> confidence(Function<T, Provenance> of) {
    return words("confidence", "high, medium or low", record -> confidenceOf(of.apply(record)));
  }

  private static <T> List<Field<T>> provenance(Function<T, Provenance> of) {
    List<Field<T>> fields = new ArrayList<>();
    fields.add(source(of).shown("Source", 0));
    fields.add(asOf(of).shown("As of", 0));
    fields.add(confidence(of).shown("Confidence", 0));
    return fields;
  }

  private static String confidenceOf(Provenance provenance) {
    return provenance.confidence().map(Confidence::id).orElse("");
  }
}
