package org.stargatecalc.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the form of a quantity that a text in another notation probably means. */
final class LikelyForm {
  /** "$2.20/GPU/hour", "$2.20 per GPU per hour", "$2.20/GPU hour". */
  private static final Pattern PER_CHIP_HOUR =
      Pattern.compile(
          "(?i)(.*?) ?(?:/|\\bper\\b) ?(GPU|chip|package) ?(?:/|-|\\bper\\b)? ?(hour|hr|h)");

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
    if (text.contains("$") || text.contains("USD")) {
      m = PER.matcher(text);
      return m.matches() ? m.group(1) + "/" + m.group(2) : "";
    }
    m = OF_ONE.matcher(text);
    return m.matches() ? m.group(1) : "";
  }
}
