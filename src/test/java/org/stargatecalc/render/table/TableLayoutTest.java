package org.stargatecalc.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;

/** How a table gives way to a narrow terminal: each column takes its width and a gap of two. */
class TableLayoutTest {
  private static final Block.Column NAME = Block.Column.words("name");

  private static Block.Column number(String title, int priority) {
    return new Block.Column(title, "", true, priority);
  }

  private static Block.Column words(String title, int priority) {
    return new Block.Column(title, "", false, priority);
  }

  /** A text of so many different letters: where it is cut can be seen. */
  private static String text(int length) {
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".substring(0, length);
  }

  @Test
  void whatFitsExactlyIsShownWhole() throws IOException {
    // 2 + 20 + 2 + 7 + 2 + 7 = 40
    assertThat(
            lines(
                40, List.of(NAME, number("a", 1), number("b", 2)), text(20), "1234567", "7654321"))
        .containsExactly(
            "  name                        a        b", "  " + text(20) + "  1234567  7654321");
    assertThat(lines(40, List.of(NAME, words("other", 0)), text(18), text(18)))
        .element(1)
        .isEqualTo("  " + text(18) + "  " + text(18));
  }

  @Test
  void theLeastImportantColumnIsLeftOutFirst() throws IOException {
    List<Block.Column> columns = List.of(NAME, number("b", 2), number("a", 1));
    assertThat(lines(40, columns, text(21), "7654321", "1234567"))
        .containsExactly("  name                         a", "  " + text(21) + "  1234567");
    assertThat(lines(40, columns, text(33), "7654321", "1234567"))
        .containsExactly("  name", "  " + text(33));
  }

  @Test
  void numbersOfOneImportanceGoTogether() throws IOException {
    List<Block.Column> columns =
        List.of(NAME, number("low", 1), number("mid", 0), number("high", 1));
    assertThat(lines(40, columns, text(21), "1111", "2222", "3333"))
        .containsExactly("  name                    mid", "  " + text(21) + "  2222");
  }

  @Test
  void wordsThatMayGoAreShortenedAtASpace() throws IOException {
    // 60 - (2 + 20) - (2 + 7) - 2 = 27 remain for the last column: six words of three and a mark
    List<Block.Column> columns = List.of(NAME, number("a", 1), words("b", 1));
    assertThat(lines(60, columns, text(20), "1234567", "abc ".repeat(9).strip()))
        .element(1)
        .isEqualTo("  " + text(20) + "  1234567  abc abc abc abc abc abc …");
  }

  @Test
  void wordsKeepTwentyColumnsOrNone() throws IOException {
    // 48 - (2 + 24) - 2 = 20
    List<Block.Column> columns = List.of(NAME, words("b", 1));
    assertThat(lines(48, columns, text(24), text(10) + " " + text(15)))
        .element(1)
        .isEqualTo("  " + text(24) + "  abcdefghij …");
    assertThat(lines(47, columns, text(24), text(10) + " " + text(15)))
        .containsExactly("  name", "  " + text(24));
  }

  @Test
  void wordsThatMustStayWrap() throws IOException {
    // 40 - (2 + 20) - 2 = 16: two words of seven
    List<Block.Column> columns = List.of(NAME, words("b", 0));
    assertThat(lines(40, columns, text(20), "abcdefg abcdefg abcdefg"))
        .containsExactly(
            "  name                  b",
            "  " + text(20) + "  abcdefg abcdefg",
            " ".repeat(24) + "abcdefg");
  }

  @Test
  void whatDoesNotFitAtAllMovesUnderTheRow() throws IOException {
    List<Block.Column> columns = List.of(NAME, number("a", 0), words("b", 0));
    assertThat(lines(40, columns, text(20), "1".repeat(16), "abc"))
        .containsExactly(
            "  name                                 a",
            "    b",
            "  " + text(20) + "  " + "1".repeat(16),
            "    abc");
    // and an empty cell takes no line there
    assertThat(lines(40, columns, text(20), "1".repeat(16), "")).hasSize(3);
  }

  @Test
  void aWordIsNeverCut() throws IOException {
    assertThat(lines(40, List.of(NAME, words("b", 0)), text(50), text(41)))
        .containsExactly("  name", "    b", "  " + text(50), "    " + text(41));
  }

  @Test
  void unitsStandBelowTheTitlesOnlyWhereThereAreAny() throws IOException {
    Block.Column power = Block.Column.number("power", "GW");
    assertThat(lines(40, List.of(NAME, power), "a", "1"))
        .containsExactly("  name  power", "           GW", "  a         1");
    assertThat(lines(40, List.of(NAME, number("count", 0)), "a", "1"))
        .containsExactly("  name  count", "  a         1");
  }

  @Test
  void aTitleOfSeveralWordsTakesTwoLinesAboveItsColumn() throws IOException {
    assertThat(lines(40, List.of(NAME, Block.Column.number("one two three", "GW")), "a", "1"))
        .containsExactly(
            "        one two", "  name    three", "             GW", "  a           1");
  }

  @Test
  void remarksAreIndentedUnderTheirMark() throws IOException {
    // 38 letters fit beside the mark, one more does not
    String fits = "x".repeat(20) + " " + "y".repeat(17);
    assertThat(render(40, new Block.Remarks(List.of(fits, fits + "z", "last"))))
        .containsExactly("- " + fits, "- " + "x".repeat(20), "  " + "y".repeat(17) + "z", "- last");
  }

  @Test
  void emptyCellsOfAFactLeaveNoGap() throws IOException {
    Block facts =
        new Block.Facts(
            List.of(
                Block.Fact.of("A", Cell.words("one"), Cell.EMPTY, Cell.words("two")),
                Block.Fact.of("Longer", Cell.words("three"))));
    assertThat(render(40, facts)).containsExactly("  A       one two", "  Longer  three");
  }

  @Test
  void textIsBrokenAtTheWidthOrAtAHundredColumns() throws IOException {
    Block text = new Block.Paragraph("word ".repeat(60).strip());
    // words of four letters and a space: 40 columns hold 8, 80 hold 16, 100 hold 20
    assertThat(render(40, text).get(0)).hasSize(39);
    assertThat(render(80, text).get(0)).hasSize(79);
    assertThat(render(100, text).get(0)).hasSize(99);
    assertThat(render(200, text).get(0)).hasSize(99);
  }

  private static List<String> lines(int width, List<Block.Column> columns, String... cells)
      throws IOException {
    List<Cell> row = new java.util.ArrayList<>();
    for (String cell : cells) {
      row.add(Cell.words(cell));
    }
    return render(width, new Block.Table(columns, List.of(row)));
  }

  private static List<String> render(int width, Block block) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report report = new Report(List.of(block), new DataTable.InMemory(), Data.NULL);
    new TableRenderer().render(report, new RenderOptions(width, false, 6, false), out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
