package org.stargatecalc.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.tree.LocatedCsv;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Problems;

/**
 * One of Epoch AI's tables as published: which one it is, told by its columns, and its cells.
 *
 * <p>Columns stand in any order, and some vintages lack some. What {@code Current power (MW)} of
 * the sites means differs between vintages, so it is never read.
 */
final class EpochTable {
  private static final Pattern NUMBER =
      Pattern.compile("\\$?([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?) ?([KMBT]?)");

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

  private final LocatedCsv csv;
  private final Kind kind;
  private final Map<Column, Integer> columns;
  private final Problems problems;

  private EpochTable(LocatedCsv csv, Kind kind, Map<Column, Integer> columns, Problems problems) {
    this.csv = csv;
    this.kind = kind;
    this.columns = columns;
    this.problems = problems;
  }

  /** What a column says, by the title of its newest vintage and older ones. */
  enum Column {
    NAME("Name"),
    SITE("Data center"),
    DATE("Date"),
    IT_POWER("IT power (MW)"),
    FACILITY_POWER("Power (MW)"),
    H100_EQUIVALENTS("H100 equivalents"),
    CAPEX("Total capital cost (2025 USD billions)", "Capital cost ($)"),
    CURRENT("Current H100 equivalents (from Data center)"),
    OWNER("Owner"),
    USERS("Users"),
    COUNTRY("Country"),
    CHIP_TYPES("All chip types", "Current chip types"),
    CHIP_TYPE("Chip type"),
    UNITS("Number of Units"),
    UNITS_SOURCE("Number of Units source");

    private final List<String> titles;

    Column(String... titles) {
      this.titles = List.of(titles);
    }

    String title() {
      return titles.get(0);
    }
  }

  /** The three tables, each with the columns that it must have and that it may have. */
  enum Kind {
    TIMELINES(
        "data_center_timelines.csv",
        List.of(Column.SITE, Column.DATE, Column.FACILITY_POWER),
        List.of(Column.IT_POWER, Column.H100_EQUIVALENTS, Column.CAPEX, Column.CURRENT)),
    CHIPS(
        "data_center_chip_quantities.csv",
        List.of(Column.SITE, Column.DATE, Column.CHIP_TYPE, Column.UNITS),
        List.of(Column.UNITS_SOURCE)),
    SITES(
        "data_centers.csv",
        List.of(Column.NAME, Column.OWNER, Column.USERS),
        List.of(Column.COUNTRY, Column.CHIP_TYPES));

    private final String published;
    private final List<Column> required;
    private final List<Column> optional;

    Kind(String published, List<Column> required, List<Column> optional) {
      this.published = published;
      this.required = required;
      this.optional = optional;
    }

    private List<Column> columns() {
      List<Column> all = new ArrayList<>(required);
      all.addAll(optional);
      return all;
    }

    private String described() {
      return published
          + " with the columns "
          + String.join(", ", required.stream().map(c -> "'" + c.title() + "'").toList())
          + " and, if known, "
          + String.join(", ", optional.stream().map(c -> "'" + c.title() + "'").toList());
    }
  }

  /** Columns of the published tables that say nothing this tool asks for. */
  private static final List<String> NOT_READ =
      List.of(
          "construction status",
          "buildings operational",
          "performance (8-bit op/s)",
          "compute cost (2025 usd billions)",
          "construction cost (2025 usd billions)",
          "annual operating cost (2025 usd billions)",
          "water use (mgd)",
          "images",
          "current h100 equivalents",
          "current power (mw)",
          "current total capital cost (2025 usd billions)",
          "selected sources",
          "calculations sheet",
          "project",
          "current chip types",
          "all chip types",
          "investors",
          "construction companies",
          "energy companies",
          "address",
          "handle",
          "chip type source",
          "owner",
          "user",
          "notes",
          "created by",
          "created",
          "last modified by",
          "last modified");

