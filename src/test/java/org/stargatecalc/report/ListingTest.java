package org.stargatecalc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;

/** What of a record people are shown. */
class ListingTest {
  private record Chip(String id, double watts, String note) {}

  private static final Fields<Chip> CHIP =
      Fields.of(
          "chip",
          Field.text("schema", "not shown", (Chip c) -> "x"),
          Field.text("id", "id", (Chip c) -> c.id()).shown("Id", 0),
          Field.numberOrNaN("watts", "power", (Chip c) -> c.watts())
              .in("W")
              .shown("Power", 2, Display.MEGAWATT),
          Field.optionalText("note", "note", (Chip c) -> Optional.of(c.note())).shown("Note", 1));

  private static final Chip FULL = new Chip("a", 700, "n");
  private static final Chip BARE = new Chip("b", Double.NaN, "");

  @Test
  void aTableHasAColumnForEveryFieldWithAHeading() {
    Block.Table table = Listing.table(CHIP, List.of(FULL, BARE));
    assertThat(table.columns())
        .containsExactly(
            new Block.Column("Id", "", false, 0),
            new Block.Column("Power", "W", true, 2),
            new Block.Column("Note", "", false, 1));
    assertThat(table.rows())
        .containsExactly(
            List.of(Cell.words("a"), new Cell.Number(700, Display.MEGAWATT), Cell.words("n")),
            List.of(Cell.words("b"), Cell.EMPTY, Cell.words("")));
  }

  @Test
  void aRecordHasALineForEveryFieldThatItSaysSomethingOf() {
    assertThat(Listing.facts(CHIP, FULL))
        .containsExactly(
            Block.Fact.of("Id", Cell.words("a")),
            Block.Fact.of("Power", new Cell.Number(700, Display.MEGAWATT), Cell.words("W")),
            Block.Fact.of("Note", Cell.words("n")));
    assertThat(Listing.facts(CHIP, BARE)).containsExactly(Block.Fact.of("Id", Cell.words("b")));
  }

  @Test
  void theDetailsAreTheSameLinesForSpreadsheets() {
    DataTable table = Listing.details(CHIP, FULL);
    assertThat(table.columns())
        .extracting(DataTable.Column::id)
        .containsExactly("field", "value", "unit", "text");
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.text(1, 0)).contains("watts");
    assertThat(table.number(1, 1)).isEqualTo(700);
    assertThat(table.text(1, 2)).contains("W");
    assertThat(table.text(1, 3)).isEmpty();
    assertThat(table.number(2, 1)).isNaN();
    assertThat(table.text(2, 3)).contains("n");
    assertThat(Listing.details(CHIP, BARE).rows()).isEqualTo(1);
  }
}
