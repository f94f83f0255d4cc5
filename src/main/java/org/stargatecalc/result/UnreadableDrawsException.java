package org.stargatecalc.result;

/** A record of draws that cannot be read; the message says which and why, in the user's words. */
public final class UnreadableDrawsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with a line for the user. */
  public UnreadableDrawsException(String message) {
    super(message);
  }
}
