package org.stargatecalc.uncertainty;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the distribution that a text in another notation probably means, to be proposed. */
public final class LikelyDistribution {
  private static final String NUMBER = "[-+]?(\\$|US\\$|USD ?)?[\\d._]+(?:[eE][-+]?\\d+)?";

  /** "2 ± 0.2 kW", "2 kW +/- 0.2 kW". */
  private static final Pattern PLUS_MINUS =
      Pattern.compile("(" + NUMBER + ") ?([^\\d±+]*?) ?(?:±|\\+/-|\\+-) ?(" + NUMBER + ")(.*)");

  /** "1.9-2.4 kW", "1.9 kW – 2.4 kW", "1.9..2.4 kW", "between 1.9 and 2.4 kW". */
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:between )?("
              + NUMBER
              + ") ?([^\\d]*?) ?(?:-|–|—|~|…|\\.\\.\\.?|and) ?("
              + NUMBER
              + ")(.*)");

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
      String first = m.group(3).isEmpty() ? unit : (unit.startsWith(" ") ? " " : "") + m.group(3);
      return "normal(" + m.group(1) + first + ", " + currency(m, 2, 5) + m.group(4) + unit + ")";
    }
    m = SPAN.matcher(stripped);
    if (m.matches()) {
      String unit = m.group(3).isEmpty() ? "" : " " + m.group(3);
      return m.group(1) + unit + " to " + currency(m, 2, 5) + m.group(4) + m.group(6);
    }
    return "";
  }

  /** A currency that stands before the first number alone holds for the second too. */
  private static String currency(Matcher m, int first, int second) {
    return m.group(first) != null && m.group(second) == null ? m.group(first) : "";
  }

  /** Returns a date's distribution as it should be written, empty if none comes near. */
  public static String ofDate(String text) {
    Matcher m = DATES.matcher(text.strip());
    return m.matches() ? m.group(1) + " to " + m.group(2) : "";
  }
}
