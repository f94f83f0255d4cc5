package org.stargatecalc.tree;

/**
 * Something wrong with a scenario, said so that it can be mended.
 *
 * @param location where
 * @param path the dotted path, empty for a problem of the whole file
 * @param found what stands there
 * @param expected what is allowed
 * @param suggestion the nearest known word, empty if none is near
 */
public record Problem(
    Location location, String path, String found, String expected, String suggestion) {
  /** How a problem begins whose suggestion is a key. */
  static final String UNKNOWN_KEY = "found the unknown key ";

  /** Returns the beginning of a text that may be too long to be told whole. */
  public static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** Returns the first line of a text in quotes, cut where it is long. */
  public static String quoted(String text) {
    return "'" + shown(text.lines().findFirst().orElse("")) + "'";
  }

  /**
   * Returns the problem without the words of the file, for one that the user did not name and that
   * may be anything; only a key near a known one is shown.
   */
  Problem withoutQuotes() {
    if (path.equals("extends")) {
      return found.indexOf('\'') < 0
          ? this
          : new Problem(location, path, "found a name", expected, "");
    }
    return suggestion.isEmpty() || !found.startsWith(UNKNOWN_KEY)
        ? new Problem(
            location,
            // A key of the top was asked for; below it stand ids.
            path.matches("[a-z0-9_]*") ? path : "",
            "found what no scenario has here",
            "a scenario: 'validate " + location.file() + "' says more",
            "")
        : new Problem(location, "", found, expected, suggestion);
  }

  /** Returns one line: place, path, found, expected and the suggestion. */
  public String message() {
    return location + ": " + text();
  }

  /** Returns one line: path, found, expected and the suggestion. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    text.append(found);
    if (!expected.isEmpty()) {
      text.append("; expected ").append(expected);
    }
    if (!suggestion.isEmpty()) {
      text.append(" (did you mean ").append(suggestion).append("?)");
    }
    return text.toString();
  }
}
