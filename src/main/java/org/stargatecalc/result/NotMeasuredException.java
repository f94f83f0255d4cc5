package org.stargatecalc.result;

/** A number that a result does not hold; the message says why, in the user's words. */
public final class NotMeasuredException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates it from the reason. */
  public NotMeasuredException(String reason) {
    super(reason);
  }
}
