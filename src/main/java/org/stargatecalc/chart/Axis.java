package org.stargatecalc.chart;

import java.util.List;

/** One direction of a chart. */
public sealed interface Axis {
  /**
   * Time, as instants: days since 1970-01-01.
   *
   * @param title of what it is the time, empty for that of the projection
   * @param from first instant
   * @param to last instant, after the first
   */
  record Days(String title, double from, double to) implements Axis {
    /** Creates the axis of the time of a projection. */
    public Days(double from, double to) {
      this("", from, to);
    }

    /** Checks the order. */
    public Days {
      if (!(from < to)) {
        throw new IllegalArgumentException("from " + from + " must be < to " + to);
      }
    }

    /** Returns whether an instant lies on the axis. */
    public boolean contains(double instant) {
      return instant >= from && instant <= to;
    }
  }

  /**
   * Numbers.
   *
   * @param title what they are, with the unit of the labels
   * @param per what a label counts, in the unit of the marks: 1000 where marks are GPUs and labels
   *     thousands
   * @param least the first number, in the unit of the marks
   * @param most the last number
   * @param step from one label to the next
   */
  record Numbers(String title, double per, double least, double most, double step) implements Axis {
    /** Checks the order. */
    public Numbers {
      if (!(least < most) || !(step > 0) || !(per > 0)) {
        throw new IllegalArgumentException(
            "an axis from " + least + " to " + most + " by " + step + " per " + per);
      }
    }
  }

  /**
   * Things beside each other, or on the other axis above each other: the one at place i lies from i
   * to i + 1.
   *
   * @param title what they are, empty where that is plain
   * @param labels what each is
   */
  record Columns(String title, List<String> labels) implements Axis {
    /** Copies the labels. */
    public Columns {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Things below each other: the one at place i lies from i to i + 1.
   *
   * @param labels what each is
   */
  record Rows(List<String> labels) implements Axis {
    /** Copies the labels. */
    public Rows {
      labels = List.copyOf(labels);
    }
  }
}
