package org.stargatecalc.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number, quantity or distribution as text, multiplied: its form and its units stay. */
final class ScaledText {
  /** More digits than a number has, so that nothing is lost that was written. */
  private static final MathContext DIGITS = new MathContext(20);

  private static final Pattern CALL = Pattern.compile("([a-z]+)\\s*\\((.*)\\)");
  private static final Pattern TO = Pattern.compile("(?<!\\s)\\s++to\\s++");

  /** A sign, a currency, a number, and a unit; not the dash of a date. */
  private static final Pattern QUANTITY =
      Pattern.compile(
          "([-+]?)((?:\\$|US\\$|USD) ?)?([0-9][0-9_]*(?:\\.[0-9_]+)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?"
              + "(?![-0-9])(.*)");

  private ScaledText() {}

  /** Returns a text multiplied by a factor, empty if it is no number. */
  static Optional<String> of(String text, BigDecimal factor) {
    String stripped = text.strip();
    Matcher call = CALL.matcher(stripped);
    if (call.matches()) {
      return call(call.group(1), call.group(2), factor);
    }
    Matcher to = TO.matcher(stripped);
    if (to.find()) {
      Optional<String> low = quantity(stripped.substring(0, to.start()), factor);
      Optional<String> high = quantity(stripped.substring(to.end()), factor);
      return low.isEmpty() || high.isEmpty()
          ? Optional.empty()
          : Optional.of(low.get() + " to " + high.get());
    }
    return quantity(stripped, factor);
  }

  /** The arguments of a distribution are values, but those of a beta, which have no unit. */
  private static Optional<String> call(String name, String list, BigDecimal factor) {
    if (name.equals("beta")) {
      return Optional.empty();
    }
    List<String> scaled = new ArrayList<>();
    for (String argument : list.split(",", -1)) {
      int colon = name.equals("choice") ? argument.lastIndexOf(':') : -1;
      String value = colon < 0 ? argument : argument.substring(0, colon);
      Optional<String> one = quantity(value.strip(), factor);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      scaled.add(one.get() + (colon < 0 ? "" : argument.substring(colon)));
    }
    return Optional.of(name + "(" + String.join(", ", scaled) + ")");
  }

  private static Optional<String> quantity(String text, BigDecimal factor) {
    Matcher parts = QUANTITY.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String exponent = parts.group(4) == null ? "" : parts.group(4);
    BigDecimal number = new BigDecimal(parts.group(3).replace("_", "") + exponent);
    String currency = parts.group(2) == null ? "" : parts.group(2);
    return Optional.of(parts.group(1) + currency + plain(number.multiply(factor)) + parts.group(5));
  }

  private static String plain(BigDecimal number) {
    BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
    boolean isLong = rounded.scale() < -15 || rounded.scale() > 30;
    return isLong ? rounded.toString() : rounded.toPlainString();
  }
}
