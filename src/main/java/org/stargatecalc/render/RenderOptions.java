package org.stargatecalc.render;

import java.util.Optional;

/**
 * What a user may choose about a format, and what a page says about its making.
 *
 * @param width columns of a terminal, at least 40
 * @param color whether escape codes for colour may be written
 * @param precision significant digits of numbers in csv and tsv, 1 to 17
 * @param excel whether csv begins with a byte order mark and ends lines with CR LF
 * @param header whether csv and tsv begin with the names of the columns
 * @param chart the name of the picture that svg is; empty for the first that has anything to show
 * @param made the program with its version and the command; empty for none
 */
public record RenderOptions(
    int width,
    boolean color,
    int precision,
    boolean excel,
    boolean header,
    Optional<String> chart,
    Optional<Made> made) {
  /** Plain output of 80 columns. */
  public static final RenderOptions PLAIN = new RenderOptions(80, false, 6, false);

  /**
   * By what an output was made.
   *
   * @param name the program's name
   * @param version the program's version
   * @param home address of the project
   * @param command the command line as it was typed
   */
  public record Made(String name, String version, String home, String command) {
    /** Returns the program's name and version. */
    public String program() {
      return name + " " + version;
    }
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

  /** Creates options that say nothing of pictures and pages. */
  public RenderOptions(int width, boolean color, int precision, boolean excel) {
    this(width, color, precision, excel, true, Optional.empty(), Optional.empty());
  }
}
