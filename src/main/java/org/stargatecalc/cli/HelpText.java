package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.render.TextWrap;

/**
 * The lines of a help, broken at spaces alone: picocli breaks behind points and before brackets,
 * too, so that a path or a command could not be copied.
 */
final class HelpText {
  /** Columns. */
  private static final int WIDTH = 80;

  /** Columns of a line of an example that goes on, without the mark that says so. */
  private static final int EXAMPLE = WIDTH - " \\".length();

  /** What stands before a text that goes on below itself: a label and its gap, or an indent. */
  private static final Pattern LABEL =
      Pattern.compile("^(?:Usage: stargate-calc \\S+ | *(?:\\S+ )*?\\S+ {2,}| +)");

  /** A word of a shell with what is quoted in it, behind the option that takes it. */
  private static final Pattern WORD =
      Pattern.compile("(?:-\\S+ (?!-))?(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

  private HelpText() {}

  /** Returns a help whose longer lines go on in the next, below their text. */
  static String wrapped(String help) {
    StringBuilder text = new StringBuilder();
    for (String line : help.split("\n", -1)) {
      text.append(text.length() == 0 ? "" : "\n");
      if (TextWrap.columns(line) <= WIDTH) {
        text.append(line);
        continue;
      }
      Matcher label = LABEL.matcher(line);
      int at = label.find() ? label.end() : 0;
      int below = at == 0 || line.startsWith("Usage: ") ? at : at + 2;
      List<String> words = List.of(line.substring(at).split(" "));
      text.append(line, 0, at);
      List<String> lines = TextWrap.lines(words, WIDTH - at, WIDTH - below);
      text.append(String.join("\n" + " ".repeat(below), lines));
    }
    return text.toString();
  }

  /** Returns the lines of a command that a shell takes as one. */
  static List<String> example(String command) {
    String line = "  stargate-calc " + command;
    if (TextWrap.columns(line) <= WIDTH) {
      return List.of(line);
    }
    List<String> words = new ArrayList<>(List.of("stargate-calc"));
    WORD.matcher(command).results().forEach(word -> words.add(word.group()));
    List<String> lines = TextWrap.lines(words, EXAMPLE - 2, EXAMPLE - 6);
    return List.of(("  " + String.join(" \\\n      ", lines)).split("\n"));
  }
}
