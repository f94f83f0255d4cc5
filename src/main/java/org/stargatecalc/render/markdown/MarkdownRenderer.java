package org.stargatecalc.render.markdown;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stargatecalc.render.CellText;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;

/** Writes the report's blocks as GitHub-flavoured Markdown. */
public final class MarkdownRenderer implements Renderer {
  private static final Pattern LINE_START =
      Pattern.compile("\\s*(?:[-+]\\s|---|===|::)|\\s*(\\d+)[.)]\\s");

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    // A comment on a pull request that says nothing is none.
    if (!report.isNews()) {
      return;
    }
    write(report.blocks(), text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(List<Block> blocks, StringBuilder text) {
    for (Block block : blocks) {
      if (block instanceof Block.Pictures || block instanceof Block.Foot) {
        continue;
      }
      if (text.length() > 0) {
        text.append('\n');
      }
      if (block instanceof Block.Heading heading) {
        text.append("#".repeat(heading.level())).append(' ').append(escape(heading.text()));
        text.append('\n');
      } else if (block instanceof Block.Paragraph paragraph) {
        text.append(escape(paragraph.text())).append('\n');
      } else if (block instanceof Block.Facts facts) {
        for (Block.Fact fact : facts.facts()) {
          // what belongs to the fact above it is an item of that one: a space after ** ends no bold
          String label = fact.label().stripLeading();
          text.append(label.equals(fact.label()) ? "" : "  ");
          text.append("- **").append(escape(label)).append(":** ");
          text.append(
              fact.cells().stream()
                  .map(MarkdownRenderer::cell)
                  .filter(cell -> !cell.isEmpty())
                  .collect(Collectors.joining(" ")));
          text.append('\n');
        }
      } else if (block instanceof Block.Table table) {
        table(table, text);
      } else if (block instanceof Block.Marker marker) {
        text.append("<!-- stargate-calc ").append(marker.name()).append(" -->\n");
      } else if (block instanceof Block.Remarks remarks) {
        remarks.items().forEach(item -> text.append("- ").append(escape(item)).append('\n'));
      } else if (block instanceof Block.Tree tree) {
        tree.branches().forEach(branch -> branch(branch, "", text));
      } else if (block instanceof Block.Details details) {
        text.append(details.open() ? "<details open>" : "<details>").append("<summary>");
        text.append(html(details.summary())).append("</summary>\n");
        write(details.blocks(), text);
        text.append("\n</details>\n");
      }
    }
  }

  private static void branch(Block.Branch branch, String indent, StringBuilder text) {
    text.append(indent).append("- **").append(cells(branch.head())).append("**");
    for (List<Cell> line : branch.lines()) {
      text.append("<br>").append(cells(line));
    }
    text.append('\n');
    if (branch.open()) {
      branch.branches().forEach(inner -> branch(inner, indent + "  ", text));
    }
  }

  private static String cells(List<Cell> cells) {
    return cells.stream()
        .map(MarkdownRenderer::cell)
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static void table(Block.Table table, StringBuilder text) {
    row(table.columns().stream().map(column -> escape(column.heading())).toList(), text);
    row(table.columns().stream().map(c -> c.right() ? "---:" : "---").toList(), text);
    List<List<String>> texts = CellText.ofColumns(table);
    for (int r = 0; r < table.rows().size(); r++) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < texts.size(); c++) {
        cells.add(toned(table.rows().get(r).get(c), texts.get(c).get(r)));
      }
      row(cells, text);
    }
  }

  private static void row(List<String> cells, StringBuilder text) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Cell cell) {
    return toned(cell, CellText.of(cell));
  }

  private static String toned(Cell cell, String plain) {
    String text = escape(plain);
    boolean news =
        cell instanceof Cell.Words words && words.tone() != Cell.Tone.PLAIN && !text.isEmpty();
    return news ? "**" + text + "**" : text;
  }

  /** Returns words within a tag, where Markdown has no meaning. */
  private static String html(String text) {
    return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Takes the meaning from every character that Markdown or HTML would act on. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    // What begins a list, a rule or a heading's underline where it begins a line.
    Matcher start = LINE_START.matcher(text);
    if (start.lookingAt() && start.group(1) != null) {
      return start.group(1) + "\\" + escape(text.substring(start.end(1)));
    }
    if (start.lookingAt()) {
      safe.append('\\');
    }
    for (char c : Printable.of(text).toCharArray()) {
      if (c == '<') {
        safe.append("&lt;");
      } else if (c == '>') {
        safe.append("&gt;");
      } else if (c == '&') {
        safe.append("&amp;");
      } else {
        if ("\\`*_[]|#~@$".indexOf(c) >= 0) {
          safe.append('\\');
        }
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
