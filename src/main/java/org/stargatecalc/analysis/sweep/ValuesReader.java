package org.stargatecalc.analysis.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * Reads the values of an axis: {@code 1.1,1.2,1.3}, {@code 1.1..1.5 by 0.1}, {@code 30%..90% in 7},
 * {@code 2026-06..2027-06 by 3 months}, {@code own,offtake}, or several of these with commas
 * between.
 */
public final class ValuesReader {
  /** The most values of an axis, and rows of a sweep. */
  public static final int MOST = 1_000_000;

  private static final Pattern RANGE =
      Pattern.compile("(.*[^.\\s])\\s*\\.\\.\\s*([^.\\s].*?)(?:\\s+(by|in)\\s+(.+))?");

  private ValuesReader() {}

  /**
   * Reads values.
   *
   * @throws InvalidTextException if a range makes no sense
   */
  public static Values read(String text) throws InvalidTextException {
    List<Values> parts = new ArrayList<>();
    BigInteger size = BigInteger.ZERO;
    for (String item : items(text)) {
      if (item.isBlank()) {
        throw new InvalidTextException(
            "an empty value in '" + text.strip() + "'",
            "values such as 1.1,1.2 or 1.1..1.5 by 0.1");
      }
      Values part = part(item.strip());
      parts.add(part);
      size = size.add(BigInteger.valueOf(part.size()));
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    for (Values part : parts) {
      if (part.size() == 0) {
        throw new InvalidTextException(
            "the range '" + part + "' beside other values", "'by STEP' or 'in N' behind it");
      }
    }
    size(size);
    return new Values.Joined(parts);
  }

  private static Values part(String item) throws InvalidTextException {
    Matcher range = RANGE.matcher(item);
    if (!range.matches()) {
      return new Values.One(item);
    }
    String low = range.group(1);
    String high = range.group(2);
    String word = range.group(3) == null ? "" : range.group(3);
    String how = range.group(4) == null ? "" : range.group(4);
    boolean years = low.length() == 4 && !how.contains("year");
    if (!years && DateRange.isDate(low) && DateRange.isDate(high)) {
      DateRange dates = DateRange.between(low, high);
      return switch (word) {
        case "by" -> dates.by(how);
        case "in" -> dates.in(count(how));
        default -> dates;
      };
    }
    NumberRange numbers = NumberRange.between(low, high);
    return switch (word) {
      case "by" -> numbers.by(how);
      case "in" -> numbers.in(count(how));
      default -> numbers;
    };
  }

  private static int count(String text) throws InvalidTextException {
    String digits = text.strip().replace("_", "");
    if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) < 2) {
      throw new InvalidTextException(
          "'in " + text.strip() + "'", "a whole number of values, 2 or more");
    }
    return size(new BigInteger(digits));
  }

  /** Returns a number of values as one that there may be. */
  static int size(BigInteger size) throws InvalidTextException {
    if (size.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw new InvalidTextException(size + " values", "at most 1,000,000");
    }
    return size.intValueExact();
  }

  /** Splits at commas that stand in no brackets and no quotes. */
  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        items.add(text.substring(from, i));
        from = i + 1;
      }
    }
    items.add(text.substring(from));
    return items;
  }
}
