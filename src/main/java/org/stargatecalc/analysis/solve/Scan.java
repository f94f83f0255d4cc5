package org.stargatecalc.analysis.solve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.stargatecalc.calendar.Horizon;

/**
 * The values at which a scenario is asked before crossings are looked for between them.
 *
 * @param points rising
 */
public record Scan(List<BigDecimal> points) {
  private static final int ACROSS = 24;
  private static final int[] DAYS = {
    0, 1, 7, 30, 61, 91, 122, 183, 274, 365, 548, 730, 913, 1096, 1461, 1826, 2557, 3653, 5479,
    7305, 14610, 36525
  };
  private static final int[] YEARS_AROUND = {1, 2, 5, 10};
  private static final int[] COUNTS = {
    1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100, 200, 500, 1000
  };

  /** Copies the points. */
  public Scan {
    points = List.copyOf(points);
  }

  /** Returns the values of a whole domain: dense around what is given, wide at its ends. */
  public static Scan of(Sought sought, Horizon horizon) {
    Notation notation = sought.notation();
    List<Double> values =
        switch (notation.kind()) {
          case DATE -> dates(horizon);
          case DAYS -> days(sought.given());
          case WHOLE -> counts();
          case NUMBER -> numbers(sought);
        };
    values.add(sought.given());
    return rounded(values, notation);
  }

  /** Returns equally spaced values from one to another. */
  public static Scan between(double low, double high, Sought sought) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i <= 2 * ACROSS; i++) {
      values.add(low + (high - low) * i / (2 * ACROSS));
    }
    if (sought.given() > low && sought.given() < high) {
      values.add(sought.given());
    }
    return rounded(values, sought.notation());
  }

  /** Returns the index of the first point that is not below what is given, or of the last. */
  int given(Sought sought) {
    int at = 0;
    while (at < points.size() - 1 && points.get(at).doubleValue() < sought.given()) {
      at++;
    }
    return at;
  }

  private static Scan rounded(List<Double> values, Notation notation) {
    TreeSet<BigDecimal> points = new TreeSet<>();
    for (double value : values) {
      BigDecimal point = notation.rounded(value);
      if (notation.allows(point.doubleValue())) {
        points.add(point);
      }
    }
    return new Scan(List.copyOf(points));
  }

  private static List<Double> dates(Horizon horizon) {
    double from = horizon.from().toEpochDay();
    double to = horizon.to().toEpochDay();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i <= ACROSS; i++) {
      values.add(from + (to - from) * i / ACROSS);
    }
    for (int years : YEARS_AROUND) {
      values.add(from - 365.25 * years);
    }
    values.add(to + 1);
    values.add(to + 3653);
    return values;
  }

  private static List<Double> days(double given) {
    List<Double> values = new ArrayList<>();
    for (int days : DAYS) {
      values.add((double) days);
      if (days > 0 && days < 366) {
        values.add(given + days);
        values.add(given - days);
      }
    }
    return values;
  }

  private static List<Double> counts() {
    List<Double> values = new ArrayList<>();
    for (int count : COUNTS) {
      values.add((double) count);
    }
    return values;
  }

  private static List<Double> numbers(Sought sought) {
    Notation notation = sought.notation();
    double low = Math.max(notation.low(), 0);
    boolean isBounded = notation.high() < 1e6 * Math.max(1, sought.given() - low);
    List<Double> values = new ArrayList<>();
    values.add(low);
    if (isBounded) {
      for (int i = 0; i <= ACROSS; i++) {
        values.add(low + (notation.high() - low) * i / ACROSS);
      }
    }
    double distance = sought.given() > low ? sought.given() - low : 1;
    for (int i = -8; i <= 8; i++) {
      values.add(low + distance * StrictMath.pow(10, i / 4.0));
    }
    for (int i : new int[] {3, 4, 6}) {
      values.add(low + distance * StrictMath.pow(10, i));
      values.add(low + distance * StrictMath.pow(10, -i));
    }
    return values;
  }
}
