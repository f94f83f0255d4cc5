package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;

/** Records for people, as their fields are declared: those with a heading are shown. */
public final class Listing {
  private Listing() {}

  /** Returns a table with a row for every record. */
  public static <T> Block.Table table(Fields<T> fields, List<T> records) {
    List<Field<T>> shown = fields.all().stream().filter(f -> f.shown().isPresent()).toList();
    List<Block.Column> columns = new ArrayList<>();
    for (Field<T> field : shown) {
      Field.Shown how = field.shown().orElseThrow();
      boolean numeric = field.type().isNumeric();
      columns.add(
          new Block.Column(how.heading(), numeric ? field.unit() : "", numeric, how.priority()));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (T record : records) {
      rows.add(shown.stream().map(field -> cell(field, record)).toList());
    }
    return new Block.Table(columns, rows);
  }

  private static <T> Cell cell(Field<T> field, T record) {
    Display display = field.shown().orElseThrow().display();
    return field.type().isNumeric()
        ? Cell.number(field.number(record), display)
        : Cell.words(field.text(record).orElse(""));
  }

  /** Returns a line for every field that a record says something of. */
  public static <T> List<Block.Fact> facts(Fields<T> fields, T record) {
    List<Block.Fact> facts = new ArrayList<>();
    for (Field<T> field : said(fields, record)) {
      String heading = field.shown().orElseThrow().heading();
      Cell cell = cell(field, record);
      facts.add(
          field.type().isNumeric()
              ? Block.Fact.of(heading, cell, Cell.words(field.unit()))
              : Block.Fact.of(heading, cell));
    }
    return facts;
  }

  /** Returns a row for every field that a record says something of. */
  public static <T> DataTable details(Fields<T> fields, T record) {
    Fields<Field<T>> row =
        Fields.of(
            "detail",
            Field.text("field", "id of the field", Field::id),
            Field.numberOrNaN("value", "its number", field -> field.number(record)),
            Field.text("unit", "of the number", Field::unit),
            Field.optionalText("text", "its text", field -> field.text(record)));
    return row.table(said(fields, record));
  }

  private static <T> List<Field<T>> said(Fields<T> fields, T record) {
    return fields.all().stream()
        .filter(field -> field.shown().isPresent())
        .filter(
            field ->
                !Double.isNaN(field.number(record))
                    || field.text(record).filter(text -> !text.isEmpty()).isPresent())
        .toList();
  }
}
