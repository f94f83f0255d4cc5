package org.stargatecalc.render.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.render.CellText;
import org.stargatecalc.render.TextWrap;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/** Trees as lines of text, with guides from each thing to what it is made of. */
final class TreeLines {
  private static final int NARROWEST = 24;

  private TreeLines() {}

  /** Takes a line. */
  interface Target {
    /** Adds a line. */
    void add(String line) throws IOException;
  }

  /** Adds a branch with all below it. */
  static void add(Block.Branch branch, int width, boolean color, Target target) throws IOException {
    add(branch, "", "", width, color, target);
  }

  private static void add(
      Block.Branch branch, String first, String guide, int width, boolean color, Target target)
      throws IOException {
    List<Block.Branch> below = branch.open() ? branch.branches() : List.of();
    String inner = guide + (below.isEmpty() ? "   " : "│  ");
    int room = Math.max(NARROWEST, width - inner.length());
    String lead = first;
    for (String line : TextWrap.lines(words(branch.head()), room)) {
      target.add(Ansi.faint(lead, color && !lead.isEmpty()) + Ansi.bold(line, color));
      lead = inner;
    }
    for (List<Cell> cells : branch.lines()) {
      lead = inner;
      for (String line : TextWrap.lines(words(cells), room - 2)) {
        target.add(Ansi.faint(lead, color) + line);
        lead = inner + "  ";
      }
    }
    for (int i = 0; i < below.size(); i++) {
      boolean last = i == below.size() - 1;
      String to = guide + (last ? "└─ " : "├─ ");
      add(below.get(i), to, guide + (last ? "   " : "│  "), width, color, target);
    }
  }

  private static String words(List<Cell> cells) {
    List<String> words = new ArrayList<>();
    for (Cell cell : cells) {
      String text = CellText.of(cell);
      if (!text.isEmpty()) {
        words.add(text);
      }
    }
    return String.join(" ", words);
  }
}
