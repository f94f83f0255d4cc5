package org.stargatecalc.quantity;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a quantity: a bare number in the base unit, or a number with a unit of the closed table.
 *
 * <p>Examples: {@code 2090}, {@code 2.09 kW}, {@code 400_000}, {@code 400k}, {@code $80bn}, {@code
 * 80 bn USD}, {@code 80 USD bn}, {@code 60%}, {@code 6 months}, {@code 8.3 c/kWh}, {@code
 * $12.28M/MW}. Conversion is decimal and rounds once, so {@code 2.09 kW} is exactly 2090. A comma
 * is refused since it divides thousands in one country and decimals in another.
 */
public final class QuantityParser {
  private static final int LONGEST = 80;
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?)(\\d+(?:_\\d+)*(?:\\.\\d+(?:_\\d+)*)?|\\.\\d+)(?:[eE]([+-]?\\d{1,4}))?");
  private static final Pattern WITH_COMMA = Pattern.compile(".*\\d,\\d.*");
  private static final Set<String> CENTS = Set.of("c", "¢", "ct", "cent", "cents");
  private static final Pattern CURRENCY_AFTER =
      Pattern.compile("^(.*?) ?(USD|US\\$|\\$|dollars)( ?.*)$");

  private QuantityParser() {}

  /**
   * Reads a quantity of one dimension.
   *
   * @param text what the scenario says
   * @param expected the dimension that its place asks for
   * @return the value in the dimension's base unit, always finite
   * @throws InvalidTextException if the text is no number, or one of another dimension
   */
  public static double parse(String text, Dimension expected) throws InvalidTextException {
    Split number = split(text, expected);
    if (number.unit.isEmpty() && !number.money) {
      return finite(number.value.doubleValue(), text, expected);
    }
    Unit unit = unit(number);
    if (unit == null) {
      throw new InvalidTextException(
          quoted(text) + ", whose unit '" + number.unit + "' is not known",
          expected.noun() + way(text, number, expected));
    }
    Dimension found = unit.dimension();
    boolean sameKind =
        found == expected
            || (found == Dimension.SHARE && expected == Dimension.RATIO)
            || (!number.money
                && (expected == Dimension.EQUIVALENTS || expected == Dimension.COMPUTE)
                && UnitTable.isMultiplier(number.unit))
            // a key such as capex_per_gpu says already what the money is for
            || (found == Dimension.MONEY && expected == Dimension.MONEY_PER_COUNT);
    if (!sameKind) {
      throw new InvalidTextException(
          found.noun() + " (" + shown(text) + ")",
          expected.noun() + ", such as " + expected.example());
    }
    return finite(unit.toBase(number.value), text, expected);
  }

  /** Returns how to go on: the unit or the form that is probably meant, else an example. */
  private static String way(String text, Split number, Dimension expected) {
    String hint = UnitTable.inOtherCapitals(number.unit);
    if (hint != null) {
      return ": did you mean " + hint + "?";
    }
    String written = singleSpaced(text.strip());
    boolean lacksCurrency = expected.isMoney() && !number.money;
    String form = lacksCurrency ? "$" + written : LikelyForm.of(written);
    return form.isEmpty() || form.equals(written) || !isOf(form, expected)
        ? ", such as " + expected.example()
        : ": write " + form;
  }

  private static boolean isOf(String text, Dimension expected) {
    try {
      parse(text, expected);
      return true;
    } catch (InvalidTextException no) {
      return false;
    }
  }

  private static @Nullable Unit unit(Split number) {
    if (number.money) {
      return UnitTable.money(number.unit, false);
    }
    int stroke = number.unit.indexOf('/');
    if (stroke > 0 && CENTS.contains(number.unit.substring(0, stroke).strip())) {
      return UnitTable.money(number.unit.substring(stroke), true);
    }
    return UnitTable.plain(number.unit);
  }

  /** A number, what follows it, and whether a currency stood before or behind. */
  private record Split(BigDecimal value, String unit, boolean money) {}

  private static Split split(String text, Dimension expected) throws InvalidTextException {
    String rest = singleSpaced(text.strip());
    if (rest.isEmpty()) {
      throw new InvalidTextException(
          "nothing", expected.noun() + ", such as " + expected.example());
    }
    if (rest.length() > LONGEST) {
      throw new InvalidTextException(
          "a text of " + rest.length() + " characters",
          expected.noun() + ", such as " + expected.example());
    }
    if (rest.indexOf(',') >= 0 && WITH_COMMA.matcher(rest).matches()) {
      throw comma(rest);
    }
    boolean money = false;
    String sign = "";
    if (rest.startsWith("-") || rest.startsWith("+")) {
      sign = rest.substring(0, 1);
      rest = rest.substring(1);
    }
    for (String currency : new String[] {"$", "US$", "USD"}) {
      if (rest.startsWith(currency)) {
        money = true;
        rest = rest.substring(currency.length()).strip();
        break;
      }
    }
    Matcher number = NUMBER.matcher(sign + rest);
    if (!number.lookingAt()) {
      if (rest.startsWith("€") || rest.startsWith("£")) {
        throw new InvalidTextException(
            quoted(text), "US dollars of 2025: other currencies are not converted");
      }
      throw new InvalidTextException(
          quoted(text), expected.noun() + ", such as " + expected.example());
    }
    String unit = (sign + rest).substring(number.end()).strip();
    // Most units hold no currency; the pattern is slow for as long as the JVM has not compiled it.
    if (!money && (unit.contains("$") || unit.contains("USD") || unit.contains("dollars"))) {
      Matcher after = CURRENCY_AFTER.matcher(unit);
      if (after.matches()) {
        money = true;
        unit = after.group(1) + after.group(3).strip();
      }
    }
    String digits = number.group().replace("_", "");
    return new Split(new BigDecimal(digits), unit, money);
  }

  /** Replaces every run of plain and unbreakable spaces by one plain space. */
  private static String singleSpaced(String text) {
    StringBuilder single = new StringBuilder(text.length());
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\u00a0' || c == '\u202f';
      if (!space) {
        single.append(c);
      } else if (!afterSpace) {
        single.append(' ');
      }
      afterSpace = space;
    }
    return single.toString();
  }

  private static InvalidTextException comma(String text) {
    String found = quoted(text);
    String number = text.replaceAll("^[^\\d]*", "");
    String whole = number.replaceAll("[^\\d,].*$", "");
    String plain = whole.replace(",", "");
    if (!whole.matches("\\d{1,3}(,\\d{3})+") || plain.length() > 15) {
      return new InvalidTextException(
          found, "a number without a comma: the decimal sign is a point, as in 1.5");
    }
    long value = Long.parseLong(plain);
    String grouped = whole.replace(',', '_');
    String shortened =
        value % 1_000_000 == 0
            ? value / 1_000_000 + "M"
            : value / 1000
                + (value % 1000 == 0 ? "" : "." + plain.substring(plain.length() - 3))
                + "k";
    return new InvalidTextException(
        found, "a number without commas: write " + plain + ", " + grouped + " or " + shortened);
  }

  private static double finite(double value, String text, Dimension expected)
      throws InvalidTextException {
    if (Double.isInfinite(value)) {
      throw new InvalidTextException(
          quoted(text) + ", which is too large for a number", expected.noun());
    }
    return value;
  }

  private static String quoted(String text) {
    return "'" + shown(text) + "'";
  }

  private static String shown(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST) + "…";
  }
}
