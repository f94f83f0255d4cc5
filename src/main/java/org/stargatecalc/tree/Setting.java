package org.stargatecalc.tree;

/**
 * One parameter given another value from outside: PATH=VALUE.
 *
 * @param option who says so, such as {@code --set}
 * @param text PATH=VALUE; in the path {@code *} stands for every id and {@code **} for every place
 */
public record Setting(String option, String text) {
  /** The option by which users set a parameter. */
  public static final String SET = "--set";

  /** Returns the setting that {@code --set PATH=VALUE} is. */
  public static Setting of(String text) {
    return new Setting(SET, text);
  }

  /** Returns the path, empty if there is none. */
  public String path() {
    int equals = text.indexOf('=');
    return equals <= 0 ? "" : text.substring(0, equals).strip();
  }

  /** Returns what stands behind the first equals sign. */
  public String value() {
    return text.substring(text.indexOf('=') + 1);
  }

  /** Returns the place that messages name. */
  public Location location() {
    return Location.option(option + " " + text);
  }
}
