package org.stargatecalc.render.svg;

/** Measures that all charts share, in the unit of the viewBox; a text of 12 is a usual one. */
final class Page {
  /** How wide a chart is: narrow, so that its text is still read at 390 pixels. */
  static final double WIDTH = 420;

  /** What is left free at the edges. */
  static final double PAD = 10;

  /** What is left free beside a plot, so that labels of ticks at its ends fit. */
  static final double MARGIN = 20;

  static final double FONT = 12;
  static final double LINE = 16;
  static final double TITLE_FONT = 15;
  static final double TITLE_LINE = 19;
  static final double PLOT = 190;

  /** How high the cells of a map are together, unless they are few. */
  static final double MAP = 280;

  /** How high a cell is at most that holds one line. */
  static final double CELL = 28;

  /** How wide the labels beside a map are at most. */
  static final double BESIDE = 120;

  /** How high the marks of a row are. */
  static final double BAR = 13;

  /** How wide the swatch of a legend is. */
  static final double SWATCH = 18;

  private Page() {}
}
