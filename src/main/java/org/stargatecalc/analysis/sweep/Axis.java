package org.stargatecalc.analysis.sweep;

import org.stargatecalc.quantity.InvalidTextException;

/**
 * A parameter that is varied.
 *
 * @param path where it stands in the scenario, as {@code --set} takes it
 * @param values what it goes through
 */
public record Axis(String path, Values values) {
  /**
   * Reads PATH=VALUES.
   *
   * @throws InvalidTextException if it has another form
   */
  public static Axis of(String text) throws InvalidTextException {
    int equals = text.indexOf('=');
    if (equals <= 0 || text.substring(0, equals).isBlank()) {
      throw new InvalidTextException(
          "'" + text + "'", "PATH=VALUES, such as pue=1.1,1.2 or pue=1.1..1.5 by 0.1");
    }
    return new Axis(
        text.substring(0, equals).strip(), ValuesReader.read(text.substring(equals + 1)));
  }
}
