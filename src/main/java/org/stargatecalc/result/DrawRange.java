package org.stargatecalc.result;

/**
 * Draws that follow one another, by their numbers.
 *
 * @param first the first, at least 0
 * @param last the last, not before the first
 */
public record DrawRange(int first, int last) {
  /** Checks the order. */
  public DrawRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "first draw " + first + " must be >= 0 and <= the last draw " + last);
    }
  }

  /**
   * Returns one of several nearly equal parts of a run; together they are the whole run.
   *
   * @param part which one, from 1
   * @param parts how many there are, at most as many as draws
   * @param draws of the whole run
   */
  public static DrawRange part(int part, int parts, int draws) {
    if (part < 1 || part > parts || parts > draws) {
      throw new IllegalArgumentException(
          "part " + part + " of " + parts + " must be from 1 to that, of " + draws + " draws");
    }
    return new DrawRange(
        (int) ((long) draws * (part - 1) / parts), (int) ((long) draws * part / parts) - 1);
  }

  /** Returns how many draws these are. */
  public int size() {
    return last - first + 1;
  }
}
