package org.stargatecalc.render.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

/** Writes the report's blocks as aligned text; no word of it is cut. */
public final class TableRenderer implements Renderer {
  private static final int WIDEST_TEXT = 100;
  private static final String GAP = "  ";

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    write(report.blocks(), options, new Lines(out));
  }

  private static void write(List<Block> blocks, RenderOptions options, Lines text)
      throws IOException {
    for (Block block : blocks) {
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
      } else if (block instanceof Block.Tree tree) {
        for (Block.Branch branch : tree.branches()) {
          TreeLines.add(branch, textWidth(options), options.color(), text::add);
        }
      } else if (block instanceof Block.Details details) {
        details(details, options, text);
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

  private static void details(Block.Details details, RenderOptions options, Lines text)
      throws IOException {
    if (details.open()) {
      heading(new Block.Heading(3, details.summary()), options, text);
      write(details.blocks(), options, text);
    } else {
      remarks(new Block.Remarks(List.of(details.summary() + " (-v shows them)")), options, text);
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
      String label = GAP + pad(Printable.of(fact.label()), labels) + GAP;
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
    TableLayout layout = new TableLayout(table, options.width(), options.color());
    for (String line : layout.header()) {
      text.add(line);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      for (String line : layout.row(r)) {
        text.add(line);
      }
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - TextWrap.columns(text)));
  }

  private static String toned(Cell cell, String text, RenderOptions options) {
    return cell instanceof Cell.Words words ? Ansi.tone(text, words.tone(), options.color()) : text;
  }
}
