package org.stargatecalc.analysis.sensitivity;

/** A number that depends on inputs. */
public interface Model {
  /**
   * Returns the number.
   *
   * @param inputs one value an input; not kept
   */
  double of(double[] inputs);
}
