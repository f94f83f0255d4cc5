package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What every format promises about any report. */
class RendererContractTest {
  private static final double[] NUMBERS = {
    0, -0.0, 1, -1.5, 1e-9, 1.0 / 3, 123456.789, 1e15, 1e21, 5.985e26, 4.9e-324, Double.MAX_VALUE
  };

  private static final List<String> TEXTS =
      List.of(
          "plain",
          "",
          "a,b",
          "a;b",
          "tab\there",
          "say \"hi\"",
          "'single'",
          "two\nlines",
          "a\r\nb",
          "pipe | pipe",
          "back\\slash",
          "<b>&amp;</b>",
          "=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "#comment",
          "Doña Ana",
          "数据",
          "😀",
          " leading",
          "trailing ");

  static Report report() {
    return report(NUMBERS);
  }

  private static Report report(double... numbers) {
    List<List<Cell>> rows = new ArrayList<>();
    DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("words"),
            DataTable.Column.number("number"),
            DataTable.Column.words("missing"));
    List<Data> items = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      double number = i < numbers.length ? numbers[i] : Double.NaN;
      rows.add(List.of(Cell.words(TEXTS.get(i)), Cell.number(number, Display.PLAIN), Cell.EMPTY));
      table.add(TEXTS.get(i), number, Optional.empty());
      items.add(
          Data.Members.builder()
              .put("text", Data.text(TEXTS.get(i)))
              .put("number", Data.number(number))
              .build());
    }
    List<Block> blocks =
        List.of(
            new Block.Heading(1, "Title with | and <tags> & `code`"),
            new Block.Paragraph(
                "A paragraph of words that is long enough to be broken. ".repeat(4)),
            new Block.Facts(
                List.of(
                    Block.Fact.of("Label", Cell.quantity(1.5, Display.GIGAWATT)),
                    Block.Fact.of("Day", new Cell.Day(LocalDate.of(2026, 1, 31))),
                    Block.Fact.of("Curve", new Cell.Curve(List.of(0.0, 0.5, 1.0), 1)),
                    Block.Fact.of("Tone", new Cell.Words("LATE", Cell.Tone.FAIR)))),
            new Block.Table(
                List.of(
                    Block.Column.words("words | with a pipe"),
                    Block.Column.number("number", "USD bn"),
                    Block.Column.words("missing")),
                rows),
            new Block.Remarks(List.of("one remark", "another")));
    return new Report(blocks, table, new Data.Items(items));
  }

  // ---- every format ----

  @ParameterizedTest
  @EnumSource
  void outputIsUtf8WithLineFeedsAndNothingInvisible(Format format) throws IOException {
    String text = render(format, RenderOptions.PLAIN);
    assertThat(text).isNotEmpty().endsWith("\n").doesNotContain("\r", "\ufeff", "\u001b");
    text.codePoints()
        .filter(c -> c != '\n' && !(c == '\t' && format == Format.TSV))
        .forEach(
            c ->
                assertThat(Character.getType(c))
                    .as("U+%04X in %s", c, format)
                    .isNotIn(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotFiniteIsWrittenByNoFormat(Format format) throws IOException {
    double[] beyond = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE
    };
    DataTable.InMemory table = new DataTable.InMemory(DataTable.Column.number("number"));
    List<List<Cell>> rows = new ArrayList<>();
    List<Data> items = new ArrayList<>();
    List<Cell> drawn = new ArrayList<>();
    for (double value : beyond) {
      table.add(value);
      items.add(Data.number(value));
      drawn.add(new Cell.Curve(List.of(value, 1.0), value));
      drawn.add(new Cell.Bar(value, 1, value, 0, value));
      for (Display display : Display.values()) {
        rows.add(List.of(Cell.number(value, display), Cell.quantity(value, display)));
      }
    }
    Report report =
        new Report(
            List.of(
                new Block.Table(
                    List.of(Block.Column.number("a", ""), Block.Column.number("b", "")), rows),
                new Block.Facts(List.of(new Block.Fact("drawn", drawn)))),
            table,
            Data.Members.builder()
                .put("items", new Data.Items(items))
                .put("rows", new Data.Rows(table))
                .build());
    assertThat(render(format, report, RenderOptions.PLAIN))
        .doesNotContainIgnoringCase("infinity")
        .doesNotContain("NaN", "∞", "\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aNumberThatIsNotFiniteIsNoNumberOfAReport(double value) {
    assertThatThrownBy(() -> new Data.Number(value)).hasMessageContaining("must be finite");
    assertThatThrownBy(() -> new Cell.Number(value, Display.PLAIN))
        .hasMessageContaining("must be finite");
    assertThatThrownBy(() -> new Cell.Quantity(value, Display.PLAIN))
        .hasMessageContaining("must be finite");
  }

  @ParameterizedTest
  @EnumSource
  void theStreamIsLeftOpen(Format format) throws IOException {
    boolean[] closed = {false};
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    format.renderer().render(report(), RenderOptions.PLAIN, out);
    assertThat(closed[0]).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aFailedWriteIsReported(Format format) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    org.assertj.core.api.Assertions.assertThatIOException()
        .isThrownBy(() -> format.renderer().render(report(), RenderOptions.PLAIN, full))
        .withMessage("No space left on device");
  }

  @Test
  void aFormatIsFoundByItsWordAndItsExtension() {
    for (Format format : Format.values()) {
      assertThat(Format.of(format.id())).contains(format);
    }
    assertThat(Format.of("CSV")).isEmpty();
    assertThat(Format.ofFile("a/b.c/out.csv")).contains(Format.CSV);
    assertThat(Format.ofFile("OUT.JSON")).contains(Format.JSON);
    assertThat(Format.ofFile("out.md")).contains(Format.MARKDOWN);
    assertThat(Format.ofFile("out.txt")).contains(Format.TABLE);
    assertThat(Format.ofFile("csv")).isEmpty();
    assertThat(Format.ofFile("out.csv.gz")).isEmpty();
    assertThat(Format.ofFile("out.")).isEmpty();
  }

  // ---- csv and tsv ----

  @ParameterizedTest
  @ValueSource(ints = {6, 17})
  void csvReadBackIsTheTable(int precision) throws IOException {
    for (Format format : List.of(Format.CSV, Format.TSV)) {
      String text = render(format, new RenderOptions(80, false, precision, false));
      List<NamedCsvRecord> records = parse(text, format == Format.CSV ? ',' : '\t');
      assertThat(records).hasSize(TEXTS.size());
      for (int i = 0; i < records.size(); i++) {
        String shown = Printable.of(TEXTS.get(i));
        boolean formula = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
        assertThat(records.get(i).getField("words")).isEqualTo(formula ? "'" + shown : shown);
        assertThat(records.get(i).getField("missing")).isEmpty();
        String number = records.get(i).getField("number");
        if (i >= NUMBERS.length) {
          assertThat(number).isEmpty();
        } else if (precision == 17) {
          // 17 digits are enough to get every double back
          assertThat(Double.parseDouble(number)).isEqualTo(NUMBERS[i] + 0.0);
        } else {
          assertThat(Double.parseDouble(number))
              .isCloseTo(NUMBERS[i], org.assertj.core.data.Percentage.withPercentage(0.001));
        }
        // an exponent only where digits would be many, and written as every program reads it
        assertThat(number).matches("|-?[0-9]+(\\.[0-9]+)?(e[+-]?[0-9]+)?");
      }
    }
  }

  @Test
  void theHeaderIsAlwaysThere() throws IOException {
    Report empty =
        new Report(
            List.of(),
            new DataTable.InMemory(DataTable.Column.words("a"), DataTable.Column.number("b")),
            Data.NULL);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.CSV.renderer().render(empty, RenderOptions.PLAIN, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n");
  }

  @Test
  void excelGetsAByteOrderMarkAndItsLineEnds() throws IOException {
    String text = render(Format.CSV, new RenderOptions(80, false, 6, true));
    assertThat(text).startsWith("\ufeffwords,number,missing\r\n").endsWith("\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(parse(text.substring(1), ',')).hasSize(TEXTS.size());
  }

  private static List<NamedCsvRecord> parse(String text, char separator) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    }
  }

  // ---- json ----

  @Test
  void jsonReadBackIsTheDocument() throws IOException {
    JsonNode items = new ObjectMapper().readTree(render(Format.JSON, RenderOptions.PLAIN));
    assertThat(items.size()).isEqualTo(TEXTS.size());
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(items.get(i).get("text").asString()).isEqualTo(TEXTS.get(i));
      JsonNode number = items.get(i).get("number");
      if (i < NUMBERS.length) {
        // bit by bit, but a negative zero is a plain one
        assertThat(number.isNumber()).isTrue();
        assertThat(number.asDouble()).isEqualTo(NUMBERS[i] + 0.0);
      } else {
        assertThat(number.isNull()).isTrue();
      }
    }
  }

  @Test
  void rowsOfATableAreObjectsInJson() throws IOException {
    DataTable.InMemory table =
        new DataTable.InMemory(DataTable.Column.words("word"), DataTable.Column.number("number"));
    table.add("a", 1.5).add(Optional.empty(), Double.NaN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.JSON
        .renderer()
        .render(new Report(List.of(), table, new Data.Rows(table)), RenderOptions.PLAIN, out);
    assertThat(new ObjectMapper().readTree(out.toByteArray()))
        .isEqualTo(
            new ObjectMapper()
                .readTree("[{\"word\":\"a\",\"number\":1.5},{\"word\":null,\"number\":null}]"));
  }

  @Test
  void aNegativeZeroIsAPlainOne() throws IOException {
    for (Format format : List.of(Format.JSON, Format.CSV, Format.TSV)) {
      assertThat(render(format, report(-0.0), RenderOptions.PLAIN)).doesNotContain("-0");
    }
  }

  @Test
  void jsonWritesWhatATerminalWouldObeyAsAnEscape() throws IOException {
    Data odd =
        Data.Members.builder()
            .put("hidden", Data.text("é\u001b[2J\u202e\"\\😀"))
            .put("plain", Data.text("é\"\\😀"))
            .put("yes", new Data.Truth(true))
            .put("whole", new Data.Whole(12))
            .put("none", Data.NULL)
            .build();
    assertThat(
            render(
                Format.JSON,
                new Report(List.of(), new DataTable.InMemory(), odd),
                RenderOptions.PLAIN))
        .isEqualTo(
            """
            {
              "hidden": "é\\u001b[2J\\u202e\\"\\\\\\ud83d\\ude00",
              "plain": "é\\"\\\\😀",
              "yes": true,
              "whole": 12,
              "none": null
            }
            """);
  }

  // ---- markdown ----

  @Test
  void everyRowOfAMarkdownTableHasTheSameNumberOfColumns() throws IOException {
    List<String> rows =
        render(Format.MARKDOWN, RenderOptions.PLAIN)
            .lines()
            .filter(line -> line.startsWith("|"))
            .toList();
    // header, rule, and one line a row however many lines its text had
    assertThat(rows).hasSize(2 + TEXTS.size());
    for (String row : rows) {
      assertThat(row.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count())
          .as(row)
          .isEqualTo(4);
    }
  }

  @Test
  void markdownHasNoMarkupThatTheTextBrought() throws IOException {
    String text = render(Format.MARKDOWN, RenderOptions.PLAIN);
    assertThat(text).doesNotContain("<", ">").contains("&lt;b&gt;&amp;amp;&lt;/b&gt;");
    assertThat(text).contains("# Title with \\| and &lt;tags&gt; &amp; \\`code\\`");
  }

  @Test
  void markdownTakesTheMeaningFromWhatWouldBeginAListOrARule() throws IOException {
    List<String> items =
        List.of("- a", "+ a", "-a", "--- a", "=== a", "12. a", "3) a", "3 a", "a\\b", "a * b_c");
    String text = render(Format.MARKDOWN, new Block.Remarks(items));
    assertThat(text)
        .isEqualTo(
            """
            - \\- a
            - \\+ a
            - -a
            - \\--- a
            - \\=== a
            - 12\\. a
            - 3\\) a
            - 3 a
            - a\\\\b
            - a \\* b\\_c
            """);
  }

  /** Two asterisks before a space are two asterisks to a reader of Markdown. */
  @Test
  void markdownPutsAFactBelowAFactAsAnItemOfIt() throws IOException {
    Block.Facts facts =
        new Block.Facts(
            List.of(
                Block.Fact.of("Price", Cell.words("1 USD")),
                Block.Fact.of("  source", Cell.words("a list"))));
    assertThat(render(Format.MARKDOWN, facts))
        .isEqualTo("- **Price:** 1 USD\n  - **source:** a list\n");
  }

  @Test
  void markdownKeepsTheMarkByWhichAProgramFindsItsComment() throws IOException {
    assertThat(render(Format.MARKDOWN, new Block.Marker("compare")))
        .isEqualTo("<!-- stargate-calc compare -->\n");
    for (Format format : List.of(Format.TABLE, Format.HTML)) {
      assertThat(render(format, new Block.Marker("compare"))).doesNotContain("<!-- ", "compare");
    }
  }

  @Test
  void factsAndRemarksOfMarkdownAreLists() throws IOException {
    assertThat(render(Format.MARKDOWN, FACTS)).isEqualTo("- **A:** one **two**\n- **B:** three\n");
    assertThat(render(Format.MARKDOWN, new Block.Remarks(List.of("a", "b"))))
        .isEqualTo("- a\n- b\n");
  }

  // ---- html ----

  @Test
  void factsAndRemarksOfHtmlAreLists() throws IOException {
    assertThat(render(Format.HTML, FACTS))
        .contains(
            "<dl>\n<dt>A</dt>\n<dd>one <b class=\"good\">two</b></dd>\n<dt>B</dt>\n"
                + "<dd>three</dd>\n</dl>\n");
    assertThat(render(Format.HTML, new Block.Remarks(List.of("a", "b"))))
        .contains("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  }

  /** What is missing leaves no gap. */
  private static final Block FACTS =
      new Block.Facts(
          List.of(
              Block.Fact.of(
                  "A", Cell.words("one"), Cell.EMPTY, new Cell.Words("two", Cell.Tone.GOOD)),
              Block.Fact.of("B", Cell.words("three"))));

  @Test
  void htmlHasNoMarkupThatTheTextBrought() throws IOException {
    String text = render(Format.HTML, RenderOptions.PLAIN);
    assertThat(text).doesNotContain("<b>", "<tags>").contains("&lt;b&gt;&amp;amp;&lt;/b&gt;");
    // nothing is fetched when the page is opened
    assertThat(text).doesNotContain("http:", "https:", "<script src", "<link", "@import", "url(");
  }

  // ---- table ----

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120, 200})
  void noLineOfATableIsWiderThanTheTerminal(int width) throws IOException {
    // numbers are never cut, so they must fit
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.TABLE
        .renderer()
        .render(report(1, 2.5, 1e6), new RenderOptions(width, false, 6, false), out);
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              assertThat(TextWrap.length(line)).as(line).isLessThanOrEqualTo(width);
              assertThat(line).isEqualTo(line.stripTrailing());
            });
  }

  @Test
  void colourAddsCodesAndNothingElse() throws IOException {
    String plain = render(Format.TABLE, RenderOptions.PLAIN);
    String coloured = render(Format.TABLE, new RenderOptions(80, true, 6, false));
    assertThat(coloured).contains("\u001b[33mLATE\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(plain);
    // every code is switched off on the line on which it was switched on
    coloured
        .lines()
        .forEach(
            line ->
                assertThat(line.split("\u001b\\[0m", -1).length - 1)
                    .as(line)
                    .isEqualTo(line.split("\u001b\\[[1-9]\\d*m", -1).length - 1));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void otherFormatsHaveNoColour(Format format) throws IOException {
    assertThat(render(format, new RenderOptions(80, true, 6, false)))
        .isEqualTo(render(format, RenderOptions.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 18, -1})
  void precisionIsFrom1To17Digits(int precision) {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new RenderOptions(80, false, precision, false))
        .withMessage("precision " + precision + " must be from 1 to 17");
    assertThat(new RenderOptions(80, false, 1, false).precision()).isEqualTo(1);
    assertThat(new RenderOptions(80, false, 17, false).precision()).isEqualTo(17);
  }

  @Test
  void aTerminalHasAtLeast40Columns() {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new RenderOptions(39, false, 6, false))
        .withMessage("width 39 must be >= 40");
    assertThat(new RenderOptions(40, false, 6, false).width()).isEqualTo(40);
  }

  @Test
  void aFilesExtensionChoosesTheFormat() {
    assertThat(Format.ofFile("a.b.csv")).contains(Format.CSV);
    assertThat(Format.ofFile("report.MD")).contains(Format.MARKDOWN);
    assertThat(Format.ofFile("page.htm")).contains(Format.HTML);
    assertThat(Format.ofFile(".csv")).contains(Format.CSV);
    assertThat(Format.ofFile("csv")).isEmpty();
    assertThat(Format.ofFile("a.csv.bak")).isEmpty();
    assertThat(Format.ofFile("a.")).isEmpty();
  }

  @Test
  void escapeCodesTakeNoColumns() {
    assertThat(TextWrap.length("\u001b[33mLATE\u001b[0m now")).isEqualTo(8);
    // a pair of surrogates is one character
    assertThat(TextWrap.length("a😀b")).isEqualTo(3);
    assertThat(TextWrap.lines("\u001b[1maaaa\u001b[0m bbbb cccc", 9))
        .containsExactly("\u001b[1maaaa\u001b[0m bbbb", "cccc");
  }

  private static String render(Format format, Block block) throws IOException {
    return render(
        format,
        new Report(List.of(block), new DataTable.InMemory(), Data.NULL),
        RenderOptions.PLAIN);
  }

  static String render(Format format, RenderOptions options) throws IOException {
    return render(format, report(), options);
  }

  private static String render(Format format, Report report, RenderOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.renderer().render(report, options, out);
    return format.isBinary() ? unpacked(out.toByteArray()) : text(out.toByteArray());
  }

  /** The texts of an archive, and a number that tells its bytes from others. */
  private static String unpacked(byte[] archive) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
      while (entries.getNextEntry() != null) {
        texts.append(text(entries.readAllBytes())).append('\n');
      }
    }
    return texts.append(Arrays.hashCode(archive)).append('\n').toString();
  }

  private static String text(byte[] bytes) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
