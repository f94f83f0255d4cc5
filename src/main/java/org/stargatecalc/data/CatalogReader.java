package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.CapexYear;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.ChronologyEntry;
import org.stargatecalc.catalog.ClaimRecord;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.catalog.UsualRange;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.Scale;

/** Reads the shipped data: CSV files with one record a row, every row with source and date. */
public final class CatalogReader {

  private CatalogReader() {}

  /** Returns everything that ships with the tool, each record read when it is first needed. */
  public static Catalog shipped() {
    return new Catalog(new Shipped());
  }

  private static final class Shipped implements Catalog.Source {
    @Override
    public Map<String, Supplier<Accelerator>> accelerators() {
      return records("accelerators.csv", CatalogReader::accelerator);
    }

    @Override
    public Map<String, Supplier<DefaultValue>> defaults() {
      return records("defaults.csv", CatalogReader::defaultValue);
    }

    @Override
    public Map<String, Supplier<ClaimRecord>> claims() {
      return records("claims.csv", CatalogReader::claim);
    }

    @Override
    public Map<String, Supplier<UsualRange>> usualRanges() {
      return records("usual_ranges.csv", CatalogReader::usualRange);
    }

    private static <T> Map<String, Supplier<T>> records(String file, Function<CsvRow, T> read) {
      Map<String, Supplier<T>> records = new LinkedHashMap<>();
      for (CsvRow row : rows(file)) {
        records.put(row.first(), () -> read.apply(row));
      }
      return records;
    }
  }

  /** Returns the record of sites that ships with the tool, read when it is first asked for. */
  public static SiteRecord sites() {
    return Sites.SHIPPED;
  }

  private static final class Sites {
    static final SiteRecord SHIPPED = read();
  }

  private static SiteRecord read() {
    Map<String, List<SiteCapacity>> capacity = new LinkedHashMap<>();
    for (CsvRow row : rows("site_capacity.csv")) {
      capacity.computeIfAbsent(row.get("site"), site -> new ArrayList<>()).add(siteCapacity(row));
    }
    Map<String, Site> sites = new LinkedHashMap<>();
    for (CsvRow row : rows("sites.csv")) {
      sites.put(row.get("id"), site(row, capacity.getOrDefault(row.get("id"), List.of())));
    }
    return new SiteRecord(sites, List.of(), Map.of());
  }

  /** Reads what companies spent on capital goods. */
  public static List<CapexYear> capex() {
    List<CapexYear> years = new ArrayList<>();
    for (CsvRow row : rows("capex_by_year.csv")) {
      years.add(capexYear(row));
    }
    return List.copyOf(years);
  }

  /** Reads what happened, by date. */
  public static List<ChronologyEntry> chronology() {
    List<ChronologyEntry> entries = new ArrayList<>();
    for (CsvRow row : rows("chronology.csv")) {
      entries.add(chronologyEntry(row));
    }
    return List.copyOf(entries);
  }

  /** Reads the simple paths that projections are held against. */
  public static List<BaselinePath> baselines() {
    Map<String, BaselinePath> paths = new LinkedHashMap<>();
    for (CsvRow row : rows("baselines.csv")) {
      paths.merge(row.get("id"), baseline(row), CatalogReader::join);
    }
    return List.copyOf(paths.values());
  }

  private static List<CsvRow> rows(String file) {
    return CsvRow.read(ShippedData.text(file));
  }

  private static Site site(CsvRow row, List<SiteCapacity> capacity) {
    Optional<LocalDate> vintage = vintage(row);
    return new Site(
        row.get("id"),
        Arrays.stream(row.get("aliases").split(" ")).filter(a -> !a.isEmpty()).toList(),
        row.get("name"),
        row.get("owner"),
        row.get("users"),
        row.get("chip_types"),
        row.get("country"),
        vintage,
        row.get("stage"),
        row.get("superseded").equals("yes"),
        row.get("note"),
        new Provenance(
            Optional.of(row.get("source")),
            Optional.of(confidence(row.get("confidence"))),
            vintage.map(LocalDate::toString)),
        capacity,
        Site.Origin.SHIPPED,
        List.of());
  }

  private static SiteCapacity siteCapacity(CsvRow row) {
    return new SiteCapacity(
        vintage(row),
        LocalDate.parse(row.get("date")),
        number(row, "it_mw"),
        number(row, "facility_mw"),
        number(row, "h100e"),
        number(row, "capex_usd_bn"),
        SiteCapacity.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)));
  }

  /** An announcement belongs to no vintage. */
  private static Optional<LocalDate> vintage(CsvRow row) {
    return Optional.of(row.get("vintage"))
        .filter(vintage -> !vintage.equals("announcement"))
        .map(LocalDate::parse);
  }

  private static CapexYear capexYear(CsvRow row) {
    return new CapexYear(
        row.get("company"),
        row.get("period"),
        Optional.of(row.get("period_end")).filter(d -> !d.isEmpty()).map(LocalDate::parse),
        number(row, "capex_usd_bn_low"),
        number(row, "capex_usd_bn_high"),
        row.get("kind"),
        row.get("stated_on"),
        row.get("note"),
        sourced(row));
  }

  private static ChronologyEntry chronologyEntry(CsvRow row) {
    return new ChronologyEntry(
        row.get("date"),
        row.get("until"),
        row.get("actor"),
        row.get("event"),
        row.get("quantity"),
        row.get("kind"),
        sourced(row));
  }

  private static Provenance sourced(CsvRow row) {
    return new Provenance(
        Optional.of(row.get("source")),
        Optional.of(confidence(row.get("confidence"))),
        Optional.empty());
  }

  private static BaselinePath baseline(CsvRow row) {
    BaselinePath.Knot knot =
        new BaselinePath.Knot(
            LocalDate.parse(row.get("date")),
            Double.parseDouble(row.get("power_mw")),
            Provenance.of(row.get("source"), confidence(row.get("confidence")), row.get("as_of")));
    return new BaselinePath(
        row.get("id"), row.get("title"), List.of(knot), number(row, "per_year"));
  }

  private static BaselinePath join(BaselinePath path, BaselinePath next) {
    List<BaselinePath.Knot> knots = new ArrayList<>(path.knots());
    knots.addAll(next.knots());
    return new BaselinePath(path.id(), path.title(), knots, path.growthPerYear());
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

  private static UsualRange usualRange(CsvRow row) {
    return new UsualRange(
        row.get("key"),
        row.get("low"),
        row.get("high"),
        Arrays.asList(row.get("meant").split(";")),
        row.get("note"),
        Provenance.of(source(row), confidence(row.get("confidence")), row.get("as_of")));
  }

  private static String source(CsvRow row) {
    String url = row.get("url");
    return row.get("source") + (url.isEmpty() ? "" : ", " + url);
  }

  private static DefaultValue defaultValue(CsvRow row) {
    return new DefaultValue(
        row.get("key"),
        row.get("value"),
        row.get("note"),
        Provenance.of(source(row), confidence(row.get("confidence")), row.get("as_of")));
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
    return tflops.isPresent() ? OptionalDouble.of(tflops.getAsDouble() * Scale.TERA) : tflops;
  }

  private static Confidence confidence(String word) {
    return word.isEmpty() ? Confidence.LOW : Confidence.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
