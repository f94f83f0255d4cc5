package org.stargatecalc.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every unit that a scenario may write; whatever is not here is refused by name. */
final class UnitTable {
  private static final Map<String, Unit> PLAIN = new HashMap<>();
  private static final Map<String, BigDecimal> MULTIPLIERS = new HashMap<>();
  private static final Pattern COUNTED =
      Pattern.compile("(.*?) ?(GPUs?|chips?|packages?|H100e|GPU-hours?)?");
  private static final Map<String, Unit> DENOMINATORS = new HashMap<>();

  static {
    String[] prefixes = {"", "k", "M", "G", "T", "P", "E", "Z"};
    for (int i = 0; i < prefixes.length; i++) {
      String factor = "1e" + 3 * i;
      if (i <= 4) {
        PLAIN.put(prefixes[i] + "W", Unit.of(Dimension.POWER, factor));
        PLAIN.put(prefixes[i] + "Wh", Unit.of(Dimension.ENERGY, "1e" + (3 * i - 3)));
      }
      for (String rate : new String[] {"FLOP/s", "FLOPS", "FLOPs/s"}) {
        PLAIN.put(prefixes[i] + rate, Unit.of(Dimension.COMPUTE_RATE, factor));
      }
      for (String amount : new String[] {"FLOP", "FLOPs"}) {
        PLAIN.put(prefixes[i] + amount, Unit.of(Dimension.COMPUTE, factor));
      }
    }
    put("1", "day days d", Dimension.DURATION);
    put("7", "week weeks", Dimension.DURATION);
    put("30.4375", "month months mo", Dimension.DURATION);
    put("91.3125", "quarter quarters", Dimension.DURATION);
    put("365.25", "year years yr yrs y", Dimension.DURATION);
    for (String hour : "hour hours h".split(" ")) {
      PLAIN.put(hour, new Unit(Dimension.DURATION, BigDecimal.ONE, new BigDecimal(24)));
    }
    put("0.01", "% percent", Dimension.SHARE);
    put("1", "x OOM", Dimension.RATIO);

    multiplier("1e3", "k K thousand");
    multiplier("1e6", "M mn million");
    multiplier("1e9", "bn B billion");
    multiplier("1e12", "tn T trillion");

    for (String prefix : new String[] {"", "k", "M", "G"}) {
      int power = prefix.isEmpty() ? 0 : 3 * ("kMG".indexOf(prefix) + 1);
      String inverse = "1e-" + power;
      DENOMINATORS.put(prefix + "W", Unit.of(Dimension.MONEY_PER_POWER, inverse));
      DENOMINATORS.put(prefix + "Wh", Unit.of(Dimension.MONEY_PER_ENERGY, "1e" + (3 - power)));
      for (String year : "year yr y".split(" ")) {
        DENOMINATORS.put(prefix + "W-" + year, Unit.of(Dimension.MONEY_PER_POWER_TIME, inverse));
      }
      for (String month : "month mo".split(" ")) {
        DENOMINATORS.put(
            prefix + "W-" + month,
            new Unit(
                Dimension.MONEY_PER_POWER_TIME,
                new BigDecimal(inverse).multiply(new BigDecimal(12), MathContext.DECIMAL128),
                BigDecimal.ONE));
      }
    }
    for (String year : "year yr y".split(" ")) {
      DENOMINATORS.put(year, Unit.of(Dimension.MONEY_PER_TIME, "1"));
    }
    for (String chip : "GPU chip package".split(" ")) {
      DENOMINATORS.put(chip, Unit.of(Dimension.MONEY_PER_COUNT, "1"));
      for (String hour : "hour h hr".split(" ")) {
        DENOMINATORS.put(chip + "-" + hour, Unit.of(Dimension.MONEY_PER_COUNT_TIME, "1"));
      }
    }
  }

  private UnitTable() {}

  private static void put(String factor, String names, Dimension dimension) {
    for (String name : names.split(" ")) {
      PLAIN.put(name, Unit.of(dimension, factor));
    }
  }

  private static void multiplier(String factor, String names) {
    for (String name : names.split(" ")) {
      MULTIPLIERS.put(name, new BigDecimal(factor));
    }
  }

  /** Returns the unit that a phrase without currency names, such as {@code MW} or {@code k}. */
  static @Nullable Unit plain(String phrase) {
    Unit unit = PLAIN.get(phrase);
    if (unit != null) {
      return unit;
    }
    Matcher counted = COUNTED.matcher(phrase);
    if (!counted.matches()) {
      return null;
    }
    String multiplier = counted.group(1);
    BigDecimal factor = multiplier.isEmpty() ? BigDecimal.ONE : MULTIPLIERS.get(multiplier);
    String thing = counted.group(2) == null ? "" : counted.group(2);
    Dimension dimension =
        thing.endsWith("H100e")
            ? Dimension.EQUIVALENTS
            : thing.contains("-") ? Dimension.COUNT_TIME : Dimension.COUNT;
    return factor == null ? null : new Unit(dimension, factor, BigDecimal.ONE);
  }

  /** Returns whether a phrase is a multiplier alone, which leaves open what it counts. */
  static boolean isMultiplier(String phrase) {
    return MULTIPLIERS.containsKey(phrase);
  }

  /**
   * Returns the unit of an amount of money: an optional multiplier, then an optional denominator.
   *
   * @param phrase what follows the number, without the currency, such as {@code bn/GW-year}
   * @param cents whether the currency was cents
   */
  static @Nullable Unit money(String phrase, boolean cents) {
    int slash = phrase.indexOf('/');
    String multiplier = (slash < 0 ? phrase : phrase.substring(0, slash)).trim();
    BigDecimal factor = multiplier.isEmpty() ? BigDecimal.ONE : MULTIPLIERS.get(multiplier);
    if (factor == null) {
      return null;
    }
    if (cents) {
      factor = factor.movePointLeft(2);
    }
    if (slash < 0) {
      return new Unit(Dimension.MONEY, factor, BigDecimal.ONE);
    }
    Unit denominator = DENOMINATORS.get(denominator(phrase.substring(slash + 1).trim()));
    return denominator == null
        ? null
        : new Unit(
            denominator.dimension(), factor.multiply(denominator.multiplier()), BigDecimal.ONE);
  }

  /** Rents are quoted per kW and month with a second stroke as often as with a hyphen. */
  private static String denominator(String phrase) {
    int stroke = phrase.indexOf("W/");
    return stroke < 0
        ? phrase
        : phrase.substring(0, stroke + 1) + "-" + phrase.substring(stroke + 2);
  }

  /** Returns the names of the units of a dimension that is no money. */
  static SortedSet<String> named(Dimension dimension) {
    return names(PLAIN, dimension);
  }

  /** Returns what money of a dimension is divided by, none for an amount. */
  static SortedSet<String> denominators(Dimension dimension) {
    return names(DENOMINATORS, dimension);
  }

  /** Returns the words for thousands, millions and so on. */
  static SortedSet<String> multipliers() {
    return new TreeSet<>(MULTIPLIERS.keySet());
  }

  private static SortedSet<String> names(Map<String, Unit> units, Dimension dimension) {
    SortedSet<String> names = new TreeSet<>();
    units.forEach(
        (name, unit) -> {
          if (unit.dimension() == dimension) {
            names.add(name);
          }
        });
    return names;
  }

  /** Returns a unit that differs from the phrase only in capitals, or null. */
  static @Nullable String inOtherCapitals(String phrase) {
    String folded = phrase.toLowerCase(Locale.ROOT);
    return PLAIN.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).equals(folded))
        .sorted()
        .findFirst()
        .orElse(null);
  }
}
