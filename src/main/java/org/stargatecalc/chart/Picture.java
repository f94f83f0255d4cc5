package org.stargatecalc.chart;

import java.util.List;

/**
 * A picture that one asks for by its name.
 *
 * @param name a word, the same for every scenario
 * @param title what it shows
 * @param charts from top to bottom
 * @param instead what is said where there is nothing to draw
 */
public record Picture(String name, String title, List<Chart> charts, String instead) {
  /** Copies the charts. */
  public Picture {
    charts = List.copyOf(charts);
  }

  /** Creates a picture that has something to draw. */
  public Picture(String name, String title, List<Chart> charts) {
    this(name, title, charts, "There is nothing to draw.");
  }
}