  /** Tells which table a file is; an empty answer has been explained. */
  static Optional<EpochTable> of(LocatedCsv csv, Problems problems) {
    Kind best = Kind.TIMELINES;
    int most = -1;
    for (Kind kind : Kind.values()) {
      int found = found(csv, kind.columns()).size();
      boolean whole = found(csv, kind.required).size() == kind.required.size();
      if (found + (whole ? 100 : 0) > most) {
        best = kind;
        most = found + (whole ? 100 : 0);
      }
    }
    Location top = new Location(csv.file(), 1, 1);
    if (most <= 1) {
      problems.error(
          top,
          "",
          "found none of the published tables",
          String.join("; or ", List.of(Kind.values()).stream().map(Kind::described).toList()));
      return Optional.empty();
    }
    Map<Column, Integer> columns = found(csv, best.columns());
    for (Column column : best.required) {
      if (!columns.containsKey(column)) {
        problems.error(top, "", "found no column '" + column.title() + "'", best.described());
      }
    }
    sayUnknown(csv, columns, problems);
    return columns.keySet().containsAll(best.required)
        ? Optional.of(new EpochTable(csv, best, columns, problems))
        : Optional.empty();
  }

  private static void sayUnknown(LocatedCsv csv, Map<Column, Integer> columns, Problems problems) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < csv.header().size(); i++) {
      String title = csv.header().get(i);
      String key = title.toLowerCase(Locale.ROOT);
      Location at = new Location(csv.file(), 1, i + 1);
      if (!title.isEmpty() && seen.contains(key)) {
        problems.error(
            at, "", "found the column '" + title + "' a second time", "each column once");
      }
      seen.add(key);
      if (!columns.containsValue(i) && !NOT_READ.contains(key)) {
        problems.warning(at, "", "the column '" + title + "' is not known and not read");
      }
    }
  }

  private static Map<Column, Integer> found(LocatedCsv csv, List<Column> wanted) {
    Map<Column, Integer> found = new EnumMap<>(Column.class);
    for (Column column : wanted) {
      for (String title : column.titles) {
        for (int i = 0; i < csv.header().size(); i++) {
          if (csv.header().get(i).equalsIgnoreCase(title)) {
            found.putIfAbsent(column, i);
          }
        }
      }
    }
    return found;
  }

  Kind kind() {
    return kind;
  }

  List<LocatedCsv.Row> rows() {
    return csv.rows();
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** Returns the place of a cell, of the row where the table has no such column. */
  Location at(LocatedCsv.Row row, Column column) {
    return csv.at(row, columns.getOrDefault(column, 0));
  }

  /** Returns the text of a cell on one line, empty where there is no such column. */
  String text(LocatedCsv.Row row, Column column) {
    Integer index = columns.get(column);
    return index == null ? "" : BREAKS.matcher(row.cells().get(index)).replaceAll(" ").strip();
  }

  /** Returns the names of a cell such as {@code OpenAI #likely, Microsoft}, without the marks. */
  String names(LocatedCsv.Row row, Column column) {
    List<String> names = new ArrayList<>();
    for (String name : text(row, column).split(",")) {
      String bare = name.replaceAll("#\\w+", "").strip();
      if (!bare.isEmpty()) {
        names.add(bare);
      }
    }
    return String.join("; ", names);
  }

  /** Reads a date; what is none has been explained. */
  Optional<LocalDate> date(LocatedCsv.Row row, Column column) {
    String text = text(row, column);
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      problems.error(
          at(row, column), column.title(), "found '" + text + "'", "a date such as 2026-11-01");
      return Optional.empty();
    }
  }

  /**
   * Reads a number of 0 or more, such as {@code 1.1e+21} or {@code $1B}; what is none has been
   * explained, an empty cell is empty.
   *
   * @param unit what one of a number without a letter is
   */
  OptionalDouble number(LocatedCsv.Row row, Column column, double unit) {
    String text = text(row, column).replace("_", "");
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      problems.error(
          at(row, column), column.title(), "found '" + text + "'", "a number of 0 or more");
      return OptionalDouble.empty();
    }
    double letter =
        switch (matcher.group(2)) {
          case "K" -> 1e3;
          case "M" -> 1e6;
          case "B" -> 1e9;
          case "T" -> 1e12;
          default -> unit;
        };
    double number = Double.parseDouble(matcher.group(1)) * letter;
    if (Double.isInfinite(number)) {
      problems.error(at(row, column), column.title(), "found '" + text + "'", "a smaller number");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number);
  }
}
