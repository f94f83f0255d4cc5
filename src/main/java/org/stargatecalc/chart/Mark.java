package org.stargatecalc.chart;

import java.util.List;

/**
 * Something drawn, in the units of the axes.
 *
 * <p>Marks of one label and tint are one entry of the legend; an empty label has none. A tint is a
 * place in a palette of {@value #TINTS}, followed by {@value #SHADES} shades from light to dark and
 * {@link #APART}, a colour that is none of them; or {@link #GREY}.
 */
public sealed interface Mark {
  /** How many colours there are beside grey. */
  int TINTS = 6;

  /** How many shades there are. */
  int SHADES = 8;

  /** A colour beside the shades, for what is not less or more but something else. */
  int APART = TINTS + SHADES;

  /** The colour of what is left over. */
  int GREY = -1;

  /** Returns the tint of a shade, from 0. */
  static int shade(int place) {
    return TINTS + place;
  }

  /** Returns what the legend calls it, empty for no entry. */
  String label();

  /** A place. */
  record Point(double x, double y) {}

  /** From one height to another at a place. */
  record Span(double x, double low, double high) {}

  /** How a line is drawn. */
  enum Stroke {
    /** Through. */
    SOLID,
    /** With gaps. */
    DASHED,
    /** Of dots. */
    DOTTED
  }

  /** What a point looks like. */
  enum Shape {
    /** A disc. */
    DISC,
    /** A ring. */
    RING,
    /** A diamond. */
    DIAMOND
  }

  /**
   * What lies between two heights.
   *
   * @param faint whether other things are seen through it
   */
  record Area(String label, int tint, boolean faint, List<Span> spans) implements Mark {
    /** Copies the spans. */
    public Area {
      spans = List.copyOf(spans);
    }
  }

  /** A line; a point that is not a number parts it. */
  record Line(String label, int tint, Stroke stroke, List<Point> points) implements Mark {
    /** Copies the points. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /** Single points. */
  record Dots(String label, int tint, Shape shape, List<Point> points) implements Mark {
    /** Copies the points. */
    public Dots {
      points = List.copyOf(points);
    }
  }

  /** A rectangle between two corners. */
  record Box(String label, int tint, boolean faint, Point from, Point to) implements Mark {}

  /**
   * Cells of a map between two axes of columns.
   *
   * @param tint a shade, {@link #APART} or {@link #GREY}
   * @param cells the corner of each, which goes from there to one more on both axes
   */
  record Cells(String label, int tint, List<Point> cells) implements Mark {
    /** Copies the cells. */
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /** A text in the middle of a cell of a tint, left out where it has no room. */
  record Word(int tint, Point cell, String text) implements Mark {
    @Override
    public String label() {
      return "";
    }
  }

  /**
   * Borders between cells.
   *
   * @param borders each of two points
   */
  record Edge(String label, List<List<Point>> borders) implements Mark {
    /** Copies the borders. */
    public Edge {
      borders = List.copyOf(borders);
    }
  }

  /** A line with caps at both ends: a range. */
  record Range(String label, Point from, Point to) implements Mark {}

  /**
   * A line across the whole chart, whose label stands beside it and not in the legend.
   *
   * @param text what stands beside it
   * @param upright whether it stands at a place of the x axis, and does not lie at one of y
   * @param at that place
   */
  record Rule(String text, boolean upright, Stroke stroke, double at) implements Mark {
    @Override
    public String label() {
      return "";
    }
  }
}
