package org.stargatecalc.render.svg;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.render.Decimals;

/** Where an axis has labels. */
final class Ticks {
  private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
  private static final double GAP = 10;
  private static final int DIGITS = 6;

  /** So many columns have all their labels, in lines if need be. */
  private static final int MOST_BROKEN = 8;

  /** A label at a value of an axis, in one or more lines. */
  record Tick(double at, List<String> lines) {
    Tick(double at, String label) {
      this(at, List.of(label));
    }

    /** Returns how wide it is. */
    double width() {
      return lines.stream().mapToDouble(line -> TextWidth.of(line)).max().orElse(0);
    }
  }

  private Ticks() {}

  /** Returns the labels of an axis that is so long on the page; those of rows stand above them. */
  static List<Tick> of(Axis axis, double length) {
    if (axis instanceof Axis.Days days) {
      return days(days, length);
    }
    if (axis instanceof Axis.Numbers numbers) {
      return numbers(numbers);
    }
    return axis instanceof Axis.Columns columns ? columns(columns, length) : List.of();
  }

  private static List<Tick> numbers(Axis.Numbers axis) {
    List<Tick> ticks = new ArrayList<>();
    long first = Math.round(axis.least() / axis.step());
    long last = Math.round(axis.most() / axis.step());
    double step = axis.step() / axis.per();
    for (long i = first; i <= last; i++) {
      ticks.add(new Tick(i * axis.step(), Decimals.significant(i * step, DIGITS)));
    }
    return ticks;
  }

  /**
   * All labels, broken into lines where columns are few and narrow; else as many as there is room.
   */
  private static List<Tick> columns(Axis.Columns axis, double length) {
    int size = axis.labels().size();
    double widest = 0;
    for (String label : axis.labels()) {
      widest = Math.max(widest, TextWidth.of(label));
    }
    int every = (int) Math.ceil((widest + GAP) * size / length);
    boolean breaks = every > 1 && size <= MOST_BROKEN;
    double limit = breaks ? length / size - GAP : widest + 1;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < size; i += breaks ? 1 : Math.max(1, every)) {
      List<String> lines = TextWidth.lines(axis.labels().get(i), Page.FONT, false, limit);
      ticks.add(new Tick(i + 0.5, lines));
    }
    return ticks;
  }

  /**
   * Returns the labels of columns above each other.
   *
   * @param cell how high one is
   */
  static List<Tick> beside(Axis.Columns axis, double cell) {
    int every = (int) Math.ceil(lines(axis) * Page.LINE / cell);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < axis.labels().size(); i += every) {
      ticks.add(new Tick(i + 0.5, besideLines(axis.labels().get(i))));
    }
    return ticks;
  }

  /** Returns how high a column of columns above each other is. */
  static double cell(Axis.Columns axis) {
    int size = axis.labels().size();
    double cell = Math.min(Page.CELL, Page.MAP / size);
    return size > MOST_BROKEN ? cell : Math.max(cell, lines(axis) * Page.LINE + 2);
  }

  private static int lines(Axis.Columns axis) {
    return axis.labels().stream().mapToInt(label -> besideLines(label).size()).max().orElse(1);
  }

  private static List<String> besideLines(String label) {
    return TextWidth.lines(label, Page.FONT, false, Page.BESIDE);
  }

  /** The first days of years, or of months where years are far apart. */
  private static List<Tick> days(Axis.Days axis, double length) {
    double perMonth = length / ((axis.to() - axis.from()) / 365.25 * 12);
    for (int months : MONTHS) {
      double label = TextWidth.of(months < 12 ? "0000-00" : "0000");
      if (months * perMonth * 0.9 >= label + GAP) {
        return days(axis, months);
      }
    }
    return List.of();
  }

  private static List<Tick> days(Axis.Days axis, int months) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate day = LocalDate.ofEpochDay((long) StrictMath.ceil(axis.from())).withDayOfMonth(1);
    for (; day.toEpochDay() <= axis.to(); day = day.plusMonths(1)) {
      int count = day.getYear() * 12 + day.getMonthValue() - 1;
      if (day.toEpochDay() >= axis.from() && count % months == 0) {
        String text = day.toString();
        ticks.add(
            new Tick(day.toEpochDay(), text.substring(0, text.length() - (months < 12 ? 3 : 6))));
      }
    }
    return ticks;
  }
}
