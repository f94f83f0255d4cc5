package org.stargatecalc.quantity;

/** How many of a unit the larger one of a prefix is. */
public final class Scale {
  /** As in kW. */
  public static final double KILO = 1e3;

  /** As in MW, and a million dollars. */
  public static final double MEGA = 1e6;

  /** As in GW, and a billion dollars. */
  public static final double GIGA = 1e9;

  /** As in TFLOP/s. */
  public static final double TERA = 1e12;

  /** As in PFLOP/s. */
  public static final double PETA = 1e15;

  /** How many percent are one. */
  public static final double PERCENT = 100;

  private Scale() {}
}
