package org.stargatecalc.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.InvalidTextException;

/** Reads the shipped data: CSV files with one record a row, every row with source and date. */
public final class CatalogReader {
  private static final String FOLDER = "/org/stargatecalc/catalog/";
  private static final double FLOPS_PER_TFLOPS = 1e12;

  private CatalogReader() {}

  /** Returns everything that ships with the tool, each file read when it is first needed. */
  public static Catalog shipped() {
    return new Catalog(
        () -> rows("accelerators.csv", "id", CatalogReader::accelerator),
        () -> rows("defaults.csv", "key", CatalogReader::defaultValue),
        () -> rows("claims.csv", "id", CatalogReader::claim));
  }

  private static <T> Map<String, T> rows(String file, String key, Function<CsvRow, T> parse) {
    Map<String, T> records = new LinkedHashMap<>();
    try (InputStream in = CatalogReader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its data file " + file);
      }
      for (CsvRow row : CsvRow.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        records.put(row.get(key), parse.apply(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return records;
  }

  private static Accelerator accelerator(CsvRow row) {
    String memory = (row.get("hbm_gb") + " GB " + row.get("hbm_generation")).strip();
    String asOf = row.get("as_of");
    return new Accelerator(
        row.get("id"),
        row.get("title"),
        row.get("vendor"),
        row.get("kind"),
        row.get("unit_counted"),
        row.get("available"),
        number(row, "chip_tdp_w"),
        number(row, "it_watts"),
        new Accelerator.Range(number(row, "it_watts_low"), number(row, "it_watts_high")),
        row.get("it_watts_basis"),
        flops(row, "bf16_dense_tflops"),
        flops(row, "fp8_dense_tflops"),
        flops(row, "fp4_dense_tflops"),
        row.get("flops_note"),
        memory.startsWith("GB") ? "" : memory,
        number(row, "chip_price_usd"),
        number(row, "capex_per_gpu_usd"),
        row.get("capex_source").isEmpty()
            ? Provenance.NONE
            : Provenance.of(row.get("capex_source"), confidence(row.get("capex_confidence")), asOf),
        Provenance.of(row.get("source"), confidence(row.get("confidence")), asOf));
  }

  private static DefaultValue defaultValue(CsvRow row) {
    String url = row.get("url");
    String source = row.get("source") + (url.isEmpty() ? "" : ", " + url);
    return new DefaultValue(
        row.get("key"),
        row.get("value"),
        row.get("note"),
        Provenance.of(source, confidence(row.get("confidence")), row.get("as_of")));
  }

  private static ClaimRecord claim(CsvRow row) {
    try {
      return new ClaimRecord(
          row.get("id"),
          row.get("title"),
          row.get("author"),
          row.get("stated_on"),
          row.get("metric"),
          row.get("basis"),
          row.get("at_least"),
          PartialDate.parse(row.get("by")).last(),
          row.get("scope"),
          row.get("statement"),
          row.get("status"),
          Provenance.of(
              row.get("source"), confidence(row.get("confidence")), row.get("status_as_of")));
    } catch (InvalidTextException fault) {
      throw new IllegalStateException("claim " + row.get("id"), fault);
    }
  }

  private static OptionalDouble number(CsvRow row, String column) {
    String cell = row.get(column);
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  private static OptionalDouble flops(CsvRow row, String column) {
    OptionalDouble tflops = number(row, column);
    return tflops.isPresent() ? OptionalDouble.of(tflops.getAsDouble() * FLOPS_PER_TFLOPS) : tflops;
  }

  private static Confidence confidence(String word) {
    return Optional.of(word)
        .filter(w -> !w.isEmpty())
        .map(w -> Confidence.valueOf(w.toUpperCase(Locale.ROOT)))
        .orElse(Confidence.LOW);
  }
}
