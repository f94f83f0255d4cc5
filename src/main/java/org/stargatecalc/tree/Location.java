package org.stargatecalc.tree;

/**
 * A place in a file or on the command line.
 *
 * @param file the file as the user named it, or the option that holds the text
 * @param line 1-based, 0 for text that is not in a file
 * @param column 1-based, 0 for text that is not in a file
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
  /** Returns a place on the command line. */
  static Location option(String option) {
    return new Location(option, 0, 0);
  }

  /** Returns whether the text stands on the command line. */
  public boolean isOption() {
    return line == 0;
  }

  /** Returns whether the text stands on the command line and is for several places. */
  boolean isOfPattern() {
    return isOption() && file.startsWith("--") && PathPattern.isPattern(file);
  }

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    int byLine = Integer.compare(line, other.line);
    return byFile != 0 ? byFile : byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** Returns {@code file:line:col}, or the option alone. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
