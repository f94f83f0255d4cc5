package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.support.ProjectedYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers of an independent implementation of the model. */
class ReferenceTest {
  private static final Path FOLDER = Path.of("src/test/resources/reference");
  private static final double RELATIVE = 1e-9;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minimal",
        "two-phase",
        "milestones",
        "life/cover-risk",
        "life/growth-refresh-falls",
        "life/leads-short",
        "life/refresh-ramp",
        "life/refresh-until-lead",
        "life/scurve-cover",
        "life/sites-refresh",
        "life/supply-until",
        "life/rise-again",
        "life/run-share-sites",
        "life/site-count-systems",
        "life/milestone-falls",
        "life/offtake-terms",
        "life/steps",
        "life/straight-line-leads",
        "life/two-covers",
        "life/until-in-ramp",
        "life/own-chips"
      })
  void agreesWithTheReference(String name) throws IOException {
    LoadedScenario scenario = ProjectedYaml.load(Files.readString(FOLDER.resolve(name + ".yaml")));
    double[] deadlines = scenario.claims().stream().mapToDouble(Claim::deadline).toArray();
    Projection projection =
        ProjectionEngine.project(new ScenarioResolver(scenario.spec()).central(), deadlines);
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                Files.readString(FOLDER.resolve(name + ".expected.json"), StandardCharsets.UTF_8));

    double after = projection.horizon().start();
    List<LocalDate> ends = projection.horizon().periodEnds(Period.QUARTER);
    assertThat(ends).hasSize(expected.get("periods").size());
    for (int i = 0; i < ends.size(); i++) {
      JsonNode period = expected.get("periods").get(i);
      assertThat(ends.get(i)).hasToString(period.get("date").asString());
      double end = Instants.endOf(ends.get(i));
      for (Map.Entry<String, JsonNode> entry : period.properties()) {
        if (entry.getKey().equals("date")) {
          continue;
        }
        if (Metric.of(entry.getKey()).isEmpty()) {
          continue;
        }
        Metric metric = Metric.of(entry.getKey()).get();
        String where = metric.id() + "@" + ends.get(i);
        if (metric.kind() == Metric.Kind.TEXT) {
          assertThat(projection.bindingConstraint(end).orElse(null))
              .as(where)
              .isEqualTo(entry.getValue().isNull() ? null : entry.getValue().asString());
          continue;
        }
        double actual =
            metric.kind() == Metric.Kind.FLOW
                ? projection.flow(metric, after, end)
                : projection.at(metric, Basis.FACILITY, end);
        if (entry.getValue().isNull()) {
          assertThat(actual).as(where).isNaN();
        } else {
          assertClose(actual, entry.getValue().asDouble(), where);
        }
      }
      after = end;
    }
    for (Claim claim : scenario.claims()) {
      JsonNode wanted = expected.get("claims").get(claim.id());
      CheckedClaim checked = new ClaimChecker(projection).check(claim);
      assertAnswer(checked.answer(), wanted, claim.id());
      for (Answer reading : checked.readings()) {
        JsonNode other = reading(wanted, reading);
        assertAnswer(reading, other, claim.id() + " " + reading.metric().id());
      }
    }
  }

  private static JsonNode reading(JsonNode claim, Answer reading) {
    for (JsonNode other : claim.path("readings")) {
      String basis = reading.readBasis().map(Basis::id).orElse("");
      String precision = reading.reading().precision().map(Precision::id).orElse("");
      if (other.get("metric").asString().equals(reading.metric().id())
          && other.path("basis").asString("").equals(basis)
          && other.path("precision").asString("").equals(precision)) {
        return other;
      }
    }
    // the shown cases of the model without a life have no readings
    assertThat(claim.has("readings")).as("%s", reading).isFalse();
    return JsonNodeFactory.instance.objectNode();
  }

  private static void assertAnswer(Answer answer, JsonNode wanted, String claim) {
    if (wanted.isEmpty()) {
      return;
    }
    assertThat(answer.verdict().id()).as(claim).isEqualTo(wanted.get("verdict").asString());
    if (wanted.get("value").isNull()) {
      assertThat(answer.value().getAsDouble()).as(claim).isNaN();
      return;
    }
    assertClose(answer.value().getAsDouble(), wanted.get("value").asDouble(), claim);
    assertClose(answer.attainment().getAsDouble(), wanted.get("attainment").asDouble(), claim);
    if (wanted.has("held")) {
      assertThat(answer.held()).as(claim).contains(wanted.get("held").asBoolean());
    }
    if (wanted.has("reached_on")) {
      assertThat(answer.reachedOn().orElseThrow()).hasToString(wanted.get("reached_on").asString());
      assertClose(answer.slipMonths().getAsDouble(), wanted.get("slip_months").asDouble(), claim);
    }
  }

  /** Deferred hours are differences of billions: what is on time leaves a rounding of them. */
  private static double smallest(String where) {
    return where.startsWith(Metric.DEFERRED_GPU_HOURS.id()) ? 1e-5 : 1e-12;
  }

  private static void assertClose(double actual, double expected, String where) {
    assertThat(actual)
        .as(where)
        .isCloseTo(expected, within(Math.abs(expected) * RELATIVE + smallest(where)));
  }
}
