package org.stargatecalc.render.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stargatecalc.render.CellText;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.render.TextWrap;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;

/** Writes the report's blocks as aligned text; columns that do not fit are left out or cut. */
public final class TableRenderer implements Renderer {
  private static final int WIDEST_TEXT = 100;
  private static final String GAP = "  ";

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    Lines text = new Lines(out);
    for (Block block : report.blocks()) {
      if (block instanceof Block.Heading heading) {
        heading(heading, options, text);
      } else if (block instanceof Block.Paragraph paragraph) {
        for (String line : TextWrap.lines(Printable.of(paragraph.text()), textWidth(options))) {
          text.add(line);
        }
      } else if (block instanceof Block.Facts facts) {
        facts(facts, options, text);
      } else if (block instanceof Block.Table table) {
        table(table, options, text);
      } else if (block instanceof Block.Remarks remarks) {
        remarks(remarks, options, text);
      }
    }
  }

  /** Lines on their way out, each encoded by itself: those of ASCII alone need only be copied. */
  private static final class Lines {
    private final OutputStream out;
    private boolean isEmpty = true;

    Lines(OutputStream out) {
      this.out = out;
    }

    void add(String line) throws IOException {
      out.write(Printable.withoutCommand(line.stripTrailing()).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
      isEmpty = false;
    }
  }

  private static int textWidth(RenderOptions options) {
    return Math.min(options.width(), WIDEST_TEXT);
  }

  private static void heading(Block.Heading heading, RenderOptions options, Lines text)
      throws IOException {
    if (!text.isEmpty) {
      text.add("");
    }
    String words = Printable.of(heading.text());
    if (heading.level() == 2) {
      words = words.toUpperCase(Locale.ROOT);
    }
    for (String line : TextWrap.lines(words, textWidth(options))) {
      text.add(Ansi.bold(line, options.color()));
    }
    if (heading.level() == 1) {
      int length = Math.min(textWidth(options), TextWrap.columns(words));
      text.add("═".repeat(length));
    } else if (heading.level() == 2) {
      text.add("─".repeat(TextWrap.columns(words)));
    }
  }

  private static void facts(Block.Facts facts, RenderOptions options, Lines text)
      throws IOException {
    int labels = 0;
    for (Block.Fact fact : facts.facts()) {
      labels = Math.max(labels, Printable.of(fact.label()).length());
    }
    for (Block.Fact fact : facts.facts()) {
      StringBuilder cells = new StringBuilder();
      for (Cell cell : fact.cells()) {
        String word = toned(cell, CellText.of(cell), options);
        cells.append(cells.isEmpty() || word.isEmpty() ? "" : " ").append(word);
      }
      String words = cells.toString();
      String label = GAP + pad(Printable.of(fact.label()), labels, false) + GAP;
      List<String> lines = TextWrap.lines(words, Math.max(20, textWidth(options) - label.length()));
      for (String line : lines) {
        text.add(label + line);
        label = " ".repeat(label.length());
      }
    }
  }

  private static void remarks(Block.Remarks remarks, RenderOptions options, Lines text)
      throws IOException {
    for (String item : remarks.items()) {
      String mark = "- ";
      for (String line : TextWrap.lines(Printable.of(item), textWidth(options) - 2)) {
        text.add(mark + line);
        mark = "  ";
      }
    }
  }

  private static void table(Block.Table table, RenderOptions options, Lines text)
      throws IOException {
    int columns = table.columns().size();
    int[] widths = new int[columns];
    List<List<String>> texts = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      List<Cell> cells = new ArrayList<>(table.rows().size());
      for (List<Cell> row : table.rows()) {
        cells.add(row.get(c));
      }
      texts.add(CellText.ofColumn(cells));
      Block.Column column = table.columns().get(c);
      widths[c] = column.unit().length();
      for (String word : column.title().split(" ")) {
        widths[c] = Math.max(widths[c], word.length());
      }
      for (String cell : texts.get(c)) {
        widths[c] = Math.max(widths[c], TextWrap.columns(cell));
      }
    }
    List<Integer> shown = fit(table, widths, options.width());
    header(table, widths, shown, options, text);
    for (int r = 0; r < table.rows().size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int c : shown) {
        String cell = cut(texts.get(c).get(r), widths[c]);
        boolean right = table.columns().get(c).right();
        String padded = pad(cell, widths[c], right);
        line.append(GAP).append(toned(table.rows().get(r).get(c), padded, options));
      }
      text.add(line.toString());
    }
  }

  /** Leaves out columns of the lowest importance until the rest fits, then cuts the widest. */
  private static List<Integer> fit(Block.Table table, int[] widths, int width) {
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      shown.add(c);
    }
    while (total(widths, shown) > width) {
      int least = shown.get(0);
      for (int column : shown) {
        if (table.columns().get(column).priority() >= table.columns().get(least).priority()) {
          least = column;
        }
      }
      if (table.columns().get(least).priority() == 0) {
        break;
      }
      int others = total(widths, shown) - widths[least];
      boolean words = !table.columns().get(least).right();
      if (words && width - others >= 20) {
        widths[least] = width - others;
      } else {
        // Columns of one importance belong together, such as the quantiles of one metric.
        int priority = table.columns().get(least).priority();
        List<Integer> left = new ArrayList<>();
        for (int column : shown) {
          if (table.columns().get(column).priority() != priority) {
            left.add(column);
          }
        }
        shown = left;
      }
    }
    while (total(widths, shown) > width) {
      int widest = -1;
      for (int column : shown) {
        boolean words = !table.columns().get(column).right();
        if (words && (widest < 0 || widths[column] >= widths[widest])) {
          widest = column;
        }
      }
      if (widest < 0 || widths[widest] <= 12) {
        break;
      }
      widths[widest]--;
    }
    return shown;
  }

  private static int total(int[] widths, List<Integer> shown) {
    int total = 0;
    for (int c : shown) {
      total += widths[c] + GAP.length();
    }
    return total;
  }

  private static void header(
      Block.Table table, int[] widths, List<Integer> shown, RenderOptions options, Lines text)
      throws IOException {
    List<List<String>> titles = new ArrayList<>();
    int height = 0;
    boolean units = false;
    for (int c : shown) {
      Block.Column column = table.columns().get(c);
      List<String> lines = TextWrap.lines(column.title(), widths[c]);
      titles.add(lines);
      height = Math.max(height, lines.size());
      units |= !column.unit().isEmpty();
    }
    for (int h = 0; h < height; h++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < shown.size(); i++) {
        int skip = height - titles.get(i).size();
        String part = h < skip ? "" : titles.get(i).get(h - skip);
        int c = shown.get(i);
        line.append(GAP)
            .append(pad(cut(part, widths[c]), widths[c], table.columns().get(c).right()));
      }
      text.add(Ansi.bold(line.toString().stripTrailing(), options.color()));
    }
    if (units) {
      StringBuilder line = new StringBuilder();
      for (int c : shown) {
        Block.Column column = table.columns().get(c);
        line.append(GAP).append(pad(column.unit(), widths[c], column.right()));
      }
      text.add(Ansi.faint(line.toString().stripTrailing(), options.color()));
    }
  }

  /** Cuts in the middle, since paths differ at both ends. */
  private static String cut(String text, int width) {
    if (TextWrap.columns(text) <= width) {
      return text;
    }
    int end = (width - 1) / 2;
    return text.substring(0, width - 1 - end) + "…" + text.substring(text.length() - end);
  }

  private static String pad(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - TextWrap.columns(text)));
    return right ? space + text : text + space;
  }

  private static String toned(Cell cell, String text, RenderOptions options) {
    return cell instanceof Cell.Words words ? Ansi.tone(text, words.tone(), options.color()) : text;
  }
}
