package org.stargatecalc.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is laid over each other by compare and backtest, read back. */
class OverlayPicturesTest {
  private static final String BASE = "scenarios/base.yaml";
  private static final String LATE = "scenarios/power-late.yaml";

  private static JsonNode json(String... command) {
    return new ObjectMapper().readTree(CommandResult.of(command).exits(0).stdout());
  }

  private static Element chart(DrawnSvg svg, String title) {
    return svg.charts().stream()
        .filter(c -> DrawnSvg.texts(c).get(0).words().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> marks(Element chart, String kind) {
    return DrawnSvg.marks(chart).stream()
        .filter(mark -> mark.getAttribute("class").equals(kind))
        .toList();
  }

  /** The lines are the metric of each side at the ends of its quarters; the area lies between. */
  @Test
  void eachSideIsALineAndTheDifferenceIsWhatLiesBetween() {
    Element chart = chart(DrawnSvg.by("compare", BASE, LATE, "-f", "svg"), "Facility power");
    DoubleUnaryOperator x = DrawnSvg.days(chart);
    DoubleUnaryOperator y = DrawnSvg.heights(chart, 1);
    isTheMetric(marks(chart, "l s0"), BASE, x, y);
    isTheMetric(marks(chart, "l s1"), LATE, x, y);
    List<DrawnSvg.Place> area = DrawnSvg.places(marks(chart, "fg p").get(0), x, y);
    double widest = 0;
    for (int i = 0; i < area.size() / 2; i++) {
      DrawnSvg.Place below = area.get(area.size() - 1 - i);
      widest = Math.max(widest, area.get(i).y() - below.y());
    }
    assertThat(widest).isGreaterThan(4).isLessThan(6);
    List<Element> rules = marks(chart, "ru");
    assertThat(y.applyAsDouble(DrawnSvg.number(rules.get(0), "y1"))).isCloseTo(10, within(0.01));
    assertThat(x.applyAsDouble(DrawnSvg.number(rules.get(1), "x1")))
        .isCloseTo(LocalDate.parse("2029-12-31").toEpochDay() + 1, within(1.0));
    assertThat(chart.getTextContent().replaceAll("\\s+", " "))
        .contains("reached by stargate-base on 2028-12-31, by power-late on 2029-");
  }

  private static void isTheMetric(
      List<Element> lines, String scenario, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    assertThat(lines).hasSize(1);
    List<DrawnSvg.Place> places = DrawnSvg.places(lines.get(0), x, y);
    int found = 0;
    for (JsonNode period : json("project", scenario, "-q", "-f", "json").get("timeline")) {
      double end = LocalDate.parse(period.get("period_end").asString()).toEpochDay() + 1;
      for (DrawnSvg.Place place : places) {
        if (Math.abs(place.x() - end) < 1) {
          found++;
          assertThat(place.y())
              .isCloseTo(period.get("facility_power_gw").asDouble(), within(0.005));
        }
      }
    }
    assertThat(found).isEqualTo(24);
  }

  @Test
  void aFlowHasAColumnAYearAndSide() {
    Element chart = chart(DrawnSvg.by("compare", BASE, LATE, "-f", "svg"), "Capex");
    DoubleUnaryOperator y = DrawnSvg.heights(chart, 1);
    double perUnit = Math.abs(y.applyAsDouble(0) - y.applyAsDouble(1));
    for (int side = 0; side < 2; side++) {
      double drawn = 0;
      for (Element bar : marks(chart, "f" + side + " e")) {
        drawn += DrawnSvg.number(bar, "height") * perUnit;
      }
      double capex = 0;
      for (JsonNode period :
          json("project", side == 0 ? BASE : LATE, "-q", "-f", "json").get("timeline")) {
        capex += period.get("capex_usd_bn").asDouble();
      }
      assertThat(drawn).isCloseTo(capex, within(0.2));
    }
  }

  @Test
  void levelsThatLieCloseTogetherAreAllNamedAndNoneOverAnother() {
    StringBuilder claims = new StringBuilder("claims=[");
    for (int i = 0; i < 30; i++) {
      claims.append("{id: c").append(i).append(", metric: facility_power_gw, by: 2027, at_least: ");
      claims.append(1000 + i).append(" MW}, ");
    }
    DrawnSvg svg =
        DrawnSvg.by(
            "compare", BASE, LATE, "-q", "--set", claims.append("]").toString(), "-f", "svg");
    PicturesTest.noTextLiesOverAnother(svg, "levels");
    List<DrawnSvg.Text> texts = DrawnSvg.texts(chart(svg, "Facility power"));
    String unplaced =
        texts.stream()
            .filter(text -> text.kind().equals("m"))
            .map(DrawnSvg.Text::words)
            .collect(java.util.stream.Collectors.joining(" "))
            .replaceFirst(".*(Levels without words: .*?\\.) .*", "$1");
    assertThat(unplaced).startsWith("Levels without words: at least 1.0");
    for (int i = 0; i < 30; i++) {
      String level =
          "at least "
              + new java.math.BigDecimal(1000 + i)
                  .movePointLeft(3)
                  .stripTrailingZeros()
                  .toPlainString()
              + " GW";
      boolean beside =
          texts.stream().anyMatch(t -> t.kind().equals("h") && t.words().equals(level));
      assertThat(beside).as(level).isNotEqualTo(unplaced.contains(level));
    }
  }

  @Test
  void aSavedResultIsDrawnWhereItHasRowsAndNothingChangedIsSaid() {
    String saved = CommandResult.of("project", BASE, "-q", "-f", "json").exits(0).stdout();
    DrawnSvg svg =
        DrawnSvg.of(
            CommandResult.with(saved, java.util.Map.of(), "compare", "-", LATE, "-f", "svg")
                .exits(0)
                .stdout());
    Element chart = chart(svg, "Facility power");
    assertThat(marks(chart, "l s0").get(0).getAttribute("d").split("L")).hasSize(24);
    assertThat(CommandResult.of("compare", BASE, BASE, "-f", "svg").exits(0).stdout())
        .contains("Nothing that could be drawn changed.");
  }

  /** Recorded points lie where the table has them; each that is off has a line to the plan. */
  @ParameterizedTest
  @ValueSource(strings = {"abilene", "colossus-1", "hedge"})
  void recordedPointsAndMissesAreThoseOfTheTable(String scenario) {
    String file = "scenarios/" + scenario + ".yaml";
    DrawnSvg svg = DrawnSvg.by("backtest", file, "-f", "svg");
    JsonNode subjects = json("backtest", file, "-f", "json").get("results").get(0).get("subjects");
    for (Element chart : svg.charts()) {
      String title = DrawnSvg.texts(chart).get(0).words();
      DoubleUnaryOperator x = DrawnSvg.days(chart);
      DoubleUnaryOperator y = DrawnSvg.heights(chart, 1);
      int happened = 0;
      int misses = 0;
      for (JsonNode subject : subjects) {
        if (!subject.get("title").asString().equals(title)) {
          continue;
        }
        for (JsonNode point : subject.get("points")) {
          if (!point.get("basis").asString().equals("facility")) {
            continue;
          }
          double recorded = point.get("recorded_mw").asDouble();
          double projected = point.get("projected_mw").asDouble();
          String set = point.get("set").asString();
          boolean isOff = Math.abs(projected - recorded) > 0.01 * recorded;
          misses += !set.equals("announced") && isOff ? 1 : 0;
          if (set.equals("happened")) {
            Element dot = marks(chart, "f1 e").get(happened++);
            double day = LocalDate.parse(point.get("date").asString()).toEpochDay() + 1;
            assertThat(x.applyAsDouble(DrawnSvg.number(dot, "cx"))).isCloseTo(day, within(1.0));
            assertThat(y.applyAsDouble(DrawnSvg.number(dot, "cy")))
                .isCloseTo(recorded / 1000, within(0.005));
          }
        }
      }
      assertThat(marks(chart, "l s1")).as(title).hasSize(misses);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare scenarios/base.yaml scenarios/power-late.yaml",
        "compare scenarios/base.yaml scenarios/slower-pace.yaml scenarios/claim-path.yaml"
            + " scenarios/refresh.yaml scenarios/hedge.yaml scenarios/power-late.yaml"
            + " scenarios/stargate-500bn-2025.yaml scenarios/custom-silicon.yaml",
        "compare scenarios/training-runs.yaml scenarios/ten-million-gpus-dies.yaml",
        "compare scenarios/new-carlisle.yaml scenarios/new-carlisle-uncertain.yaml -n 100",
        "backtest scenarios/base.yaml scenarios/colossus-1.yaml scenarios/minimal.yaml",
        "backtest scenarios/whole-frontier.yaml",
        "backtest scenarios/claim-path.yaml",
        "backtest scenarios/colossus-2-uncertain.yaml -n 100"
      })
  void noTextLiesOverAnother(String line) {
    String[] command = (line + " -q -f svg").split(" ");
    String svg = CommandResult.of(command).exits(0).stdout();
    PicturesTest.noTextLiesOverAnother(DrawnSvg.of(svg), line);
    assertThat(svg.length()).isLessThan(120_000);
  }

  @Test
  void aTitleIsText() {
    String title = "title=<script>alert(1)</script>";
    for (String[] command :
        List.of(
            new String[] {"compare", BASE, LATE, "--set", title, "-f", "svg"},
            new String[] {"backtest", BASE, "--set", title, "-f", "svg"})) {
      assertThat(CommandResult.of(command).exits(0).stdout()).doesNotContain("<script");
    }
  }
}
