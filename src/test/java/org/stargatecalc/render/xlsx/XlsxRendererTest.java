package org.stargatecalc.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.report.Report;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.WorkbookFile;
import org.stargatecalc.workbook.Expression;
import org.stargatecalc.workbook.Expression.Function;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;
import org.stargatecalc.workbook.Workbook;

/** The bytes of a workbook. */
class XlsxRendererTest {
  @TempDir private Path folder;

  private static byte[] bytes(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxRenderer().render(report, RenderOptions.PLAIN, out);
    return out.toByteArray();
  }

  private static byte[] bytes(SheetCell... cells) throws IOException {
    Sheet.Column column = new Sheet.Column("a", true);
    Sheet sheet =
        new Sheet(
            "first",
            List.of(column, column, column, column),
            List.of(Sheet.Row.of(List.of(cells))));
    DataTable none = new DataTable.InMemory();
    return bytes(
        new Report(List.of(), none, new Data.Items(List.of()))
            .withWorkbook(() -> new Workbook(List.of(sheet))));
  }

  private static WorkbookFile.Cell cell(SheetCell cell) throws IOException {
    return WorkbookFile.of(bytes(cell)).cell("first", "A2");
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, =1+1",
    "+49, +49",
    "-5, -5",
    "@x, @x",
    "<a>&\"b\", <a>&\"b\"",
    "a\u0007\u202eb, a\ufffd\ufffdb",
    "_x0041_, _x005F_x0041_",
    "2027-01-01, 2027-01-01",
    "1e5, 1e5"
  })
  void textStaysText(String text, String held) throws IOException {
    WorkbookFile.Cell cell = cell(new SheetCell.Words(text));
    assertThat(cell.type()).isEqualTo("inlineStr");
    assertThat(cell.formula()).isEmpty();
    assertThat(cell.value()).isEqualTo(held);
  }

  @Test
  void textLongerThanACellIsCut() throws IOException {
    assertThat(cell(new SheetCell.Words("x".repeat(40_000))).value()).hasSize(32_767).endsWith("…");
  }

  /** Day 1 of spreadsheets is 1900-01-01, and day 60 never was. */
  @ParameterizedTest
  @CsvSource({"1900-03-01, 61", "1970-01-01, 25569", "2027-12-31, 46752"})
  void datesAreCountedInDays(LocalDate date, String serial) throws IOException {
    assertThat(cell(new SheetCell.Day(date)).value()).isEqualTo(serial);
    assertThat(cell(new SheetCell.Day(date)).style()).isEqualTo(Styles.DAY);
    assertThat(cell(new SheetCell.Day(LocalDate.of(1899, 1, 1))).value()).isEqualTo("1899-01-01");
  }

  @ParameterizedTest
  @CsvSource({"0.1", "1.38268e+22", "-2.5", "1e-7", "123456.78900000001", "0"})
  void numbersAreReadBackUnchanged(double value) throws IOException {
    SheetCell number = SheetCell.number(value, NumberFormat.GENERAL);
    assertThat(Double.parseDouble(cell(number).value())).isEqualTo(value);
    assertThat(cell(number).isNumber()).isTrue();
  }

  @Test
  void formulasAreWrittenWithBracketsWhereTheyNeedThem() {
    Expression a = new Expression.At("first", 1, 0);
    Expression b = new Expression.At("the other", 4, 27);
    assertThat(written(a.plus(b).times(a))).isEqualTo("(A2+'the other'!$AB$5)*A2");
    assertThat(written(a.over(a.times(b)))).isEqualTo("A2/(A2*'the other'!$AB$5)");
    assertThat(written(a.minus(a.minus(a)))).isEqualTo("A2-(A2-A2)");
    assertThat(written(a.times(Expression.of(-1)))).isEqualTo("A2*(-1)");
    assertThat(
            written(
                Expression.call(
                    Function.SUM, new Expression.Across("first", 2, 25, 702), Expression.of(1.5))))
        .isEqualTo("SUM(Z3:AAA3,1.5)");
  }

  private static String written(Expression formula) {
    return FormulaWriter.written(formula, "first");
  }

  @Test
  void bytesDoNotDependOnTime() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file()))) {
      assertThat(zip.getNextEntry().getTimeLocal().getYear()).isEqualTo(1980);
    }
  }

  private byte[] file() throws IOException {
    Path file = folder.resolve("a.xlsx");
    CommandResult.of("project", "scenarios/minimal.yaml", "-o", file.toString()).succeeds();
    return Files.readAllBytes(file);
  }

  @Test
  void headersAreFrozenAndStandOnEveryPage() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file()))) {
      int sheets = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().contains("sheet")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          assertThat(xml).contains("ySplit=\"1\"").contains("state=\"frozen\"");
          sheets++;
        } else if (entry.getName().endsWith("workbook.xml")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          assertThat(xml)
              .contains("localSheetId=\"0\">'claims'!$A:$A,'claims'!$1:$1</definedName>");
          assertThat(xml.split("_xlnm.Print_Titles")).hasSize(9);
        }
      }
      assertThat(sheets).isEqualTo(8);
    }
  }

  @Test
  void otherCommandsWriteTheirTableAsValues() throws IOException {
    Path file = folder.resolve("a.xlsx");
    CommandResult.of("catalog", "accelerators", "-o", file.toString()).succeeds();
    WorkbookFile chips = WorkbookFile.of(file);
    assertThat(chips.names()).containsExactly("table");
    assertThat(chips.cell("table", "it_watts", 1).isNumber()).isTrue();
    assertThat(chips.cell("table", "id", 1).type()).isEqualTo("inlineStr");
    CommandResult.of(
            "compare", "scenarios/base.yaml", "scenarios/hedge.yaml", "-o", file.toString())
        .exits(0);
    assertThat(WorkbookFile.of(file).rows("table")).isPositive();
    CommandResult.of(
            "sensitivity",
            "scenarios/base-uncertain.yaml",
            "--metric",
            "facility_power_gw@2027",
            "--method",
            "tornado",
            "-o",
            file.toString())
        .exits(0);
    assertThat(WorkbookFile.of(file).rows("table")).isPositive();
  }

  @Test
  void aColumnOfDatesHoldsDatesUnlessItNamesThings() throws IOException {
    DataTable table =
        new DataTable.InMemory(DataTable.Column.words("id"), DataTable.Column.words("by"))
            .add("2027-01-01", "2027-01-01");
    WorkbookFile file =
        WorkbookFile.of(bytes(new Report(List.of(), table, new Data.Items(List.of()))));
    assertThat(file.cell("table", "id", 1).type()).isEqualTo("inlineStr");
    assertThat(file.cell("table", "by", 1).style()).isEqualTo(Styles.DAY);
  }

  @Test
  void aTerminalIsRefusedAPipeIsNot() {
    Map<String, String> terminal = Map.of("STARGATE_CALC_TERMINAL", "1");
    CommandResult.with("", terminal, "project", "scenarios/minimal.yaml", "-f", "xlsx")
        .exits(2)
        .saysOnly(
            "stargate-calc: --format: xlsx is not for a terminal; write a file: -o result.xlsx");
    CommandResult.of("project", "scenarios/minimal.yaml", "-f", "xlsx").succeeds();
  }
}
