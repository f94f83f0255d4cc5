package org.stargatecalc.render.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.Picture;
import org.stargatecalc.render.CellText;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.render.svg.SvgPictures;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Report;

/**
 * Writes the report's blocks and pictures as one page that needs nothing from elsewhere and runs no
 * script; its own policy forbids both.
 */
public final class HtmlRenderer implements Renderer {
  /** Words of a cell that are longer may be wrapped. */
  private static final int LONGEST_LINE = 28;

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    new Page(report, options, out).write();
  }

  /** A page as it is written, block by block: that of many scenarios is large. */
  private static final class Page {
    private final Report report;
    private final RenderOptions options;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();
    private final List<Block.Fact> foot = new ArrayList<>();
    private String section = "Report";

    /** The level at which headings of each level of the report stand now, 0 for none. */
    private final int[] levels = new int[7];

    private int charts;

    Page(Report report, RenderOptions options, OutputStream out) {
      this.report = report;
      this.options = options;
      this.out = out;
    }

    void write() throws IOException {
      text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
      text.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
      text.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
      text.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
      text.append(" style-src 'unsafe-inline'\">\n");
      text.append("<title>").append(HtmlText.escape(title())).append("</title>\n");
      text.append("<style>\n").append(Style.PAGE);
      text.append(hasPictures(report.blocks()) ? SvgPictures.style() : "");
      text.append("</style>\n</head>\n<body>\n<main>\n");
      for (Block block : report.blocks()) {
        write(block);
        flush();
      }
      text.append("</main>\n");
      footer();
      text.append("</body>\n</html>\n");
      flush();
    }

    private void flush() throws IOException {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }

    private static boolean hasPictures(List<Block> blocks) {
      for (Block block : blocks) {
        if (block instanceof Block.Pictures
            || (block instanceof Block.Details details && hasPictures(details.blocks()))) {
          return true;
        }
      }
      return false;
    }

    private String title() {
      for (Block block : report.blocks()) {
        if (block instanceof Block.Heading heading) {
          return heading.text();
        }
      }
      return "stargate-calc";
    }

    private void footer() {
      options
          .made()
          .ifPresent(
              made -> {
                foot.add(Block.Fact.of("Made by", Cell.words(made.program())));
                foot.add(Block.Fact.of("Command", Cell.words(made.command())));
              });
      if (!foot.isEmpty()) {
        text.append("<footer>\n");
        facts(foot);
        text.append("</footer>\n");
      }
    }

    private void write(Block block) {
      if (block instanceof Block.Heading heading) {
        section = heading.text();
        element("h" + level(heading.level()), HtmlText.of(heading.text()));
      } else if (block instanceof Block.Paragraph paragraph) {
        element("p", HtmlText.of(paragraph.text()));
      } else if (block instanceof Block.Facts facts) {
        facts(facts.facts());
      } else if (block instanceof Block.Table table) {
        table(table);
      } else if (block instanceof Block.Remarks remarks) {
        text.append("<ul>\n");
        remarks.items().forEach(item -> element("li", HtmlText.of(item)));
        text.append("</ul>\n");
      } else if (block instanceof Block.Pictures pictures) {
        pictures(pictures.drawing().pictures());
      } else if (block instanceof Block.Tree tree) {
        text.append("<div class=\"tree\">\n");
        tree.branches().forEach(this::branch);
        text.append("</div>\n");
      } else if (block instanceof Block.Details details) {
        text.append(details.open() ? "<details open>\n" : "<details>\n");
        section = details.summary();
        element("summary", HtmlText.of(details.summary()));
        details.blocks().forEach(this::write);
        text.append("</details>\n");
      } else if (block instanceof Block.Foot made) {
        foot.addAll(made.facts());
      }
    }

    /** No level is left out, as readers by ear go from one to the next; equals stay equal. */
    private int level(int asked) {
      int parent = 0;
      for (int i = 1; i < levels.length; i++) {
        parent = i < asked ? Math.max(parent, levels[i]) : parent;
        levels[i] = i < asked ? levels[i] : 0;
      }
      levels[asked] = parent + 1;
      return parent + 1;
    }

    private void pictures(List<Picture> pictures) {
      int before = charts;
      StringBuilder figures = new StringBuilder();
      for (Picture picture : pictures) {
        for (Chart chart : picture.charts()) {
          charts++;
          figures.append("<figure>\n").append(SvgPictures.inline(chart, charts));
          figures.append("</figure>\n");
        }
      }
      if (charts > before) {
        text.append("<div class=\"charts\">\n").append(figures).append("</div>\n");
      }
    }

    private void element(String name, String content) {
      text.append('<').append(name).append('>').append(content);
      text.append("</").append(name).append(">\n");
    }

    private void facts(List<Block.Fact> facts) {
      text.append("<dl>\n");
      for (Block.Fact fact : facts) {
        element("dt", HtmlText.of(fact.label()));
        element("dd", cells(fact.cells()));
      }
      text.append("</dl>\n");
    }

    private static String cells(List<Cell> cells) {
      StringBuilder value = new StringBuilder();
      for (Cell cell : cells) {
        String html = HtmlCells.of(cell, CellText.of(cell));
        value.append(value.length() == 0 || html.isEmpty() ? "" : " ").append(html);
      }
      return value.toString();
    }

    /** What a thing is made of is folded under it. */
    private void branch(Block.Branch branch) {
      StringBuilder head = new StringBuilder("<b>").append(cells(branch.head())).append("</b>");
      for (List<Cell> line : branch.lines()) {
        head.append("<br>").append(cells(line));
      }
      if (branch.branches().isEmpty()) {
        element("div", head.toString());
        return;
      }
      text.append(branch.open() ? "<details open>" : "<details>");
      element("summary", head.toString());
      branch.branches().forEach(this::branch);
      text.append("</details>\n");
    }

    /** The box of a table scrolls, also by keys; the page never does. */
    private void table(Block.Table table) {
      text.append("<div class=\"box\" role=\"group\" tabindex=\"0\" aria-label=\"Table: ");
      text.append(HtmlText.escape(section)).append("\">\n<table>\n<thead><tr>");
      for (Block.Column column : table.columns()) {
        if (column.heading().isEmpty()) {
          // a heading without words is none, which readers by ear would be told of
          text.append("<td></td>");
          continue;
        }
        text.append("<th scope=\"col\"").append(column.right() ? " class=\"n\">" : ">");
        text.append(HtmlText.of(column.heading())).append("</th>");
      }
      text.append("</tr></thead>\n<tbody>\n");
      List<List<String>> texts = CellText.ofColumns(table);
      for (int r = 0; r < table.rows().size(); r++) {
        text.append("<tr>");
        for (int c = 0; c < texts.size(); c++) {
          String plain = texts.get(c).get(r);
          boolean number = table.columns().get(c).right();
          boolean isLong = plain.length() > LONGEST_LINE;
          text.append(number ? "<td class=\"n\">" : isLong ? "<td class=\"w\">" : "<td>");
          text.append(HtmlCells.of(table.rows().get(r).get(c), plain)).append("</td>");
        }
        text.append("</tr>\n");
      }
      text.append("</tbody>\n</table>\n</div>\n");
    }
  }
}
