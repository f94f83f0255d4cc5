package org.stargatecalc.quantity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the form of a quantity that a text in another notation probably means. */
final class LikelyForm {
  /** "$2.20/GPU/hour", "$2.20 per GPU per hour", "$2.20/GPU hour". */
  private static final Pattern PER_CHIP_HOUR =
      Pattern.compile(
          "(?i)(.*?) ?(?:/|\\bper\\b) ?(GPU|chip|package) ?(?:/|-|\\bper\\b)? ?(hour|hr|h)");

  /** "$130 per kW per month", "$130/kw·mo.", "$1560 per kW and year". */
  private static final Pattern PER_POWER_TIME =
      Pattern.compile(
          "(?i)(.*?) ?(?:/|\\bper\\b) ?([kmg]?)W ?(?:/|-|·|⋅|\\*|\\bper\\b|\\ba\\b|\\band\\b)? ?"
              + "(mo|y)(?:nth|ear|r)?s?\\.?");

  /** "$130/month/kW", "$130 per month per kW". */
  private static final Pattern PER_TIME_POWER =
      Pattern.compile(
          "(?i)(.*?) ?(?:/|\\bper\\b) ?(mo|y)(?:nth|ear|r)?\\.? ?(?:/|-|\\bper\\b) ?([kmg]?)W");

  /** "$0.083/kW-hour", "$83 per MW hour". */
  private static final Pattern PER_POWER_HOUR =
      Pattern.compile("(?i)(.*?) ?(?:/|\\bper\\b) ?([kmg]?)W ?(?:/|-|·|⋅|\\*)? ?(?:hour|hr|h)s?");

  /** "$65 per MWh", "$54k per GPU", "$12 per W". */
  private static final Pattern PER = Pattern.compile("(?i)(.*?) ?\\bper ([A-Za-z]+)");

  /** "2 kW/GPU", "2 kW per GPU": a key such as watts_per_gpu says the second half itself. */
  private static final Pattern OF_ONE =
      Pattern.compile("(?i)(.*?) ?(?:/|\\bper\\b) ?(?:GPU|chip|package|year|yr)s?");

  private LikelyForm() {}

  /** Returns the text as it should be written, empty if nothing comes near; it may be wrong. */
  static String of(String text) {
    Matcher m = PER_CHIP_HOUR.matcher(text);
    if (m.matches()) {
      return m.group(1) + "/GPU-hour";
    }
    m = PER_POWER_TIME.matcher(text);
    if (m.matches()) {
      return m.group(1) + "/" + prefix(m.group(2)) + "W-" + time(m.group(3));
    }
    m = PER_TIME_POWER.matcher(text);
    if (m.matches()) {
      return m.group(1) + "/" + prefix(m.group(3)) + "W-" + time(m.group(2));
    }
    m = PER_POWER_HOUR.matcher(text);
    if (m.matches()) {
      return m.group(1) + "/" + prefix(m.group(2)) + "Wh";
    }
    if (text.contains("$") || text.contains("USD")) {
      m = PER.matcher(text);
      return m.matches() ? m.group(1) + "/" + m.group(2) : "";
    }
    m = OF_ONE.matcher(text);
    return m.matches() ? m.group(1) : "";
  }

  /** Prices are per kW, MW or GW, never per milliwatt. */
  private static String prefix(String written) {
    String large = written.toUpperCase(Locale.ROOT);
    return large.equals("K") ? "k" : large;
  }

  private static String time(String written) {
    return written.equalsIgnoreCase("mo") ? "month" : "year";
  }
}
