package org.stargatecalc.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.chart.project.ProjectDrawing;
import org.stargatecalc.support.CommandResult;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Pictures read back: what is seen is what was computed, and nothing lies over anything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTest {
  /** What commands wrote: several things are asked of one picture and of one answer. */
  private final Map<String, String> written = new HashMap<>();

  /** A place on the page is written to a hundredth; a plot is 190 high and 380 wide. */
  private static final double SHARE = 0.02 / 190;

  private static String[] command(Path scenario, String name) {
    return new String[] {
      "project", scenario.toString(), "-q", "-n", "200", "--chart", name, "-f", "svg"
    };
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void noTextLiesOverAnotherOrLeavesThePage(Path scenario) {
    for (String name : ProjectDrawing.NAMES) {
      noTextLiesOverAnother(drawn(scenario, name), scenario + " " + name);
    }
  }

  static void noTextLiesOverAnother(DrawnSvg svg, String subject) {
    List<DrawnSvg.Text> texts = svg.texts();
    double[] size = svg.size();
    for (int i = 0; i < texts.size(); i++) {
      DrawnSvg.Text text = texts.get(i);
      assertThat(text.words()).as(subject).doesNotContainPattern("\\.\\d{7}");
      assertThat(text.left() >= 0 && text.right() <= size[0]).as("%s: %s", subject, text).isTrue();
      assertThat(text.top() >= 0 && text.bottom() <= size[1]).as("%s: %s", subject, text).isTrue();
      for (DrawnSvg.Text other : texts.subList(i + 1, texts.size())) {
        // of many thousand pairs: an assertion of each would take longer than the drawing
        if (text.overlaps(other)) {
          fail("%s: %s and %s", subject, text, other);
        }
      }
    }
  }

  /** Plans that are as long, as short, as large and as crowded as one may be, as YAML. */
  static List<String> extremes() {
    String plan =
        "{name: extreme, watts_per_gpu: 2 kW, pue: 1.25, online: 2026-01-01,"
            + " capex_split: {training: 60%, inference: 40%}, ";
    String words = "A title that names all who build it, ".repeat(6);
    StringBuilder claims = new StringBuilder();
    StringBuilder phases = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      claims.append(i < 12 ? "{id: c" + i + ", metric: gpu_count, by: 2027, at_least: " : "");
      claims.append(i < 12 ? 99_990 + i + "}, " : "");
      phases.append("phase-that-says-at-length-where-and-what-it-is-").append(i);
      phases.append(": {gpu_count: ").append(1000 * i + 1).append("}, ");
    }
    return List.of(
        plan
            + "gpu_count: 1k, title: '"
            + words
            + "x-".repeat(90)
            + "', claims: [{id: "
            + "a-".repeat(49)
            + "a, title: '"
            + words
            + "', metric: gpu_count, at_least: 1, by: 2027}]}",
        plan + "gpu_count: 1k, horizon: {from: 2026-01, to: 2026-12}, claims: [stargate-1gw-2025]}",
        plan + "gpu_count: 1k, horizon: {from: 2026-01, to: 2026-01}, claims: [stargate-1gw-2025]}",
        plan + "gpu_count: 1k, horizon: {from: 2026-01, to: 2099-12}, claims: [stargate-5gw-2027]}",
        plan + "gpu_count: 1, claims: [stargate-1gw-2025, stargate-10m-gpus]}",
        plan + "gpu_count: 1e12, claims: [stargate-1gw-2025, nesov-4e27-flop-2026]}",
        plan + "gpu_count: 100k, claims: [" + claims + "]}",
        plan + "phases: {" + phases + "}, claims: [stargate-10gw-2029]}");
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void noTextLiesOverAnotherHoweverExtremeThePlan(String plan) {
    for (String name : ProjectDrawing.NAMES) {
      CommandResult drawn =
          CommandResult.with(plan, Map.of(), "project", "-", "-q", "--chart", name, "-f", "svg");
      noTextLiesOverAnother(DrawnSvg.of(drawn.exits(0).stdout()), plan + " " + name);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"tornado", "rank", "sobol"})
  void theBarsOfASensitivityAreItsNumbers(String method) {
    String[] command = {
      "sensitivity",
      "scenarios/base-uncertain.yaml",
      "--metric",
      "facility_power_gw@2028",
      "--method",
      method,
      "-n",
      "2000"
    };
    DrawnSvg svg = DrawnSvg.by(with(command, "svg"));
    noTextLiesOverAnother(svg, method);
    JsonNode answer =
        new ObjectMapper().readTree(CommandResult.of(with(command, "json")).exits(0).stdout());
    Element chart = svg.charts().get(0);
    List<Element> bars =
        DrawnSvg.marks(chart).stream().filter(mark -> mark.getTagName().equals("rect")).toList();
    JsonNode first = answer.get("inputs").get(0);
    double drawn = 0;
    for (Element bar : bars) {
      if (DrawnSvg.number(bar, "y") < DrawnSvg.number(bars.get(0), "y") + 12) {
        drawn +=
            method.equals("sobol") && bar.getAttribute("class").startsWith("f4")
                ? 0
                : DrawnSvg.number(bar, "width");
      }
    }
    double expected =
        switch (method) {
          case "tornado" -> first.get("swing").asDouble();
          case "rank" -> Math.abs(first.get("spearman").asDouble());
          default -> first.get("total").asDouble();
        };
    List<DrawnSvg.Text> ticks =
        DrawnSvg.texts(chart).stream()
            .filter(text -> text.anchor().equals("middle") && text.words().matches("-?[\\d.]+"))
            .toList();
    DrawnSvg.Text from = ticks.get(0);
    DrawnSvg.Text to = ticks.get(ticks.size() - 1);
    double perUnit =
        (Double.parseDouble(to.words()) - Double.parseDouble(from.words())) / (to.x() - from.x());
    assertThat(drawn * perUnit).isCloseTo(expected, within(0.03 * perUnit));
  }

  private static String[] with(String[] command, String format) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("-f", format));
    return all.toArray(new String[0]);
  }

  private String written(String... command) {
    return written.computeIfAbsent(
        String.join(" ", command), line -> CommandResult.of(command).exits(0).stdout());
  }

  private DrawnSvg drawn(Path scenario, String name) {
    return DrawnSvg.of(written(command(scenario, name)));
  }

  private JsonNode answer(Path scenario) {
    return new ObjectMapper()
        .readTree(written("project", scenario.toString(), "-q", "--point", "-f", "json"));
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void theLineOfAClaimIsItsMetricAndItsRulesAreThresholdAndDeadline(Path scenario) {
    JsonNode answer = answer(scenario);
    DrawnSvg svg =
        DrawnSvg.by(
            "project", scenario.toString(), "-q", "--point", "--chart", "claims", "-f", "svg");
    assertThat(svg.charts()).hasSize(answer.get("claims").size());
    for (int i = 0; i < svg.charts().size(); i++) {
      JsonNode claim = answer.get("claims").get(i);
      Element chart = svg.charts().get(i);
      double per = per(chart);
      DoubleUnaryOperator y = DrawnSvg.heights(chart, per);
      DoubleUnaryOperator x = DrawnSvg.days(chart);
      double error = SHARE * Math.abs(y.applyAsDouble(0) - y.applyAsDouble(190));
      Element path = marks(chart, "l s0").get(0);
      boolean facility = !"it".equals(claim.path("basis").asString(""));
      if (facility) {
        isTheMetric(DrawnSvg.places(path, x, y), answer, claim.get("metric").asString(), error);
      }
      List<Element> rules = marks(chart, "ru");
      nothingCrossesTheWordsOfALevel(chart, path, rules);
      double threshold = y.applyAsDouble(DrawnSvg.number(rules.get(0), "y1"));
      assertThat(threshold).isCloseTo(claim.get("at_least").asDouble(), within(error));
      if (rules.size() > 1) {
        double deadline = LocalDate.parse(claim.get("by").asString()).toEpochDay() + 1;
        assertThat(x.applyAsDouble(DrawnSvg.number(rules.get(1), "x1")))
            .isCloseTo(deadline, within(1.0));
      }
    }
  }

  /** What a threshold is can be read: neither the curve nor the deadline goes through it. */
  private static void nothingCrossesTheWordsOfALevel(
      Element chart, Element path, List<Element> rules) {
    List<DrawnSvg.Text> words =
        DrawnSvg.texts(chart).stream().filter(text -> text.kind().equals("h")).toList();
    assertThat(words).hasSize(1);
    DrawnSvg.Text text = words.get(0);
    double down = text.y() - DrawnSvg.number(DrawnSvg.element(chart, text.words()), "y");
    List<DrawnSvg.Place> corners = DrawnSvg.places(path, x -> x, y -> y + down);
    for (int i = 1; i < corners.size(); i++) {
      assertThat(text.isCrossed(corners.get(i - 1), corners.get(i))).as(text.toString()).isFalse();
    }
    for (Element rule : rules) {
      DrawnSvg.Place from = end(rule, "1", down);
      assertThat(text.isCrossed(from, end(rule, "2", down))).as(text.toString()).isFalse();
    }
  }

  /** A threshold is read against the labels beside it: both count the same unit. */
  @Test
  void aThresholdIsSaidInTheUnitOfItsAxis() {
    Element chart =
        DrawnSvg.by(command(Path.of("scenarios/colossus-1.yaml"), "claims")).charts().get(2);
    List<String> words = DrawnSvg.texts(chart).stream().map(DrawnSvg.Text::words).toList();
    assertThat(words).contains("largest training system, facility power, MW", "at least 150 MW");
    chart = DrawnSvg.by(command(Path.of("scenarios/stargate-uk.yaml"), "power")).charts().get(0);
    words = DrawnSvg.texts(chart).stream().map(DrawnSvg.Text::words).toList();
    assertThat(words).contains("facility power, MW").anyMatch(text -> text.contains("80.7 MW on "));
  }

  private static DrawnSvg.Place end(Element rule, String number, double down) {
    return new DrawnSvg.Place(
        DrawnSvg.number(rule, "x" + number), DrawnSvg.number(rule, "y" + number) + down);
  }

  /** A label counts thousands or a power of ten: its title says so. */
  private static double per(Element chart) {
    String title =
        DrawnSvg.texts(chart).stream()
            .filter(text -> text.kind().equals("m"))
            .map(DrawnSvg.Text::words)
            .filter(words -> words.matches(".*(, |10).*"))
            .filter(words -> words.matches(".*(GW|MW|USD bn|USD million|GPUs|H100e|FLOP)$"))
            .findFirst()
            .orElseThrow();
    if (title.contains(", 10")) {
      String digits = title.replaceFirst(".*, 10([⁰¹²³⁴⁵⁶⁷⁸⁹]+) .*", "$1");
      StringBuilder exponent = new StringBuilder();
      digits.chars().forEach(c -> exponent.append("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)));
      return Double.parseDouble("1e" + exponent);
    }
    return title.contains("MW") || title.contains("USD million")
        ? 1e-3
        : title.contains("million ") ? 1e6 : title.contains("thousand ") ? 1e3 : 1;
  }

  private static List<Element> marks(Element chart, String kind) {
    return DrawnSvg.marks(chart).stream()
        .filter(mark -> mark.getAttribute("class").equals(kind))
        .toList();
  }

  /**
   * Near a step a place on the page stands for two values: what is drawn lies around the metric.
   */
  private static void isTheMetric(
      List<DrawnSvg.Place> path, JsonNode answer, String metric, double error) {
    for (JsonNode period : answer.get("timeline")) {
      double instant = LocalDate.parse(period.get("period_end").asString()).toEpochDay() + 1;
      double slack = 0.02 / 380 * (path.get(path.size() - 1).x() - path.get(0).x());
      List<Double> there = new ArrayList<>();
      there.add(at(path, instant));
      there.add(at(path, instant - slack));
      there.add(at(path, instant + slack));
      for (DrawnSvg.Place place : path) {
        if (Math.abs(place.x() - instant) <= slack) {
          there.add(place.y());
        }
      }
      double value = period.get(metric).asDouble();
      assertThat(value)
          .as(metric + " on " + period.get("period_end"))
          .isBetween(
              there.stream().min(Double::compare).orElseThrow() - error,
              there.stream().max(Double::compare).orElseThrow() + error);
    }
  }

  private static double at(List<DrawnSvg.Place> path, double x) {
    DrawnSvg.Place before = path.get(0);
    for (DrawnSvg.Place place : path) {
      if (place.x() >= x) {
        double width = place.x() - before.x();
        return width > 0
            ? before.y() + (x - before.x()) / width * (place.y() - before.y())
            : place.y();
      }
      before = place;
    }
    return before.y();
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void theLayersOfPowerReachUpToAllOfIt(Path scenario) {
    Element chart = drawn(scenario, "power").charts().get(0);
    DoubleUnaryOperator y = DrawnSvg.heights(chart, per(chart));
    double error = SHARE * Math.abs(y.applyAsDouble(0) - y.applyAsDouble(190));
    List<Element> layers =
        DrawnSvg.marks(chart).stream()
            .filter(mark -> mark.getAttribute("class").matches("f. e") && isPath(mark))
            .filter(mark -> mark.getAttribute("d").split("L").length > 5)
            .toList();
    List<DrawnSvg.Place> top =
        DrawnSvg.places(layers.get(layers.size() - 1), DrawnSvg.days(chart), y);
    isTheMetric(top.subList(0, top.size() / 2), answer(scenario), "facility_power_gw", error);
  }

  private static boolean isPath(Element mark) {
    return mark.getTagName().equals("path");
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void theColumnsOfCostAddUpToTheTotal(Path scenario) {
    DrawnSvg svg = drawn(scenario, "cost");
    double total = 0;
    for (JsonNode period : answer(scenario).get("timeline")) {
      total += period.get("total_cost_usd_bn").asDouble();
    }
    if (svg.charts().isEmpty()) {
      assertThat(total).isZero();
      return;
    }
    Element chart = svg.charts().get(0);
    DoubleUnaryOperator y = DrawnSvg.heights(chart, per(chart));
    double perUnit = Math.abs(y.applyAsDouble(0) - y.applyAsDouble(1));
    List<Element> boxes =
        DrawnSvg.marks(chart).stream().filter(mark -> mark.getTagName().equals("rect")).toList();
    double drawn = 0;
    for (Element box : boxes) {
      drawn += DrawnSvg.number(box, "height") * perUnit;
    }
    assertThat(drawn).isCloseTo(total, within(0.011 * perUnit * boxes.size()));
  }

  @Test
  void aPictureFetchesAndRunsNothingAndTextOfAScenarioIsText() {
    String svg =
        CommandResult.of(
                "project",
                "scenarios/minimal.yaml",
                "--set",
                "title=<script>alert(1)</script> & \"it\"",
                "-f",
                "svg")
            .exits(0)
            .stdout();
    assertThat(svg)
        .doesNotContain("<script", "href", "url(", "@import", "<image", "foreignObject")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;it&quot;");
    assertThat(DrawnSvg.of(svg).document().getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @Test
  void aTextIsNeverTakenForNarrowerThanItIs() {
    assertThat(TextWidth.of("")).isZero();
    assertThat(TextWidth.of("WWW")).isCloseTo(35.6, within(0.1));
    // half characters and characters of other scripts are as wide as they are high
    assertThat(TextWidth.of("漢字")).isEqualTo(24);
    assertThat(TextWidth.lines("a-very-long-word-without-a-space-in-it", 12, false, 60))
        .allMatch(line -> TextWidth.of(line) <= 60)
        .allMatch(line -> line.endsWith("-") || line.equals("in-it") || line.equals("it"));
  }
}
