package org.stargatecalc.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.workbook.NumberFormat;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** A table as a sheet of values: numbers are numbers, dates dates, ids text. */
public final class TableSheet {
  /** What such a column holds is a name, even if it looks like a date. */
  private static final Set<String> NAMES = Set.of("scenario", "id", "claim", "path");

  private TableSheet() {}

  /** Returns a table as a sheet of values. */
  public static Sheet of(String name, DataTable table) {
    List<Sheet.Column> columns = new ArrayList<>();
    List<Boolean> dates = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      columns.add(new Sheet.Column(table.columns().get(column).id(), false));
      dates.add(holdsDates(table, column));
    }
    return new Sheet(name, columns, new Rows(table, dates));
  }

  /** Rows made when they are read: a table may have a million. */
  private static final class Rows extends AbstractList<Sheet.Row> {
    private final DataTable table;
    private final List<Boolean> dates;

    Rows(DataTable table, List<Boolean> dates) {
      this.table = table;
      this.dates = dates;
    }

    @Override
    public int size() {
      return table.rows();
    }

    @Override
    public Sheet.Row get(int row) {
      List<SheetCell> cells = new ArrayList<>();
      for (int column = 0; column < dates.size(); column++) {
        DataTable.Column head = table.columns().get(column);
        cells.add(
            head.numeric()
                ? SheetCell.number(table.number(row, column), format(head.id()))
                : words(table.text(row, column), dates.get(column)));
      }
      return Sheet.Row.of(cells);
    }
  }

  private static SheetCell words(Optional<String> text, boolean isDate) {
    if (text.isEmpty() || text.get().isEmpty()) {
      return SheetCell.EMPTY;
    }
    return isDate
        ? new SheetCell.Day(LocalDate.parse(text.get()))
        : new SheetCell.Words(text.get());
  }

  private static boolean holdsDates(DataTable table, int column) {
    DataTable.Column head = table.columns().get(column);
    if (head.numeric() || NAMES.contains(head.id())) {
      return false;
    }
    for (int row = 0; row < table.rows(); row++) {
      String text = table.text(row, column).orElse("");
      if (!text.isEmpty() && !isDate(text)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDate(String text) {
    if (!text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Returns how a column's numbers are shown: a metric's and its quantiles' by its unit. */
  public static NumberFormat format(String column) {
    Optional<Metric> metric = Metric.of(column.replaceFirst("_p\\d\\d$", ""));
    NumberFormat other =
        column.startsWith("slip_months") ? NumberFormat.TWO_DECIMALS : NumberFormat.GENERAL;
    return metric.isEmpty() ? other : format(metric.get());
  }

  /** Returns how a metric is shown, by its unit. */
  public static NumberFormat format(Metric metric) {
    Display display = Display.of(metric);
    return switch (display.style()) {
      case FIXED -> display.digits() > 2 ? NumberFormat.THREE_DECIMALS : NumberFormat.TWO_DECIMALS;
      case GROUPED -> NumberFormat.WHOLE;
      case SCIENTIFIC, WORDED -> NumberFormat.SCIENTIFIC;
      case PERCENT, PERCENT_SIGNIFICANT -> NumberFormat.PERCENT;
      case SIGNIFICANT -> NumberFormat.GENERAL;
    };
  }
}
