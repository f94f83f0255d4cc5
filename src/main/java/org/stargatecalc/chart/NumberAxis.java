package org.stargatecalc.chart;

import org.stargatecalc.projection.MetricUnit;

/** Chooses where an axis of numbers begins and ends, and what its labels count. */
public final class NumberAxis {
  private static final int MOST_STEPS = 5;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private double least;
  private double most;

  /** Creates an axis from 0. */
  public NumberAxis() {
    this(0);
  }

  /** Creates an axis on which a number lies. */
  public NumberAxis(double first) {
    least = first;
    most = first;
  }

  /** Makes room for a number; NaN and what is infinite need none. */
  public NumberAxis with(double value) {
    if (Double.isFinite(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return this;
  }

  /** Returns the axis of a metric's values. */
  public Axis.Numbers of(String what, MetricUnit unit) {
    double largest = Math.max(Math.abs(least), Math.abs(most));
    return switch (unit) {
      case GPU, H100E -> counted(what, unit.symbol() + "s", largest);
      case GPU_HOUR, FLOPS, FLOP -> powers(what, unit.symbol(), largest);
      case GW, USD_BN ->
          largest > 0 && largest < 0.5
              ? axis(what + ", " + small(unit), 1e-3)
              : axis(what + ", " + unit.symbol(), 1);
      case TWH, USD_BN_PER_YEAR, USD_BN_PER_GW, USD_PER_GPU_HOUR, OOM, WORD ->
          axis(unit.symbol().isEmpty() ? what : what + ", " + unit.symbol(), 1);
    };
  }

  /** Returns a thousandth of a unit, in which small values are shown. */
  static String small(MetricUnit unit) {
    return unit == MetricUnit.GW ? "MW" : "USD million";
  }

  private Axis.Numbers counted(String what, String things, double largest) {
    String named = things.equals("H100es") ? "H100e" : things;
    if (largest >= 1e6) {
      return axis(what + ", million " + named, 1e6);
    }
    return largest >= 1e4 ? axis(what + ", thousand " + named, 1e3) : axis(what + ", " + named, 1);
  }

  private Axis.Numbers powers(String what, String unit, double largest) {
    int exponent = largest > 0 ? (int) Math.floor(StrictMath.log10(largest)) : 0;
    if (exponent < 4) {
      return axis(what + ", " + unit, 1);
    }
    StringBuilder power = new StringBuilder();
    for (char digit : Integer.toString(exponent).toCharArray()) {
      power.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return axis(what + ", 10" + power + " " + unit, StrictMath.pow(10, exponent));
  }

  /** Returns the axis with a title of its own. */
  public Axis.Numbers axis(String title, double per) {
    double range = (most - least) / per;
    if (!(range > 0)) {
      range = 1;
    }
    double step = step(range / MOST_STEPS);
    double first = Math.floor(least / per / step + 1e-9) * step;
    double last = Math.ceil(most / per / step - 1e-9) * step;
    if (last <= first) {
      last = first + step;
    }
    return new Axis.Numbers(title, per, first * per, last * per, step * per);
  }

  /** The least of 1, 2 and 5 times a power of ten that is not below a number above 0. */
  private static double step(double atLeast) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(atLeast)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= atLeast * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
