package org.stargatecalc.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A spreadsheet in small: computes the formulas of a workbook anew from the values that it holds,
 * by a reader of formulas of its own. A value is a Double or a String.
 */
public final class FormulaCells {
  private static final Pattern REFERENCE =
      Pattern.compile("\\G(?:(?:'([^']+)'|([A-Za-z_]+))!)?\\$?([A-Z]+)\\$?(\\d+)");
  private static final Pattern CALL = Pattern.compile("\\G([A-Z]+)\\(");
  private static final Pattern NUMBER = Pattern.compile("\\G\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final WorkbookFile file;
  private final Map<String, Object> known = new HashMap<>();
  private final Map<String, Object> changed = new HashMap<>();
  private final Map<String, List<Object>> ranges = new HashMap<>();

  /** Reads a workbook. */
  public FormulaCells(WorkbookFile file) {
    this.file = file;
  }

  /** Changes the value of a cell; formulas follow. */
  public void set(String sheet, String place, double value) {
    known.clear();
    ranges.clear();
    changed.put(sheet + "!" + place, value);
  }

  /** Returns what a cell gives, computed anew. */
  public Object value(String sheet, String place) {
    String key = sheet + "!" + place;
    if (changed.containsKey(key)) {
      return changed.get(key);
    }
    Object value = known.get(key);
    if (value == null) {
      WorkbookFile.Cell cell = file.cell(sheet, place);
      value =
          cell.formula().isEmpty()
              ? cell.isNumber() ? (Object) Double.parseDouble(cell.value()) : cell.value()
              : new Reader(sheet, cell.formula()).all();
      known.put(key, value);
    }
    return value;
  }

  private static double number(Object value) {
    // an empty cell counts as 0
    return value instanceof Double number ? number : value.equals("") ? 0 : Double.NaN;
  }

  /** Reads one formula from left to right. */
  private final class Reader {
    private final String sheet;
    private final String text;
    private int at;

    Reader(String sheet, String text) {
      this.sheet = sheet;
      this.text = text;
    }

    Object all() {
      Object value = comparison();
      if (at < text.length()) {
        throw new AssertionError("not understood from " + at + ": " + text);
      }
      return value;
    }

    private boolean takes(String sign) {
      boolean is = text.startsWith(sign, at);
      at += is ? sign.length() : 0;
      return is;
    }

    private Object comparison() {
      Object left = sum();
      if (takes("<=")) {
        return number(left) <= number(sum()) ? 1.0 : 0.0;
      }
      if (takes(">=")) {
        return number(left) >= number(sum()) ? 1.0 : 0.0;
      }
      return takes("=") ? (number(left) == number(sum()) ? 1.0 : 0.0) : left;
    }

    private Object sum() {
      Object value = product();
      while (true) {
        if (takes("+")) {
          value = number(value) + number(product());
        } else if (takes("-")) {
          value = number(value) - number(product());
        } else {
          return value;
        }
      }
    }

    private Object product() {
      Object value = operand();
      while (true) {
        if (takes("*")) {
          value = number(value) * number(operand());
        } else if (takes("/")) {
          value = number(value) / number(operand());
        } else {
          return value;
        }
      }
    }

    private Object operand() {
      if (takes("(")) {
        Object value = comparison();
        expect(")");
        return value;
      }
      if (takes("-")) {
        return -number(operand());
      }
      if (takes("\"")) {
        int end = text.indexOf('"', at);
        String words = text.substring(at, end);
        at = end + 1;
        return words;
      }
      Matcher call = CALL.matcher(text);
      if (call.find(at)) {
        at = call.end();
        return call(call.group(1));
      }
      if (Character.isDigit(text.charAt(at))) {
        Matcher digits = NUMBER.matcher(text);
        digits.find(at);
        at = digits.end();
        return Double.parseDouble(digits.group());
      }
      List<Object> range = range();
      return range.size() == 1 ? range.get(0) : range;
    }

    private void expect(String sign) {
      if (!takes(sign)) {
        throw new AssertionError("no " + sign + " at " + at + ": " + text);
      }
    }

    private List<Object> range() {
      Matcher first = REFERENCE.matcher(text);
      if (!first.find(at)) {
        throw new AssertionError("not understood at " + at + ": " + text);
      }
      at = first.end();
      String on =
          first.group(1) != null ? first.group(1) : first.group(2) != null ? first.group(2) : sheet;
      String from = first.group(3);
      String row = first.group(4);
      List<Object> cells = new ArrayList<>();
      if (!takes(":")) {
        cells.add(value(on, from + row));
        return cells;
      }
      Matcher last = REFERENCE.matcher(text);
      if (!last.find(at) || !last.group(4).equals(row)) {
        throw new AssertionError("no row of cells: " + text);
      }
      at = last.end();
      String to = last.group(3);
      // a row of dates is a part of every formula below it
      String key = on + "!" + from + ":" + to + row;
      List<Object> read = ranges.get(key);
      if (read != null) {
        return read;
      }
      for (int c = column(from); c <= column(to); c++) {
        cells.add(value(on, letters(c) + row));
      }
      ranges.put(key, cells);
      return cells;
    }

    private Object call(String name) {
      List<Object> arguments = new ArrayList<>();
      do {
        arguments.add(comparison());
      } while (takes(","));
      expect(")");
      return switch (name) {
        case "IF" -> number(arguments.get(0)) != 0 ? arguments.get(1) : arguments.get(2);
        case "SUM" -> list(arguments.get(0)).stream().mapToDouble(v -> number(v)).sum();
        case "MAX" -> list(arguments.get(0)).stream().mapToDouble(v -> number(v)).max().orElse(0);
        case "MIN" -> Math.min(number(arguments.get(0)), number(arguments.get(1)));
        case "ABS" -> Math.abs(number(arguments.get(0)));
        case "EXP" -> StrictMath.exp(number(arguments.get(0)));
        case "LN" -> StrictMath.log(number(arguments.get(0)));
        case "SUMPRODUCT" -> sumProduct(arguments);
        case "PMT" ->
            payment(number(arguments.get(0)), number(arguments.get(1)), number(arguments.get(2)));
        case "MATCH" -> list(arguments.get(1)).indexOf(arguments.get(0)) + 1.0;
        case "INDEX" -> list(arguments.get(0)).get((int) number(arguments.get(2)) - 1);
        default -> throw new AssertionError("no function " + name);
      };
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of(value);
  }

  private static double sumProduct(List<Object> ranges) {
    int size = list(ranges.get(0)).size();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double product = 1;
      for (Object range : ranges) {
        if (list(range).size() != size) {
          throw new AssertionError("ranges of different lengths");
        }
        product *= number(list(range).get(i));
      }
      sum += product;
    }
    return sum;
  }

  private static double payment(double rate, double count, double lent) {
    return rate == 0
        ? -lent / count
        : -lent * rate / -StrictMath.expm1(-count * StrictMath.log1p(rate));
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column;
  }

  private static String letters(int column) {
    String letters = "";
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters = (char) ('A' + (rest - 1) % 26) + letters;
    }
    return letters;
  }
}
