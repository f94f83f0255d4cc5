package org.stargatecalc.render.xlsx;

import java.util.regex.Pattern;
import org.stargatecalc.render.Decimals;
import org.stargatecalc.workbook.Expression;

/** Writes formulas as files hold them: English names, points and commas, in every locale. */
final class FormulaWriter {
  /** Names of sheets that need no quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]+");

  private static final int LETTERS = 26;
  private static final int LONGEST = 8192;
  private static final int FEWEST_DIGITS = 15;
  private static final int MOST_DIGITS = 17;

  private final String sheet;
  private final StringBuilder text = new StringBuilder();

  private FormulaWriter(String sheet) {
    this.sheet = sheet;
  }

  /**
   * Returns a formula as text, without an equals sign.
   *
   * @param sheet on which it stands
   * @throws IllegalArgumentException if it is longer than a cell holds
   */
  static String written(Expression formula, String sheet) {
    FormulaWriter writer = new FormulaWriter(sheet);
    writer.write(formula, 0);
    if (writer.text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a formula on " + sheet + " has " + writer.text.length() + " characters");
    }
    return writer.text.toString();
  }

  private void write(Expression formula, int surroundings) {
    if (formula instanceof Expression.Constant constant) {
      boolean bracket = constant.value() < 0 && surroundings > 0;
      text.append(bracket ? "(" : "").append(number(constant.value())).append(bracket ? ")" : "");
    } else if (formula instanceof Expression.Words words) {
      text.append('"').append(words.text().replace("\"", "\"\"")).append('"');
    } else if (formula instanceof Expression.At at) {
      on(at.sheet());
      place(at.row(), at.column(), !at.sheet().equals(sheet));
    } else if (formula instanceof Expression.Across across) {
      on(across.sheet());
      boolean elsewhere = !across.sheet().equals(sheet);
      place(across.row(), across.first(), elsewhere);
      text.append(':');
      place(across.row(), across.last(), elsewhere);
    } else if (formula instanceof Expression.Operation operation) {
      int binding = operation.operator().binding();
      text.append(binding < surroundings ? "(" : "");
      write(operation.left(), binding);
      text.append(operation.operator().symbol());
      write(operation.right(), binding + 1);
      text.append(binding < surroundings ? ")" : "");
    } else if (formula instanceof Expression.Call call) {
      text.append(call.function()).append('(');
      for (int i = 0; i < call.arguments().size(); i++) {
        text.append(i > 0 ? "," : "");
        write(call.arguments().get(i), 0);
      }
      text.append(')');
    }
  }

  private void on(String other) {
    if (!other.equals(sheet)) {
      boolean plain = PLAIN.matcher(other).matches();
      text.append(plain ? "" : "'").append(other).append(plain ? "!" : "'!");
    }
  }

  /** Writes a place; one on another sheet stays when the formula is copied. */
  private void place(int row, int column, boolean stays) {
    text.append(stays ? "$" : "").append(letters(column)).append(stays ? "$" : "").append(row + 1);
  }

  /** Returns the letters of a column. */
  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters = (char) ('A' + rest % LETTERS) + letters;
    }
    return letters;
  }

  /** Returns the shortest of few texts that is read back as the number. */
  static String number(double value) {
    for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
      String text = Decimals.significant(value, digits);
      if (Double.parseDouble(text) == value) {
        return text;
      }
    }
    return Decimals.significant(value, MOST_DIGITS);
  }
}
