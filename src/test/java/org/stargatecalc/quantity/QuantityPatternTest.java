package org.stargatecalc.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An editor marks nothing that the parser takes, and marks what is of another dimension. */
class QuantityPatternTest {
  private static final String[] NUMBERS = {
    "5", "0.5", ".5", "400_000", "1.25e3", "2E-3", "+3", "1_000.5"
  };
  private static final String[] CURRENCIES = {"$", "US$", "USD ", "$ "};

  private static final List<String> TEXTS = texts();
  private static final Map<String, Pattern> PATTERNS = new HashMap<>();

  private static boolean takes(Dimension dimension, boolean uncertain, String text) {
    return PATTERNS
        .computeIfAbsent(
            dimension + " " + uncertain,
            key ->
                Pattern.compile(
                    QuantityPattern.of(
                        dimension, Optional.empty(), Domain.NOT_NEGATIVE, uncertain, false)))
        .matcher(text)
        .find();
  }

  private static boolean parses(Dimension dimension, String text) {
    try {
      QuantityParser.parse(text, dimension);
      return true;
    } catch (InvalidTextException no) {
      return false;
    }
  }

  /** Numbers with every unit that there is, and some words that are none. */
  private static List<String> texts() {
    Random random = new Random(20261127);
    List<String> units = new ArrayList<>(List.of("", "zorks", "mw", "GPU", "k GPUs", "bn chips"));
    List<String> denominators = new ArrayList<>(List.of("", "/x"));
    for (Dimension dimension : Dimension.values()) {
      units.addAll(UnitTable.named(dimension));
      UnitTable.denominators(dimension).forEach(per -> denominators.add("/" + per));
    }
    List<String> multipliers = new ArrayList<>(UnitTable.multipliers());
    units.addAll(multipliers);
    multipliers.add("");
    List<String> texts = new ArrayList<>();
    for (String number : NUMBERS) {
      units.forEach(unit -> texts.add(number + " " + unit));
      units.forEach(unit -> texts.add(number + unit));
      for (String per : denominators) {
        String multiplier = multipliers.get(random.nextInt(multipliers.size()));
        String currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
        texts.add(currency + number.replace("+", "") + multiplier + per);
        texts.add(number + " " + multiplier + " USD" + per);
        texts.add(number + " USD " + multiplier + per);
        texts.add(number + " c" + per);
        texts.add(number + " cents " + per);
        texts.add("$" + number.replace("+", "") + per.replace("W-", "W/"));
      }
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void whatIsReadIsTaken(Dimension dimension) {
    int read = 0;
    for (String text : TEXTS) {
      if (parses(dimension, text)) {
        read++;
        assertThat(takes(dimension, false, text)).as("%s: '%s'", dimension, text).isTrue();
        assertThat(takes(dimension, true, "1 to " + text)).as("1 to %s", text).isTrue();
      }
    }
    assertThat(read).isGreaterThan(10);
  }

  /** Money takes any letters behind its number; everything else is told apart by its unit. */
  @ParameterizedTest
  @EnumSource(
      value = Dimension.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MONEY", "MONEY_PER_COUNT"})
  void whatIsNotReadIsRefused(Dimension dimension) {
    for (String text : TEXTS) {
      if (!parses(dimension, text) && !dimension.isMoney()) {
        assertThat(takes(dimension, false, text)).as("%s: '%s'", dimension, text).isFalse();
      }
    }
    for (Dimension other : Dimension.values()) {
      String example = other.example().replaceAll(" or .*|,.*", "");
      if (!parses(dimension, example)) {
        assertThat(takes(dimension, true, example)).as("%s: '%s'", dimension, example).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POWER, 1.9 kW to 2.4 kW, true",
    "POWER, 'lognormal(1.9 kW, 2.4 kW)', true",
    "POWER, 'lognormal(1.9 kW, 2.4 kW', false",
    "POWER, '2,090', false",
    "POWER, -2 kW, false",
    "DURATION, 6 to 18 months, true",
    "DURATION, 6 to 18 GW, false",
    "SHARE, choice(30%: 50%; 40%: 50%), true",
    "MONEY, $80bn, true",
    "MONEY, 80 bn USD, true",
    "MONEY, 80 bn EUR, false",
    "MONEY_PER_POWER_TIME, $130/kW/month, true",
    "MONEY_PER_ENERGY, 8.3 c/kWh, true",
    "MONEY_PER_ENERGY, $65/W, false",
  })
  void forms(Dimension dimension, String text, boolean taken) {
    assertThat(takes(dimension, true, text)).isEqualTo(taken);
  }
}
