package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;

/** Reads what reports say in their three forms. */
public final class Tables {
  private Tables() {}

  private static int column(DataTable table, String id) {
    List<String> ids = table.columns().stream().map(DataTable.Column::id).toList();
    assertThat(ids).contains(id);
    return ids.indexOf(id);
  }

  /** Returns a column of numbers. */
  public static List<Double> numbers(DataTable table, String id) {
    int column = column(table, id);
    assertThat(table.columns().get(column).numeric()).isTrue();
    List<Double> numbers = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      numbers.add(table.number(row, column));
    }
    return numbers;
  }

  /** Returns a column of words, empty where there are none. */
  public static List<String> words(DataTable table, String id) {
    int column = column(table, id);
    assertThat(table.columns().get(column).numeric()).isFalse();
    List<String> words = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      words.add(table.text(row, column).orElse(""));
    }
    return words;
  }

  /** Returns the value of a key of an object. */
  public static Data at(Data data, String key) {
    return ((Data.Members) data)
        .members().stream()
            .filter(member -> member.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no key " + key))
            .value();
  }

  /** Returns the items of a list of an object. */
  public static List<Data> items(Data data, String key) {
    if (at(data, key) instanceof Data.Stream stream) {
      List<Data> items = new ArrayList<>();
      stream.items().accept(items::add);
      return items;
    }
    return ((Data.Items) at(data, key)).items();
  }

  /** Returns a number of an object, NaN for null. */
  public static double number(Data data, String key) {
    Data value = at(data, key);
    if (value instanceof Data.Whole whole) {
      return whole.value();
    }
    return value instanceof Data.Number number ? number.value() : Double.NaN;
  }

  /** Returns a text of an object, empty for null. */
  public static String text(Data data, String key) {
    return at(data, key) instanceof Data.Text text ? text.text() : "";
  }

  /** Returns the headings of a report. */
  public static List<String> headings(Report report) {
    return report.blocks().stream()
        .filter(block -> block instanceof Block.Heading)
        .map(block -> ((Block.Heading) block).text())
        .toList();
  }

  /** Returns the first table of a report whose first column has a title. */
  public static Block.Table table(Report report, String title) {
    return report.blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.Details details
                    ? details.blocks().stream()
                    : Stream.of(block))
        .filter(block -> block instanceof Block.Table)
        .map(block -> (Block.Table) block)
        .filter(table -> table.columns().get(0).title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table of " + title));
  }

  /** Returns the numbers of a row, NaN for what is none. */
  public static List<Double> numbers(List<Cell> row) {
    return row.stream()
        .map(
            cell ->
                cell instanceof Cell.Number number
                    ? number.value()
                    : cell instanceof Cell.Quantity quantity ? quantity.value() : Double.NaN)
        .toList();
  }
}
