package org.stargatecalc.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Report;
import org.stargatecalc.support.CommandResult;

/** A page stands alone, reads in order, and says how it was made. */
class PagesTest {
  private static String page(String command) {
    return CommandResult.of((command + " -f html").split(" ")).stdout();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project scenarios/base-uncertain.yaml -n 200",
        "project scenarios/colossus-1.yaml scenarios/minimal.yaml",
        "compare scenarios/base.yaml scenarios/power-late.yaml",
        "validate scenarios/base.yaml",
        "backtest scenarios/abilene.yaml",
        "catalog accelerators",
        "sensitivity scenarios/base-uncertain.yaml --metric facility_power_gw@2028"
      })
  void aPageNeedsNothingAndReadsInOrder(String command) {
    String page = page(command);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<main>", "</main>", "default-src 'none'", "<footer>", "name=\"viewport\"")
        .doesNotContain("<script", " src=", "<link", "@import", "url(", "<img", "<iframe");
    Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
    while (links.find()) {
      assertThat(links.group(1)).matches("https?://.*");
    }
    int before = 0;
    Matcher headings = Pattern.compile("<h(\\d)>").matcher(page);
    while (headings.find()) {
      int level = Integer.parseInt(headings.group(1));
      assertThat(level).isBetween(1, before + 1);
      before = level;
    }
    assertThat(before).isPositive();
    Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
    while (ids.find()) {
      assertThat(page.split(Pattern.quote(ids.group()), -1)).as(ids.group()).hasSize(2);
    }
    assertThat(page.replaceAll("<[^>]*>", "")).contains("stargate-calc " + command + " -f html");
  }

  @Test
  void theFootNamesDrawsAndSeed() {
    assertThat(page("project scenarios/base-uncertain.yaml -n 200 --seed 7"))
        .contains("<dd>200 sobol points, seed 7</dd>", "of the model</dd>");
    String sensitivity =
        "sensitivity scenarios/base-uncertain.yaml --metric facility_power_gw@2028 --seed 7";
    assertThat(page(sensitivity + " --method rank -n 200"))
        .contains("<dd>200 sobol points, seed 7</dd>", "of the model</dd>");
    assertThat(page(sensitivity + " --method sobol -n 200"))
        .contains(" rows, seed 7</dd>", "of the model</dd>");
    assertThat(page(sensitivity)).contains("of the model</dd>").doesNotContain("seed 7</dd>");
    assertThat(page("backtest scenarios/abilene.yaml")).contains("of the model</dd>");
  }

  @Test
  void aPageIsWrittenBlockByBlock() throws IOException {
    List<Block> blocks = Collections.nCopies(500, new Block.Paragraph("x".repeat(1000)));
    Report report = new Report(blocks, DataTable.concat(List.of()), new Data.Items(List.of()));
    List<Integer> sizes = new ArrayList<>();
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes, int from, int size) {
            sizes.add(size);
          }
        };
    new HtmlRenderer().render(report, RenderOptions.PLAIN, out);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(500_000);
    assertThat(sizes).allMatch(size -> size < 20_000);
  }

  @Test
  void aDateNeverWrapsAndAnAddressIsALinkOnlyIfItIsOne() {
    assertThat(HtmlText.of("by 2027-12-31, see https://a.org/x?y=1&z=2)."))
        .isEqualTo(
            "by <time>2027-12-31</time>, see <a href=\"https://a.org/x?y=1&amp;z=2\""
                + " rel=\"noreferrer\">https://a.org/<wbr>x?<wbr>y=<wbr>1&amp;<wbr>z=<wbr>2</a>).");
    assertThat(HtmlText.of("javascript:alert(1) data:text/html,x <a href=\"https://b\">"))
        .isEqualTo(
            "javascript:alert(1) data:text/html,x &lt;a href=&quot;"
                + "<a href=\"https://b\" rel=\"noreferrer\">https://b</a>&quot;&gt;");
    assertThat(HtmlText.of("a-2027-12-31-b")).doesNotContain("<time>");
  }

  @Test
  void aNameIsBrokenBetweenItsPartsAndNeverInAWord() {
    assertThat(HtmlText.of("as --set pue=1.4 of stargate-1gw-2025, 2026-11 and a - b"))
        .isEqualTo(
            "as <span class=\"i\">--set</span> pue=1.4 of <span class=\"i\">stargate-1gw-2025,</span>"
                + " <span class=\"i\">2026-11</span> and a - b");
    assertThat(HtmlText.of("phases.new-mexico.milestones[0].facility_power"))
        .isEqualTo(
            "<span class=\"o\">phases.<wbr><span class=\"i\">new-mexico.</span><wbr>milestones[0]."
                + "<wbr>facility_power</span>");
    assertThat(HtmlText.of("scenarios/second-plan.yaml:159 1,234,567,890,123.4567 <b>-&"))
        .isEqualTo(
            "<span class=\"o\">scenarios/<wbr><span class=\"i\">second-plan.</span><wbr>yaml:159</span>"
                + " 1,234,567,890,123.4567 <span class=\"i\">&lt;b&gt;-&amp;</span>");
  }

  @Test
  void headingsOfOneLevelStayOneLevelWhereTheOneAboveIsLeftOut() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (int level : new int[] {1, 3, 3, 2, 3, 1, 2}) {
      blocks.add(new Block.Heading(level, "x"));
    }
    Report report = new Report(blocks, DataTable.concat(List.of()), new Data.Items(List.of()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlRenderer().render(report, RenderOptions.PLAIN, out);
    StringBuilder levels = new StringBuilder();
    Pattern.compile("<h(\\d)>")
        .matcher(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .results()
        .forEach(found -> levels.append(found.group(1)));
    assertThat(levels).hasToString("1222312");
  }
}
