package org.stargatecalc.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped data as RFC 4180 has it. */
class CsvRowTest {
  @Test
  void cellsAreFoundByTheNameOfTheirColumn() {
    List<CsvRow> rows = CsvRow.read("a,b,c\n1,2,3\n,,\n");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).first()).isEqualTo("1");
    assertThat(rows.get(0).get("b")).isEqualTo("2");
    assertThat(rows.get(0).get("c")).isEqualTo("3");
    assertThat(rows.get(1).get("a")).isEmpty();
    assertThat(rows.get(1).get("c")).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> rows.get(0).get("d"))
        .withMessage("the data has no column d");
  }

  @Test
  void quotedCellsMayHoldSeparatorsAndQuotes() {
    List<CsvRow> rows = CsvRow.read("a,b\n\"x,\"\"y\"\"\",2\n\"\",\"\"\"\"\n");
    assertThat(rows.get(0).get("a")).isEqualTo("x,\"y\"");
    assertThat(rows.get(0).get("b")).isEqualTo("2");
    assertThat(rows.get(1).get("a")).isEmpty();
    assertThat(rows.get(1).get("b")).isEqualTo("\"");
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(CsvRow.read("a,b\n1,2\n3,\"4\"").get(1).get("b")).isEqualTo("4");
    assertThat(CsvRow.read("a,b\n1,").get(0).get("b")).isEmpty();
  }

  @Test
  void linesMayEndAsOnWindows() {
    List<CsvRow> rows = CsvRow.read("a,b\r\n1,\r\n\"3\",\"4\"\r\n");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("b")).isEmpty();
    assertThat(rows.get(1).get("b")).isEqualTo("4");
  }

  @Test
  void anIdIsNotQuoted() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CsvRow.read("id,b\n\"x,y\",1\n").get(0).first())
        .withMessage("an id in quotes: \"x,y\",1");
  }

  @Test
  void aRowWithAnotherNumberOfCellsIsABug() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CsvRow.read("a,b\n1\n").get(0).get("a"))
        .withMessage("1 cells in a row of 2 columns: [1]");
    assertThatIllegalStateException()
        .isThrownBy(() -> CsvRow.read("a,b\n1,2,3\n").get(0).get("a"))
        .withMessage("3 cells in a row of 2 columns: [1, 2, 3]");
  }
}
