package org.stargatecalc.report.project.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.FormulaCells;
import org.stargatecalc.support.Shipped;
import org.stargatecalc.support.WorkbookFile;

/** A workbook's formulas give the projection, and go on giving it when an assumption changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbookFormulasTest {
  @TempDir private Path folder;

  /** Of the central case by year, by file: made once for all that is asked of it. */
  private final Map<String, WorkbookFile> byYear = new HashMap<>();

  /** Seeded random scenarios, each with most of what a phase may say, and one for each rule. */
  static List<Path> combinations() throws IOException {
    return Shipped.scenariosIn(Path.of("src/test/resources/reference/life"));
  }

  private WorkbookFile workbook(String... args) throws IOException {
    Path file = folder.resolve("x.xlsx");
    List<String> line = new ArrayList<>(List.of("project"));
    line.addAll(List.of(args));
    line.addAll(List.of("-o", file.toString()));
    CommandResult.of(line.toArray(new String[0])).exits(0);
    return WorkbookFile.of(file);
  }

  private WorkbookFile byYear(String scenario) throws IOException {
    WorkbookFile file = byYear.get(scenario);
    if (file == null) {
      file = workbook(scenario, "--point", "--by", "year");
      byYear.put(scenario, file);
    }
    return file;
  }

  /** The absolute part lets a difference of equals be what rounding leaves of it. */
  static boolean isClose(double one, double other) {
    return Math.abs(one - other) <= 1e-9 * Math.max(1e-3, Math.max(Math.abs(one), Math.abs(other)));
  }

  private static int check(WorkbookFile file) {
    FormulaCells cells = new FormulaCells(file);
    int formulas = 0;
    for (String sheet : file.names()) {
      for (Map.Entry<String, WorkbookFile.Cell> entry : file.cells(sheet).entrySet()) {
        WorkbookFile.Cell cell = entry.getValue();
        if (!cell.formula().isEmpty()) {
          formulas++;
          Object value = cells.value(sheet, entry.getKey());
          boolean agrees =
              cell.isNumber()
                  ? value instanceof Double number
                      && isClose(number, Double.parseDouble(cell.value()))
                  : value.equals(cell.value());
          assertThat(agrees)
              .as("%s!%s =%s: %s, %s", sheet, entry.getKey(), cell.formula(), cell.value(), value)
              .isTrue();
          assertThat(cell.formula().length()).isLessThan(8192);
        }
      }
    }
    return formulas;
  }

  @ParameterizedTest
  @MethodSource({"org.stargatecalc.support.Shipped#scenarios", "combinations"})
  void everyFormulaGivesTheValueThatStandsBesideIt(Path scenario) throws IOException {
    assertThat(check(byYear(scenario.toString()))).isPositive();
  }

  @Test
  void alsoByMonthAtADateInPartsAndForSeveral() throws IOException {
    String base = "scenarios/hedge.yaml";
    check(workbook(base, "--by", "month", "--from", "2027-05", "--to", "2028"));
    check(workbook(base, "--at", "2028-06-30"));
    check(workbook(base, "--at", "2028-06-17"));
    check(workbook(base, "--show", "claims"));
    check(workbook(base, "--metrics", "total_cost_usd_bn,cumulative_cost_usd_bn"));
    check(workbook(base, "scenarios/refresh.yaml", "--by", "year"));
    check(workbook("scenarios/base-uncertain.yaml", "--samples", "200", "--by", "year"));
  }

  /** Metrics that the specification of workbooks names are formulas in every scenario. */
  @Test
  void powerComputeMoneyAndClaimsAreLive() throws IOException {
    WorkbookFile file = byYear("scenarios/base.yaml");
    for (String metric :
        List.of(
            "gpu_count",
            "facility_power_gw",
            "largest_training_system_gw",
            "h100_equivalents",
            "peak_flops",
            "training_run_flop",
            "capex_usd_bn",
            "spend_usd_bn",
            "energy_cost_usd_bn",
            "opex_usd_bn",
            "cumulative_cost_usd_bn",
            "annualized_cost_usd_bn",
            "cost_per_gpu_hour_usd")) {
      assertThat(file.cell("timeline", metric, 5).formula()).as(metric).isNotEmpty();
    }
    WorkbookFile rented = byYear("scenarios/bilateral-offtake.yaml");
    assertThat(rented.cell("timeline", "offtake_cost_usd_bn", 5).formula()).isNotEmpty();
    assertThat(file.cell("claims", "value", 1).formula()).isNotEmpty();
    assertThat(file.cell("claims", "attainment", 1).formula()).isNotEmpty();
    assertThat(file.cell("timeline", "book_value_usd_bn", 5).formula()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "base, pue|watts_per_gpu|capex_per_gpu|energy_price|mfu|compute_life",
    "minimal, gpu_count",
    "hedge, pue|watts_per_gpu|offtake_price",
    "refresh, watts_per_gpu|capex_per_gpu",
    "inference-turn, energy_price|pue",
    "bilateral-offtake, shell_price|offtake_price",
    "google-tpu-campus, facility_capex|pue",
    "microsoft-80bn-fleet, capex_per_gpu",
    "ten-million-gpus-dies, discount_rate",
    "base-uncertain, load_factor",
    "life/leads-short, pue|facility_capex",
    "life/mixed-6, facility_capex|watts_per_gpu",
    "life/offtake-terms, pue|facility_capex",
    "life/refresh-ramp, pue|facility_capex|capex_per_gpu",
    "life/rise-again, pue|energy_price",
    "life/steps, pue|energy_price|load_factor|opex",
    "life/two-covers, pue|facility_capex"
  })
  void aChangedAssumptionGivesWhatSetGives(String name, String keys) throws IOException {
    String folder = name.startsWith("life/") ? "src/test/resources/reference/" : "scenarios/";
    String scenario = folder + name + ".yaml";
    WorkbookFile file = byYear(scenario);
    FormulaCells cells = new FormulaCells(file);
    ChangedAssumptions changed = ChangedAssumptions.of(file, scenario, keys);
    changed.cells().forEach((place, value) -> cells.set("assumptions", place, value));
    List<String> sets = new ArrayList<>(List.of(scenario, "--point", "--by", "year"));
    sets.addAll(changed.sets());
    WorkbookFile expected = workbook(sets.toArray(new String[0]));
    int differ = agrees(file, cells, expected, "timeline");
    agrees(file, cells, expected, "claims");
    agrees(file, cells, expected, "cost");
    assertThat(differ).isPositive();
  }

  /**
   * Every formula gives what {@code --set} gives, and what is none and would be another number is
   * said to be a value: by its heading, or on the sheet about for what a claim asks. Returns how
   * many numbers are others than before.
   */
  private static int agrees(
      WorkbookFile file, FormulaCells cells, WorkbookFile expected, String sheet) {
    int differ = 0;
    List<String> values = List.of(about(file, "claims whose value is a value").split(", "));
    for (Map.Entry<String, WorkbookFile.Cell> entry : file.cells(sheet).entrySet()) {
      String place = entry.getKey();
      String claim = file.cell(sheet, "A" + WorkbookFile.row(place)).value();
      if (sheet.equals("claims") && values.contains(claim)) {
        continue;
      }
      WorkbookFile.Cell wanted = expected.cell(sheet, place);
      boolean isOther = !wanted.value().equals(entry.getValue().value());
      if (!entry.getValue().formula().isEmpty() && wanted.isNumber()) {
        double value = (Double) cells.value(sheet, place);
        assertThat(isClose(value, Double.parseDouble(wanted.value())))
            .as("%s!%s: %s, --set %s", sheet, place, value, wanted.value())
            .isTrue();
        differ += isOther ? 1 : 0;
      } else if (isOther && entry.getValue().formula().isEmpty()) {
        int heading = file.cell(sheet, place.replaceAll("\\d+", "1")).style();
        assertThat(heading)
            .as("%s!%s: %s, --set %s", sheet, place, entry.getValue(), wanted)
            .isEqualTo(file.cell("about", "A1").style());
      }
    }
    return differ;
  }

  private static String about(WorkbookFile file, String label) {
    int last = file.rows("about") + 1;
    for (int row = 1; row <= last; row++) {
      if (file.cell("about", "A" + row).value().equals(label)) {
        return file.cell("about", "B" + row).value();
      }
    }
    return "";
  }
}
