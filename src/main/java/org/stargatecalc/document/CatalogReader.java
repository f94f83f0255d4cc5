package org.stargatecalc.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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

  /** Reads everything that ships with the tool. */
  public static Catalog shipped() {
    return new Catalog(
        rows("accelerators.csv", "id", CatalogReader::accelerator),
        rows("defaults.csv", "key", CatalogReader::defaultValue),
        rows("claims.csv", "id", CatalogReader::claim));
  }

  private static <T> Map<String, T> rows(
      String file, String key, Function<NamedCsvRecord, T> parse) {
    Map<String, T> records = new LinkedHashMap<>();
    try (InputStream in = CatalogReader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its data file " + file);
      }
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : csv) {
          records.put(row.getField(key), parse.apply(row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return records;
  }

  private static Accelerator accelerator(NamedCsvRecord row) {
    String memory = (row.getField("hbm_gb") + " GB " + row.getField("hbm_generation")).strip();
    String asOf = row.getField("as_of");
    return new Accelerator(
        row.getField("id"),
        row.getField("title"),
        row.getField("vendor"),
        row.getField("kind"),
        row.getField("unit_counted"),
        row.getField("available"),
        number(row, "chip_tdp_w"),
        number(row, "it_watts"),
        new Accelerator.Range(number(row, "it_watts_low"), number(row, "it_watts_high")),
        row.getField("it_watts_basis"),
        flops(row, "bf16_dense_tflops"),
        flops(row, "fp8_dense_tflops"),
        flops(row, "fp4_dense_tflops"),
        row.getField("flops_note"),
        memory.startsWith("GB") ? "" : memory,
        number(row, "chip_price_usd"),
        number(row, "capex_per_gpu_usd"),
        row.getField("capex_source").isEmpty()
            ? Provenance.NONE
            : Provenance.of(
                row.getField("capex_source"), confidence(row.getField("capex_confidence")), asOf),
        Provenance.of(row.getField("source"), confidence(row.getField("confidence")), asOf));
  }

  private static DefaultValue defaultValue(NamedCsvRecord row) {
    String url = row.getField("url");
    String source = row.getField("source") + (url.isEmpty() ? "" : ", " + url);
    return new DefaultValue(
        row.getField("key"),
        row.getField("value"),
        row.getField("note"),
        Provenance.of(source, confidence(row.getField("confidence")), row.getField("as_of")));
  }

  private static ClaimRecord claim(NamedCsvRecord row) {
    try {
      return new ClaimRecord(
          row.getField("id"),
          row.getField("title"),
          row.getField("author"),
          row.getField("stated_on"),
          row.getField("metric"),
          row.getField("basis"),
          row.getField("at_least"),
          PartialDate.parse(row.getField("by")).last(),
          row.getField("scope"),
          row.getField("statement"),
          row.getField("status"),
          Provenance.of(
              row.getField("source"),
              confidence(row.getField("confidence")),
              row.getField("status_as_of")));
    } catch (InvalidTextException fault) {
      throw new IllegalStateException("claim " + row.getField("id"), fault);
    }
  }

  private static OptionalDouble number(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  private static OptionalDouble flops(NamedCsvRecord row, String column) {
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
