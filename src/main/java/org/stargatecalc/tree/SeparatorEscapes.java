package org.stargatecalc.tree;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/**
 * Two escapes of YAML that the scanner does not know: in a text in double quotes {@code \L} is the
 * line separator U+2028 and {@code \P} the paragraph separator U+2029.
 *
 * <p>A text that the scanner refuses for one is read again with the character itself in its place.
 */
final class SeparatorEscapes {
  /** Quoted texts of one file that may hold some: each costs a reading of the file. */
  static final int MOST_TEXTS = 20;

  private SeparatorEscapes() {}

  /**
   * Returns a YAML text in which one quoted text holds separators instead of their escapes.
   *
   * <p>Nothing else moves: what the characters are shorter than the escapes is filled with spaces
   * behind the closing quote, where they mean nothing.
   *
   * @param yaml what was read
   * @param syntax why it could not be
   * @return empty if it was refused for something else
   */
  static Optional<String> replaced(String yaml, JacksonException syntax) {
    if (!(syntax.getCause() instanceof MarkedYamlEngineException marked)
        || !String.valueOf(marked.getProblem()).matches("found unknown escape character [LP].*")) {
      return Optional.empty();
    }
    int letter =
        marked.getProblemMark().map(m -> yaml.offsetByCodePoints(0, m.getIndex())).orElseThrow();
    StringBuilder text = new StringBuilder(yaml.length()).append(yaml, 0, letter - 1);
    int at = letter - 1;
    int shorter = 0;
    while (at < yaml.length() && yaml.charAt(at) != '"') {
      char c = yaml.charAt(at);
      char escaped = c == '\\' && at + 1 < yaml.length() ? yaml.charAt(at + 1) : 0;
      if (escaped == 'L' || escaped == 'P') {
        text.append(escaped == 'L' ? '\u2028' : '\u2029');
        shorter++;
      } else {
        text.append(c).append(escaped == 0 ? "" : escaped);
      }
      at += escaped == 0 ? 1 : 2;
    }
    if (at < yaml.length()) {
      text.append('"').append(" ".repeat(shorter)).append(yaml, at + 1, yaml.length());
    }
    return Optional.of(text.toString());
  }
}
