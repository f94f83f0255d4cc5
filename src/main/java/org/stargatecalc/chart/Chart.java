package org.stargatecalc.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks on two axes.
 *
 * @param title what it shows
 * @param subtitle what it says, empty if nothing
 * @param description the same in words, for those who do not see it
 * @param x the axis from left to right
 * @param y the axis from bottom to top; of rows from top to bottom
 * @param marks in the order in which they are painted
 * @param notes what is to be known about it
 */
public record Chart(
    String title,
    String subtitle,
    String description,
    Axis x,
    Axis y,
    List<Mark> marks,
    List<String> notes) {
  /** Copies the lists. */
  public Chart {
    marks = List.copyOf(marks);
    notes = List.copyOf(notes);
  }

  /** Returns this chart with one more note. */
  public Chart withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Chart(title, subtitle, description, x, y, marks, more);
  }
}
