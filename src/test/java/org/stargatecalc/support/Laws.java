package org.stargatecalc.support;

/** On how many scenarios a law is tried. */
public final class Laws {
  private static final int TIMES = Integer.getInteger("laws.times", 1);

  private Laws() {}

  /** Returns as many as are usual, or that many times more by {@code -Dlaws.times=10}. */
  public static int cases(int usual) {
    return usual * TIMES;
  }
}
