package org.stargatecalc.render.table;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.render.CellText;
import org.stargatecalc.render.TextWrap;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;

/**
 * How a table gives way to a narrow terminal, without cutting a word of it.
 *
 * <p>In this order: columns of the lowest importance are left out, words among them shortened at a
 * space if 20 columns remain; words of the others wrap; columns that still do not fit move under
 * the row, indented. A word, such as an id or a number, is never cut; one that is wider than the
 * terminal stands out of it.
 */
final class TableLayout {
  private static final int LEAST_SHORTENED = 20;
  private static final int MOST_TITLE_LINES = 2;
  private static final String GAP = "  ";

  private final Block.Table table;
  private final boolean color;
  private final int[] widths;
  private final int[] least;
  private final List<List<String>> texts;
  private final List<List<Integer>> lines;

  /**
   * Lays a table out.
   *
   * @param width columns of the terminal
   */
  TableLayout(Block.Table table, int width, boolean color) {
    this.table = table;
    this.color = color;
    this.texts = CellText.ofColumns(table);
    int columns = table.columns().size();
    widths = new int[columns];
    least = new int[columns];
    for (int c = 0; c < columns; c++) {
      measure(c);
    }
    List<Integer> shown = important(width);
    wrap(shown, width);
    lines = lines(shown, width);
  }

  private void measure(int c) {
    Block.Column column = table.columns().get(c);
    int title = Math.max(TextWrap.columns(column.unit()), longestWord(column.title()));
    while (TextWrap.lines(column.title(), title).size() > MOST_TITLE_LINES) {
      title++;
    }
    widths[c] = title;
    least[c] = title;
    for (String cell : texts.get(c)) {
      widths[c] = Math.max(widths[c], TextWrap.columns(cell));
      least[c] = Math.max(least[c], column.right() ? TextWrap.columns(cell) : longestWord(cell));
    }
  }

  private static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split(" ")) {
      longest = Math.max(longest, TextWrap.columns(word));
    }
    return longest;
  }

  /** Leaves out columns of the lowest importance until the rest fits or is all important. */
  private List<Integer> important(int width) {
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      shown.add(c);
    }
    while (total(shown) > width) {
      int last = shown.get(0);
      for (int column : shown) {
        if (table.columns().get(column).priority() >= table.columns().get(last).priority()) {
          last = column;
        }
      }
      int priority = table.columns().get(last).priority();
      if (priority == 0) {
        break;
      }
      int room = width - total(shown) + widths[last];
      if (!table.columns().get(last).right() && room >= LEAST_SHORTENED) {
        widths[last] = room;
        break;
      }
      // Columns of one importance belong together, such as the quantiles of one metric.
      List<Integer> rest = new ArrayList<>();
      for (int column : shown) {
        if (table.columns().get(column).priority() != priority) {
          rest.add(column);
        }
      }
      shown = rest;
    }
    return shown;
  }

  /** Narrows the widest words, as far as none of them is cut. */
  private void wrap(List<Integer> shown, int width) {
    while (total(shown) > width) {
      int widest = -1;
      for (int column : shown) {
        if (widths[column] > least[column] && (widest < 0 || widths[column] >= widths[widest])) {
          widest = column;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  /** Which columns stand beside each other; those of a later line stand under the row. */
  private List<List<Integer>> lines(List<Integer> shown, int width) {
    List<List<Integer>> all = new ArrayList<>();
    List<Integer> line = new ArrayList<>();
    int used = 0;
    for (int column : shown) {
      int needed = GAP.length() + widths[column];
      if (!line.isEmpty() && used + needed > width) {
        all.add(line);
        line = new ArrayList<>();
        used = GAP.length();
      }
      line.add(column);
      used += needed;
    }
    all.add(line);
    return all;
  }

  private int total(List<Integer> shown) {
    int total = 0;
    for (int c : shown) {
      total += widths[c] + GAP.length();
    }
    return total;
  }

  /** Returns the lines of titles and units. */
  List<String> header() {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      header(lines.get(i), i == 0 ? "" : GAP, header);
    }
    return header;
  }

  private void header(List<Integer> line, String indent, List<String> header) {
    List<List<String>> titles = new ArrayList<>();
    int height = 0;
    boolean units = false;
    for (int c : line) {
      Block.Column column = table.columns().get(c);
      titles.add(TextWrap.lines(column.title(), widths[c]));
      height = Math.max(height, titles.get(titles.size() - 1).size());
      units |= !column.unit().isEmpty();
    }
    for (int h = 0; h < height; h++) {
      StringBuilder text = new StringBuilder(indent);
      for (int i = 0; i < line.size(); i++) {
        int skip = height - titles.get(i).size();
        String part = h < skip ? "" : titles.get(i).get(h - skip);
        text.append(GAP).append(pad(part, line.get(i)));
      }
      header.add(Ansi.bold(text.toString().stripTrailing(), color));
    }
    if (units) {
      StringBuilder text = new StringBuilder(indent);
      for (int c : line) {
        text.append(GAP).append(pad(table.columns().get(c).unit(), c));
      }
      header.add(Ansi.faint(text.toString().stripTrailing(), color));
    }
  }

  /** Returns the lines of a row. */
  List<String> row(int r) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      row(lines.get(i), r, i == 0 ? "" : GAP, row);
    }
    return row;
  }

  private void row(List<Integer> line, int r, String indent, List<String> row) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int c : line) {
      cells.add(cell(c, texts.get(c).get(r)));
      height = Math.max(height, cells.get(cells.size() - 1).size());
    }
    for (int h = 0; h < height; h++) {
      StringBuilder text = new StringBuilder(indent);
      for (int i = 0; i < line.size(); i++) {
        int c = line.get(i);
        String part = h < cells.get(i).size() ? cells.get(i).get(h) : "";
        text.append(GAP).append(toned(table.rows().get(r).get(c), pad(part, c)));
      }
      String words = text.toString().stripTrailing();
      if (indent.isEmpty() || !words.isEmpty()) {
        row.add(words);
      }
    }
  }

  private List<String> cell(int c, String text) {
    if (TextWrap.columns(text) <= widths[c] || table.columns().get(c).right()) {
      return List.of(text);
    }
    return table.columns().get(c).priority() == 0
        ? TextWrap.lines(text, widths[c])
        : List.of(shortened(text, widths[c]));
  }

  /** Leaves words away at the end, each as a whole. */
  private static String shortened(String text, int width) {
    StringBuilder shortened = new StringBuilder();
    for (String word : text.split(" ")) {
      if (TextWrap.columns(shortened.toString()) + TextWrap.columns(word) + 2 > width) {
        break;
      }
      shortened.append(word).append(' ');
    }
    return shortened.append('…').toString();
  }

  private String pad(String text, int c) {
    String space = " ".repeat(Math.max(0, widths[c] - TextWrap.columns(text)));
    return table.columns().get(c).right() ? space + text : text + space;
  }

  private String toned(Cell cell, String text) {
    return cell instanceof Cell.Words words ? Ansi.tone(text, words.tone(), color) : text;
  }
}
