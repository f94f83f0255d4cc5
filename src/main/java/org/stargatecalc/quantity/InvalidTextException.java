package org.stargatecalc.quantity;

/** Text that is not what its place asks for, with both sides of the disagreement. */
public final class InvalidTextException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  /**
   * Creates the disagreement.
   *
   * @param found what stands in the text
   * @param expected what would be right, with an example
   */
  public InvalidTextException(String found, String expected) {
    super(found + "; expected " + expected);
    this.found = found;
    this.expected = expected;
  }

  /** Returns what was found. */
  public String found() {
    return found;
  }

  /** Returns what was expected. */
  public String expected() {
    return expected;
  }
}
