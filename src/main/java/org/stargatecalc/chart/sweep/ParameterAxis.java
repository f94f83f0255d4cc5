package org.stargatecalc.chart.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stargatecalc.analysis.sweep.AxisUnit;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;

/**
 * Where the values of one parameter lie from left to right: as numbers, as dates, or beside each
 * other as words.
 *
 * @param path of the parameter, and those that go with it
 * @param axis with the unit in which the values are written
 * @param places of the rows, in their order
 * @param texts of the rows as they are written
 * @param isContinuous whether there is something between two places
 */
record ParameterAxis(
    String path, Axis axis, List<Double> places, List<String> texts, boolean isContinuous) {
  private static final Pattern NUMBER =
      Pattern.compile("([^0-9.+-]*)([+-]?[0-9][0-9_.]*(?:[eE][+-]?[0-9]+)?)(.*)");

  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  /** Lays out the first axis of a sweep; nothing where its values are all the same. */
  static Optional<ParameterAxis> of(Sweep sweep, AxisUnit unit) {
    List<String> texts = new ArrayList<>();
    for (int place = 0; place < sweep.size(); place++) {
      texts.add(sweep.combinations().text(sweep.row(place).index(), 0));
    }
    return texts.stream().distinct().count() < 2
        ? Optional.empty()
        : Optional.of(of(title(sweep.combinations()), texts, unit));
  }

  private static ParameterAxis of(String title, List<String> texts, AxisUnit unit) {
    return numbers(title, texts, unit)
        .or(() -> dates(title, texts))
        .orElseGet(() -> words(title, texts));
  }

  /** Returns a value as it is written, a long number with six digits. */
  static String shortened(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return text;
    }
    BigDecimal exact = new BigDecimal(number.group(2).replace("_", ""));
    return exact.precision() <= SIX.getPrecision()
        ? text
        : number.group(1) + exact.round(SIX).stripTrailingZeros().toPlainString() + number.group(3);
  }

  /** Returns the values of a parameter beside each other; numbers with few digits. */
  static Axis.Columns columns(org.stargatecalc.analysis.sweep.Axis parameter, AxisUnit unit) {
    List<String> texts =
        IntStream.range(0, parameter.values().size()).mapToObj(parameter.values()::text).toList();
    ParameterAxis laid = of(parameter.path(), texts, unit);
    if (laid.axis() instanceof Axis.Numbers numbers) {
      List<String> labels =
          ChartText.numbers(laid.places().stream().map(place -> place / numbers.per()).toList());
      return new Axis.Columns(numbers.title(), labels);
    }
    return new Axis.Columns(parameter.path(), texts);
  }

  private static String title(Combinations combinations) {
    String first = combinations.axes().get(0).path();
    return combinations.axes().size() == 1
        ? first
        : first
            + " with "
            + combinations.axes().stream()
                .skip(1)
                .map(axis -> axis.path())
                .collect(Collectors.joining(", "));
  }

  private static Optional<ParameterAxis> numbers(String title, List<String> texts, AxisUnit unit) {
    List<Double> places = new ArrayList<>();
    for (String text : texts) {
      double number = unit.number(text);
      if (!Double.isFinite(number)) {
        return Optional.empty();
      }
      places.add(number);
    }
    if (places.stream().distinct().count() < 2) {
      return Optional.empty();
    }
    Unit written = Unit.of(texts, places, unit);
    NumberAxis axis = new NumberAxis(places.get(0));
    places.forEach(axis::with);
    String named = written.name().isEmpty() ? title : title + ", " + written.name();
    return Optional.of(
        new ParameterAxis(title, axis.axis(named, written.size()), places, texts, true));
  }

  /**
   * The unit in which values are written.
   *
   * @param name empty for a number without a unit
   * @param size in base units of the dimension
   */
  private record Unit(String name, double size) {
    /** Returns what all values are written in, or the base unit where they differ. */
    static Unit of(List<String> texts, List<Double> places, AxisUnit unit) {
      Dimension dimension = unit.dimension().orElseThrow();
      String base = dimension.baseUnit().equals("1") ? "" : dimension.baseUnit();
      Unit common = null;
      for (int i = 0; i < texts.size(); i++) {
        Matcher number = NUMBER.matcher(texts.get(i).strip());
        if (places.get(i) == 0) {
          continue;
        }
        if (!number.matches()) {
          return new Unit(base, 1);
        }
        double size = places.get(i) / Double.parseDouble(number.group(2).replace("_", ""));
        Unit one = new Unit(number.group(1).strip() + number.group(3).strip(), size);
        if (common != null
            && !(common.name().equals(one.name())
                && Math.abs(size - common.size()) <= 1e-9 * common.size())) {
          return new Unit(base, 1);
        }
        common = one;
      }
      return common == null || !(common.size() > 0)
          ? new Unit(base, 1)
          : common.name().isEmpty() ? bare(common.size(), base) : common;
    }

    private static Unit bare(double size, String base) {
      String name =
          size == Durations.DAYS_PER_MONTH
              ? "months"
              : size == Durations.DAYS_PER_YEAR ? "years" : base;
      return new Unit(name, size);
    }
  }

  private static Optional<ParameterAxis> dates(String title, List<String> texts) {
    List<Double> places = new ArrayList<>();
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (String text : texts) {
      try {
        double day = PartialDate.parse(text.strip()).first().toEpochDay();
        places.add(day);
        from = Math.min(from, day);
        to = Math.max(to, day);
      } catch (InvalidTextException no) {
        return Optional.empty();
      }
    }
    return from < to
        ? Optional.of(new ParameterAxis(title, new Axis.Days(title, from, to), places, texts, true))
        : Optional.empty();
  }

  private static ParameterAxis words(String title, List<String> texts) {
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      places.add(i + 0.5);
    }
    return new ParameterAxis(title, new Axis.Columns(title, texts), places, texts, false);
  }
}
