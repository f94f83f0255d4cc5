package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;

/** A list of records in all three forms, from one declaration of its columns. */
public final class Listing {
  private final String title;
  private final List<Field> fields;
  private final List<Object[]> rows = new ArrayList<>();

  /**
   * A field of every record.
   *
   * @param id column in csv and key in json
   * @param column heading for people
   * @param display form of its numbers; empty for words
   */
  public record Field(String id, Block.Column column, Optional<Display> display) {
    public static Field words(String id, String title, int priority) {
      return new Field(id, new Block.Column(title, "", false, priority), Optional.empty());
    }

    public static Field number(
        String id, String title, String unit, Display display, int priority) {
      return new Field(id, new Block.Column(title, unit, true, priority), Optional.of(display));
    }
  }

  public Listing(String title, Field... fields) {
    this.title = title;
    this.fields = List.of(fields);
  }

  /** Adds a record: a String, Double or OptionalDouble for each field. */
  public Listing add(Object... values) {
    if (values.length != fields.size()) {
      throw new IllegalArgumentException(values.length + " values for " + fields.size());
    }
    rows.add(values.clone());
    return this;
  }

  public Report report() {
    List<List<Cell>> cells = new ArrayList<>();
    for (Object[] row : rows) {
      List<Cell> line = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        Optional<Display> display = fields.get(i).display();
        line.add(
            display.isPresent()
                ? Cell.number(number(row[i]), display.get())
                : Cell.words(row[i].toString()));
      }
      cells.add(line);
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, title));
    blocks.add(new Block.Table(fields.stream().map(Field::column).toList(), cells));
    DataTable.InMemory table =
        new DataTable.InMemory(
            fields.stream()
                .map(f -> new DataTable.Column(f.id(), f.display().isPresent()))
                .toArray(DataTable.Column[]::new));
    for (Object[] row : rows) {
      Object[] values = new Object[row.length];
      for (int i = 0; i < row.length; i++) {
        values[i] =
            fields.get(i).display().isPresent()
                ? (Object) number(row[i])
                : Optional.of(row[i].toString()).filter(text -> !text.isEmpty());
      }
      table.add(values);
    }
    return new Report(blocks, table, new Data.Rows(table));
  }

  private static double number(Object value) {
    return value instanceof OptionalDouble optional
        ? optional.orElse(Double.NaN)
        : ((Double) value);
  }
}
