package org.stargatecalc.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.stargatecalc.provenance.Provenance;

/**
 * A simple path of the largest system's power that projections are held against.
 *
 * @param id its id
 * @param title what it is, in a few words
 * @param knots dated power, by date, at least one
 * @param growthPerYear factor by which it grows in a year; empty where the knots alone say
 */
public record BaselinePath(
    String id, String title, List<Knot> knots, OptionalDouble growthPerYear) {
  /** Copies the knots and checks that there is one. */
  public BaselinePath {
    knots = List.copyOf(knots);
    if (knots.isEmpty()) {
      throw new IllegalArgumentException("baseline " + id + " needs knots");
    }
  }

  /**
   * A point of the path.
   *
   * @param date the day at whose end the power stands
   * @param powerMw MW, above 0
   * @param provenance who says so
   */
  public record Knot(LocalDate date, double powerMw, Provenance provenance) {
    /** Checks the power. */
    public Knot {
      if (!(powerMw > 0)) {
        throw new IllegalArgumentException("power " + powerMw + " MW must be > 0");
      }
    }
  }
}
