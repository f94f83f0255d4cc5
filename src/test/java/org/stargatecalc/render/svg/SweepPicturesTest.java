package org.stargatecalc.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.w3c.dom.Element;

/** Lines and heat maps of sweeps read back: each mark is a row. */
class SweepPicturesTest {
  private static final String SCENARIO = "scenarios/base.yaml";
  private static final String[] PUE = {"sweep", SCENARIO, "--vary", "**.pue=1.1..1.5 by 0.05"};
  private static final String[] DELAY_AND_PUE = {
    "sweep",
    SCENARIO,
    "--vary",
    "phases.*.delay=0 months..24 months by 6 months",
    "--vary",
    "**.pue=1.1..1.5 by 0.1",
    "--metrics",
    "cumulative_capex_usd_bn"
  };

  /** What sweeps wrote: several things are asked of one. */
  private static final Map<String, String> WRITTEN = new HashMap<>();

  @AfterAll
  static void forget() {
    WRITTEN.clear();
  }

  private static DrawnSvg drawn(String... command) {
    return DrawnSvg.of(written(command, "svg"));
  }

  private static String written(String[] command, String format) {
    return WRITTEN.computeIfAbsent(
        String.join(" ", command) + " " + format,
        line -> CommandResult.of(with(command, format)).exits(0).stdout());
  }

