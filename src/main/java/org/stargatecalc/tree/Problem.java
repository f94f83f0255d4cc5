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
  /** Returns one line: place, path, found, expected and the suggestion. */
  public String message() {
    StringBuilder text = new StringBuilder(location.toString()).append(": ");
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
