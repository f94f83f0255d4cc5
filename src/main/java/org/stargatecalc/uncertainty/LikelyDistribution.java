package org.stargatecalc.uncertainty;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the distribution that a text in another notation probably means, to be proposed. */
public final class LikelyDistribution {
  private static final String NUMBER =
      "[-+]?(\\$|US\\$|USD ?)?(?:\\d[\\d_]*(?:\\.\\d[\\d_]*)?|\\.\\d+)(?:[eE][-+]?\\d+)?";

  /** "2 ± 0.2 kW", "2 kW +/- 0.2 kW". */
  private static final Pattern PLUS_MINUS =
      Pattern.compile("(" + NUMBER + ") ?([^\\d±+]*?) ?(?:±|\\+/-|\\+-) ?(" + NUMBER + ")(.*)");

  /** What stands between the ends of a span in other notations; "TO" and "bis" too. */
  private static final String BETWEEN = "(?:-|–|—|−|~|…|\\.\\.\\.?|and|TO|To|bis|through|until)";

  /** "from 1.9 to 2.4 kW" is a span but for its first word. */
  private static final Pattern FROM = Pattern.compile("(?i)(?:from|between) (.+) to (.+)");

  /** "1.9-2.4 kW", "1.9 kW – 2.4 kW", "1.9..2.4 kW", "between 1.9 and 2.4 kW". */
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:between |from )?(" + NUMBER + ")( ?[^\\d]*?) ?" + BETWEEN + " ?(" + NUMBER + ")(.*)");

  /** A currency behind the second number alone, as in "40k-50k USD". */
  private static final Pattern CURRENCY_BEHIND = Pattern.compile("(.*?) ?(?:USD|\\$)(.*)");

  private static final String DATE =
      "(?:\\d{4}(?:-(?:\\d\\d(?:-\\d\\d)?|[QH]\\d))?|[QH]\\d \\d{4})";

  /** "2026-06–2027-03", "2026-2027", "2026-06-30/2027-03-31": whole dates without spaces. */
  private static final Pattern CLOSE_DATES =
      Pattern.compile("(?:between |from )?(" + DATE + ") ?(?:/|" + BETWEEN + ") ?(" + DATE + ")");

  /** "2026-06 – 2027-03": dates hold hyphens themselves, so that spaces tell the ends apart. */
  private static final Pattern DATES =
      Pattern.compile(
          "(?:between |from )?(\\d[\\w-]*) (?:-|–|—|~|…|\\.\\.\\.?|and|until) (\\d[\\w-]*)");

  private LikelyDistribution() {}

  /** Returns a number's distribution as it should be written, empty if none comes near. */
  public static String ofNumber(String text) {
    String stripped = text.strip();
    Matcher m = PLUS_MINUS.matcher(stripped);
    if (m.matches()) {
      String unit = m.group(6);
      String first =
          m.group(3).isEmpty()
              ? unit
              : (unit.startsWith("%") && m.group(3).equals("%") ? "" : " ") + m.group(3);
      boolean isPart = unit.strip().equals("%") && !m.group(3).isEmpty() && !m.group(3).equals("%");
      String spread =
          isPart
              ? part(m.group(1), m.group(4)) + " " + m.group(3)
              : currency(m, 2, 5) + m.group(4) + unit;
      return "normal(" + m.group(1) + first + ", " + spread + ")";
    }
    m = FROM.matcher(stripped);
    if (m.matches()) {
      return m.group(1) + " to " + m.group(2);
    }
    m = SPAN.matcher(stripped);
    if (!m.matches()) {
      return "";
    }
    Matcher behind = CURRENCY_BEHIND.matcher(m.group(6));
    if (m.group(2) == null && !m.group(3).isBlank() && behind.matches()) {
      String last = behind.group(1) + behind.group(2);
      return "$" + m.group(1) + m.group(3).stripTrailing() + " to $" + m.group(4) + last;
    }
    String unit = m.group(3).stripTrailing();
    return m.group(1) + unit + " to " + currency(m, 2, 5) + m.group(4) + m.group(6);
  }

  /** Returns so many per cent of a number, with its currency. */
  private static String part(String whole, String percent) {
    String currency = whole.replaceFirst("[\\d.].*", "");
    BigDecimal number = new BigDecimal(whole.substring(currency.length()).replace("_", ""));
    return currency
        + number
            .multiply(new BigDecimal(percent.replace("_", "")))
            .movePointLeft(2)
            .stripTrailingZeros()
            .toPlainString();
  }

  /** A currency that stands before the first number alone holds for the second too. */
  private static String currency(Matcher m, int first, int second) {
    return m.group(first) != null && m.group(second) == null ? m.group(first) : "";
  }

  /** Returns a date's distribution as it should be written, empty if none comes near. */
  public static String ofDate(String text) {
    for (Pattern form : List.of(DATES, CLOSE_DATES, FROM)) {
      Matcher m = form.matcher(text.strip());
      if (m.matches()) {
        return m.group(1) + " to " + m.group(2);
      }
    }
    return "";
  }
}