  private static String[] with(String[] command, String format) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("-q", "-f", format));
    return all.toArray(new String[0]);
  }

  /** The rows of the csv by the names of its columns. */
  private static List<Map<String, String>> rows(String... command) {
    List<String> lines = written(command, "csv").lines().toList();
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Element chart(DrawnSvg svg, String title) {
    return svg.charts().stream()
        .filter(c -> DrawnSvg.texts(c).stream().anyMatch(t -> t.words().startsWith(title)))
        .findFirst()
        .orElseThrow();
  }

  /** From a place on the page to the numbers below the x axis. */
  private static DoubleUnaryOperator across(Element chart) {
    List<DrawnSvg.Text> ticks =
        DrawnSvg.texts(chart).stream()
            .filter(text -> text.anchor().equals("middle") && text.words().matches("-?[\\d.]+"))
            .toList();
    DrawnSvg.Text first = ticks.get(0);
    DrawnSvg.Text last = ticks.get(ticks.size() - 1);
    double from = Double.parseDouble(first.words());
    double to = Double.parseDouble(last.words());
    return x -> from + (x - first.x()) / (last.x() - first.x()) * (to - from);
  }

  @Test
  void theLineOfAClaimGoesThroughItsValuesAndTheVerdictTurnsWhereItIsShaded() {
    Element chart = chart(drawn(PUE), "$500bn of Stargate");
    DoubleUnaryOperator x = across(chart);
    DoubleUnaryOperator y = DrawnSvg.heights(chart, 1);
    List<Map<String, String>> rows = rows(PUE);
    Element path = only(chart, "l s0");
    List<DrawnSvg.Place> places = DrawnSvg.places(path, x, y);
    assertThat(places).hasSameSizeAs(rows);
    double met = Double.NaN;
    double missed = Double.NaN;
    for (int i = 0; i < rows.size(); i++) {
      double pue = Double.parseDouble(rows.get(i).get("**.pue"));
      double value = Double.parseDouble(rows.get(i).get("stargate-500bn-2029_value"));
      assertThat(places.get(i).x()).isCloseTo(pue, within(1e-4));
      assertThat(places.get(i).y()).isCloseTo(value, within(0.1));
      boolean isMet = rows.get(i).get("stargate-500bn-2029_verdict").equals("met");
      met = isMet ? pue : met;
      missed = !isMet && Double.isNaN(missed) ? pue : missed;
    }
    Element band = only(chart, "fg p");
    double left = DrawnSvg.number(band, "x");
    assertThat(x.applyAsDouble(left)).isCloseTo(met, within(1e-3));
    assertThat(x.applyAsDouble(left + DrawnSvg.number(band, "width")))
        .isCloseTo(missed, within(1e-3));
    assertThat(y.applyAsDouble(DrawnSvg.number(only(chart, "ru"), "y1")))
        .isCloseTo(500, within(.1));
    assertThat(DrawnSvg.texts(chart)).anyMatch(t -> t.words().equals("at least 500 USD bn"));
    assertThat(DrawnSvg.texts(chart)).anyMatch(t -> t.words().startsWith("Met from 1.1 to"));
  }

  private static Element only(Element chart, String kind) {
    List<Element> found =
        DrawnSvg.marks(chart).stream().filter(m -> m.getAttribute("class").equals(kind)).toList();
    assertThat(found).as(kind).hasSize(1);
    return found.get(0);
  }

  /** The cells of a map: by column and row, from the left and from below, what the legend says. */
  private static Map<List<Integer>, String> cells(Element chart, int columns, int rows) {
    List<Element> paths =
        DrawnSvg.marks(chart).stream().filter(m -> m.getAttribute("d").contains("H")).toList();
    List<String> legend =
        DrawnSvg.texts(chart).stream()
            .filter(t -> t.kind().isEmpty() && t.anchor().isEmpty())
            .map(DrawnSvg.Text::words)
            .toList();
    double[] box = {1e9, 1e9, -1e9, -1e9};
    Pattern piece = Pattern.compile("M([\\d.]+) ([\\d.]+)H([\\d.]+)V([\\d.]+)H[\\d.]+Z");
    List<double[]> pieces = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Matcher matcher = piece.matcher(paths.get(i).getAttribute("d"));
      while (matcher.find()) {
        double[] corners = new double[5];
        for (int k = 0; k < 4; k++) {
          corners[k] = Double.parseDouble(matcher.group(k + 1));
        }
        corners[4] = i;
        pieces.add(corners);
        box[0] = Math.min(box[0], corners[0]);
        box[1] = Math.min(box[1], corners[3]);
        box[2] = Math.max(box[2], corners[2]);
        box[3] = Math.max(box[3], corners[1]);
      }
    }
    Map<List<Integer>, String> cells = new LinkedHashMap<>();
    double wide = (box[2] - box[0]) / columns;
    double high = (box[3] - box[1]) / rows;
    for (double[] one : pieces) {
      int row = (int) Math.round((box[3] - one[1]) / high);
      for (int c = (int) Math.round((one[0] - box[0]) / wide);
          c < Math.round((one[2] - box[0]) / wide);
          c++) {
        assertThat(cells.put(List.of(c, row), legend.get((int) one[4]))).isNull();
      }
    }
    return cells;
  }

  @Test
  void theCellsOfAMapAreTheVerdictsOfTheirRows() {
    Element chart = chart(drawn(DELAY_AND_PUE), "$500bn of Stargate");
    Map<List<Integer>, String> cells = cells(chart, 5, 5);
    List<Map<String, String>> rows = rows(DELAY_AND_PUE);
    assertThat(cells).hasSameSizeAs(rows);
    int edges = 0;
    for (int i = 0; i < rows.size(); i++) {
      int delay = i / 5;
      int pue = i % 5;
      String verdict = rows.get(i).get("stargate-500bn-2029_verdict");
      String drawn = cells.get(List.of(pue, delay));
      assertThat(drawn).as("%s", rows.get(i)).matches(said(verdict));
      boolean met = drawn.equals("met");
      edges += pue < 4 && cells.get(List.of(pue + 1, delay)).equals("met") != met ? 1 : 0;
      edges += delay < 4 && cells.get(List.of(pue, delay + 1)).equals("met") != met ? 1 : 0;
    }
    assertThat(edges).isPositive();
    assertThat(only(chart, "ed").getAttribute("d").split("M")).hasSize(edges + 1);
  }

  private static String said(String verdict) {
    return switch (verdict) {
      case "met" -> "met";
      case "late" -> ".* months late";
      default -> "not reached in the horizon";
    };
  }

  @Test
  void theCellsOfAMetricLieInTheirClassAndSayTheirValue() {
    Element chart = chart(drawn(DELAY_AND_PUE), "Cumulative capex");
    Map<List<Integer>, String> cells = cells(chart, 5, 5);
    List<Map<String, String>> rows = rows(DELAY_AND_PUE);
    List<String> words =
        DrawnSvg.texts(chart).stream()
            .filter(text -> text.kind().equals("w") || text.kind().equals("d"))
            .map(DrawnSvg.Text::words)
            .toList();
    assertThat(words).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      double value = Double.parseDouble(rows.get(i).get("cumulative_capex_usd_bn"));
      String[] range = cells.get(List.of(i % 5, i / 5)).split(" ");
      assertThat(value).isBetween(Double.parseDouble(range[0]), Double.parseDouble(range[2]));
      assertThat(range[3]).isEqualTo("USD");
      assertThat(Double.parseDouble(words.get(i))).isCloseTo(value, within(0.5));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**.pue=1.1..1.5 by 0.1",
        "phases.*.delay=0 months,1 year,90 days;**.pue=1.1,1.3",
        "title=one of a very long name,another-of-a-very-long-name-without-blanks,x;**.pue=1.1,1.3",
        "title=one of a very long name,another-of-a-very-long-name-without-blanks,x",
        "**.pue=1.1..1.5 in 3;online=2026-01..2028-01 by 1 month",
        "phases.*.watts_per_gpu=1.9 kW..2.3 kW by 0.1 kW;**.pue=0.5,1.2,1.3"
      })
  void noTextLiesOverAnotherAndPicturesStaySmall(String varied) {
    picturesStaySmall(SCENARIO, varied);
  }

  /** As many as a picture may have, of a plan that is soon projected. */
  @ParameterizedTest
  @ValueSource(
      strings = {"pue=1.1..1.5 in 500", "delay=0 months..24 months in 100;pue=1.1..1.5 in 100"})
  void picturesOfManyValuesStaySmall(String varied) {
    picturesStaySmall("scenarios/minimal.yaml", varied);
  }

  private static void picturesStaySmall(String scenario, String varied) {
    List<String> command = new ArrayList<>(List.of("sweep", scenario));
    for (String one : varied.split(";")) {
      command.addAll(List.of("--vary", one));
    }
    String svg = CommandResult.of(with(command.toArray(new String[0]), "svg")).stdout();
    PicturesTest.noTextLiesOverAnother(DrawnSvg.of(svg), varied);
    assertThat(svg.length()).as(varied).isLessThan(120_000);
  }

  @Test
  void whatIsTooMuchForAPictureIsRefusedAndWhatIsLeftOutIsSaid() {
    CommandResult.of(
            with(new String[] {"sweep", SCENARIO, "--vary", "**.pue=1.1..1.5 in 10001"}, "svg"))
        .exits(2);
    CommandResult.of(
            "sweep", SCENARIO, "--vary", "**.pue=1.1..1.5 in 8", "--shard", "1/2", "-f", "svg")
        .exits(2);
    String svg =
        CommandResult.of(
                "sweep",
                "scenarios/minimal.yaml",
                "-q",
                "--vary",
                "pue=1.1..1.5 in 500",
                "-f",
                "svg")
            .exits(0)
            .stdout();
    assertThat(svg).contains("The line goes through 400 of 500 values.");
    String three =
        CommandResult.of(
                "sweep",
                "scenarios/minimal.yaml",
                "-q",
                "--vary",
                "pue=1.1,1.2",
                "--vary",
                "mfu=0.3,0.4",
                "--vary",
                "gpu=gb200,gb300",
                "-f",
                "svg")
            .exits(0)
            .stdout();
    assertThat(three).contains("a heat map for a grid of").contains("two parameters.");
  }

  @Test
  void valuesAreTextAndCombinationsThatCannotBeAreGrey() {
    String svg =
        CommandResult.of(
                "sweep",
                "scenarios/minimal.yaml",
                "-q",
                "--vary",
                "gpu=gb200,<script>alert(1)</script>",
                "--vary",
                "pue=1.1,1.2",
                "-f",
                "svg")
            .stdout();
    assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;", "class=\"fg\"", "invalid");
  }
}
