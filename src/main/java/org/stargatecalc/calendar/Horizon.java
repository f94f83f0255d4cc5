package org.stargatecalc.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The time that a projection covers.
 *
 * @param from its first day
 * @param to its last day, included
 */
public record Horizon(LocalDate from, LocalDate to) {
  /** Checks that the horizon does not end before it starts. */
  public Horizon {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("horizon.to " + to + " is before horizon.from " + from);
    }
  }

  /** Returns the instant at which the first day begins. */
  public double start() {
    return from.toEpochDay();
  }

  /** Returns the instant at which the last day ends. */
  public double end() {
    return to.toEpochDay() + 1;
  }

  /** Returns whether an instant lies in the horizon, its ends included. */
  public boolean contains(double instant) {
    return instant >= start() && instant <= end();
  }

  /** Returns the instants of the month starts strictly inside the horizon. */
  public double[] monthStarts() {
    double[] starts = new double[12 * (to.getYear() - from.getYear() + 1)];
    int count = 0;
    for (LocalDate d = from.withDayOfMonth(1); !d.isAfter(to); d = d.plusMonths(1)) {
      if (d.isAfter(from)) {
        starts[count++] = d.toEpochDay();
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Returns the instants of the month starts after one instant and before another. */
  public static double[] monthStarts(double after, double before) {
    LocalDate month = LocalDate.ofEpochDay((long) StrictMath.floor(after)).withDayOfMonth(1);
    double[] starts = new double[2 + (int) ((before - after) / 28)];
    int count = 0;
    for (; month.toEpochDay() < before; month = month.plusMonths(1)) {
      if (month.toEpochDay() > after) {
        starts[count++] = month.toEpochDay();
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Returns the last days of the periods of the horizon; the last one may be cut short. */
  public List<LocalDate> periodEnds(Period period) {
    List<LocalDate> ends = new ArrayList<>();
    LocalDate end = period.endOfPeriod(from);
    while (end.isBefore(to)) {
      ends.add(end);
      end = period.endOfPeriod(end.plusDays(1));
    }
    ends.add(to);
    return ends;
  }
}
