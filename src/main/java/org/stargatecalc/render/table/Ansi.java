package org.stargatecalc.render.table;

import org.stargatecalc.report.Cell;

/** Escape codes for colour and weight; nothing is added where colour is off. */
final class Ansi {
  private static final String RESET = "\u001b[0m";

  private Ansi() {}

  static String bold(String text, boolean color) {
    return wrap("\u001b[1m", text, color);
  }

  static String faint(String text, boolean color) {
    return wrap("\u001b[2m", text, color);
  }

  static String tone(String text, Cell.Tone tone, boolean color) {
    return switch (tone) {
      case PLAIN -> text;
      case GOOD -> wrap("\u001b[32m", text, color);
      case FAIR -> wrap("\u001b[33m", text, color);
      case BAD -> wrap("\u001b[31m", text, color);
    };
  }

  private static String wrap(String code, String text, boolean color) {
    return color && !text.isEmpty() ? code + text + RESET : text;
  }
}
