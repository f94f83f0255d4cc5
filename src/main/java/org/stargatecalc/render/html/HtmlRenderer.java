package org.stargatecalc.render.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stargatecalc.render.CellText;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;

/** Writes the report's blocks as one page that needs nothing from elsewhere. */
public final class HtmlRenderer implements Renderer {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;\
      color:#1b1f24;background:#fff}
      table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
      th,td{padding:.25rem .75rem;border-bottom:1px solid #d8dee4;text-align:left;\
      vertical-align:top}
      .n{text-align:right}.good{color:#116329}.fair{color:#7d4e00}.bad{color:#a40e26}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0}
      .tree details,.tree div{margin:.25rem 0 .25rem 1.25rem}.tree summary{margin-left:-1.25rem}
      @media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}\
      th,td{border-color:#30363d}.good{color:#7ee787}.fair{color:#e3b341}.bad{color:#ff7b72}}
      """;

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    String title =
        report.blocks().stream()
            .filter(Block.Heading.class::isInstance)
            .map(block -> ((Block.Heading) block).text())
            .findFirst()
            .orElse("stargate-calc");
    text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    text.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    text.append("<title>").append(escape(title)).append("</title>\n");
    text.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    for (Block block : report.blocks()) {
      write(block, text);
    }
    text.append("</body>\n</html>\n");
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Block block, StringBuilder text) {
    if (block instanceof Block.Heading heading) {
      element("h" + heading.level(), escape(heading.text()), text);
    } else if (block instanceof Block.Paragraph paragraph) {
      element("p", escape(paragraph.text()), text);
    } else if (block instanceof Block.Facts facts) {
      text.append("<dl>\n");
      for (Block.Fact fact : facts.facts()) {
        element("dt", escape(fact.label()), text);
        element(
            "dd",
            fact.cells().stream()
                .map(cell -> toned(cell, CellText.of(cell)))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" ")),
            text);
      }
      text.append("</dl>\n");
    } else if (block instanceof Block.Table table) {
      table(table, text);
    } else if (block instanceof Block.Remarks remarks) {
      text.append("<ul>\n");
      remarks.items().forEach(item -> element("li", escape(item), text));
      text.append("</ul>\n");
    } else if (block instanceof Block.Tree tree) {
      text.append("<div class=\"tree\">\n");
      tree.branches().forEach(branch -> branch(branch, text));
      text.append("</div>\n");
    }
  }

  /** What a thing is made of is folded under it. */
  private static void branch(Block.Branch branch, StringBuilder text) {
    StringBuilder head = new StringBuilder("<b>").append(cells(branch.head())).append("</b>");
    for (List<Cell> line : branch.lines()) {
      head.append("<br>").append(cells(line));
    }
    if (branch.branches().isEmpty()) {
      element("div", head.toString(), text);
      return;
    }
    text.append(branch.open() ? "<details open>" : "<details>");
    element("summary", head.toString(), text);
    branch.branches().forEach(inner -> branch(inner, text));
    text.append("</details>\n");
  }

  private static String cells(List<Cell> cells) {
    return cells.stream()
        .map(cell -> toned(cell, CellText.of(cell)))
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static void element(String name, String content, StringBuilder text) {
    text.append('<').append(name).append('>').append(content);
    text.append("</").append(name).append(">\n");
  }

  private static void table(Block.Table table, StringBuilder text) {
    text.append("<table>\n<thead><tr>");
    for (Block.Column column : table.columns()) {
      String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
      text.append("<th scope=\"col\"").append(column.right() ? " class=\"n\">" : ">");
      text.append(escape(column.title() + unit)).append("</th>");
    }
    text.append("</tr></thead>\n<tbody>\n");
    List<List<String>> texts = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      int at = c;
      texts.add(CellText.ofColumn(table.rows().stream().map(row -> row.get(at)).toList()));
    }
    for (int r = 0; r < table.rows().size(); r++) {
      text.append("<tr>");
      for (int c = 0; c < texts.size(); c++) {
        text.append(table.columns().get(c).right() ? "<td class=\"n\">" : "<td>");
        text.append(toned(table.rows().get(r).get(c), texts.get(c).get(r))).append("</td>");
      }
      text.append("</tr>\n");
    }
    text.append("</tbody>\n</table>\n");
  }

  private static String toned(Cell cell, String plain) {
    String text = escape(plain);
    return cell instanceof Cell.Words words && words.tone() != Cell.Tone.PLAIN && !text.isEmpty()
        ? "<b class=\"" + words.tone().id() + "\">" + text + "</b>"
        : text;
  }

  private static String escape(String text) {
    return Printable.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
