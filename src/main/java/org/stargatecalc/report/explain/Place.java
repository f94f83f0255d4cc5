package org.stargatecalc.report.explain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where something was written.
 *
 * @param file as the user named it, or the option of the command line
 * @param line 1-based, 0 on the command line
 */
public record Place(String file, int line) {
  /** Finds places. */
  public interface Finder {
    /** Returns where the value of a dotted path was written, empty if it was not. */
    Optional<Place> of(String path);
  }

  OptionalLong lineNumber() {
    return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
