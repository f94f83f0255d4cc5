package org.stargatecalc.render;

/**
 * What a user may choose about a format.
 *
 * @param width columns of a terminal, at least 40
 * @param color whether escape codes for colour may be written
 * @param precision significant digits of numbers in csv and tsv, 1 to 17
 * @param excel whether csv begins with a byte order mark and ends lines with CR LF
 * @param header whether csv and tsv begin with the names of the columns
 */
public record RenderOptions(
    int width, boolean color, int precision, boolean excel, boolean header) {
  /** Plain output of 80 columns. */
  public static final RenderOptions PLAIN = new RenderOptions(80, false, 6, false);

  /** Creates options of output with a header. */
  public RenderOptions(int width, boolean color, int precision, boolean excel) {
    this(width, color, precision, excel, true);
  }

  /** Checks the ranges. */
  public RenderOptions {
    if (width < 40) {
      throw new IllegalArgumentException("width " + width + " must be >= 40");
    }
    if (precision < 1 || precision > 17) {
      throw new IllegalArgumentException("precision " + precision + " must be from 1 to 17");
    }
  }
}
