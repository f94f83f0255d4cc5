package org.stargatecalc.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/** Results that were saved as JSON. */
class ResultReaderTest {
  private static final String SAVED =
      """
      {
      "schema": "stargate-calc/result/v1",
      "seed": 7,
      "samples": 64,
      "scenario": {"name": "plan", "title": "A plan", "file": "plan.yaml",
      "horizon_from": "2026-01-01", "horizon_to": "2027-12-31"},
      "by": "half",
      "claims": [
      {"id": "a", "title": "One", "metric": "facility_power_gw", "basis": "it", "at_least": 1.5, "by": "2026-12-31",
      "verdict": "late", "value": 1.25, "attainment": 0.8, "shortfall": 0.3, "reached_on": "2027-02-03", "slip_months": 1.5, "probability_met": 0.25, "probability_met_se": 0.01},
      {"id": "b", "title": null, "metric": "gpu_count", "basis": null, "at_least": 5, "by": "2026-12-31",
      "verdict": "before_horizon", "value": null, "attainment": null, "shortfall": null, "reached_on": null, "slip_months": null, "probability_met": null},
      {"id": "c", "metric": "gpu_count", "at_least": 5, "by": "2026-12-31", "verdict": "met", "probability_met": 1}
      ],
      "assumptions": [
      {"path": "pue", "declared_at": "sites.x.pue", "value": 1.2, "value_p05": 1.1, "value_p95": 1.3, "unit": "1", "origin": "site", "source": "s", "confidence": "high", "as_of": "2026-01"},
      {"path": "online", "declared_at": "online", "value": "2026-06-30", "value_p05": "2026-06-01", "value_p95": "2026-08-01", "unit": null, "origin": "given", "source": null, "confidence": null, "as_of": null},
      {"path": "gpu", "declared_at": "gpu", "value": "gb200", "unit": null, "origin": "default"}
      ],
      "timeline": [
      {"period_end": "2026-06-30", "facility_power_gw": 0.5, "facility_power_gw_p05": 0.4, "capex_usd_bn": 10, "binding_constraint": "grid"},
      {"period_end": "2026-12-31", "facility_power_gw": 1.5, "capex_usd_bn": 20, "binding_constraint": null},
      {"period_end": "2027-12-31", "facility_power_gw": null, "capex_usd_bn": 30}
      ]
      }
      """;

  private static List<Result> read(String text, Problems problems) {
    return ResultReader.read("saved.json", text.getBytes(StandardCharsets.UTF_8), problems);
  }

  private static Result valid(String text) {
    Problems problems = new Problems();
    List<Result> results = read(text, problems);
    assertThat(problems.errors()).isEmpty();
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static List<String> errors(String text) {
    Problems problems = new Problems();
    assertThat(read(text, problems)).isEmpty();
    return problems.errors().stream().map(Problem::message).toList();
  }

  // ---- what is there ----

  @Test
  void theScenarioIsReadBack() {
    Result result = valid(SAVED);
    assertThat(result.name()).isEqualTo("plan");
    assertThat(result.title()).contains("A plan");
    assertThat(result.file()).isEqualTo("plan.yaml");
    assertThat(result.seed()).isEqualTo(7);
    assertThat(result.samples()).isEqualTo(64);
    assertThat(result.horizon().from()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(result.horizon().to()).isEqualTo(LocalDate.of(2027, 12, 31));
  }

  @Test
  void claimsAreReadBack() {
    LocalDate by = LocalDate.of(2026, 12, 31);
    OptionalDouble none = OptionalDouble.empty();
    assertThat(valid(SAVED).claims())
        .containsExactly(
            new ResultClaim(
                "a",
                "One",
                Metric.FACILITY_POWER_GW,
                Optional.of(Basis.IT),
                1.5,
                by,
                Verdict.LATE,
                OptionalDouble.of(1.25),
                OptionalDouble.of(0.8),
                OptionalDouble.of(0.3),
                Optional.of(LocalDate.of(2027, 2, 3)),
                OptionalDouble.of(1.5),
                Optional.empty(),
                Optional.of(new Estimate(0.25, 0.01))),
            new ResultClaim(
                "b",
                "",
                Metric.GPU_COUNT,
                Optional.empty(),
                5,
                by,
                Verdict.BEFORE_HORIZON,
                none,
                none,
                none,
                Optional.empty(),
                none,
                Optional.empty(),
                Optional.empty()),
            // what was not drawn has no error
            new ResultClaim(
                "c",
                "",
                Metric.GPU_COUNT,
                Optional.empty(),
                5,
                by,
                Verdict.MET,
                none,
                none,
                none,
                Optional.empty(),
                none,
                Optional.empty(),
                Optional.of(new Estimate(1, 0))));
  }

  @Test
  void assumptionsAreReadBack() {
    double june = LocalDate.of(2026, 6, 1).toEpochDay();
    double august = LocalDate.of(2026, 8, 1).toEpochDay();
    assertThat(valid(SAVED).assumptions())
        .containsExactly(
            new ResultAssumption(
                "pue",
                "sites.x.pue",
                1.2,
                1.1,
                1.3,
                "",
                Optional.of("1"),
                Origin.SITE,
                Optional.of("s"),
                Optional.of("high"),
                Optional.of("2026-01")),
            new ResultAssumption(
                "online",
                "online",
                Double.NaN,
                june,
                august,
                "2026-06-30",
                Optional.empty(),
                Origin.GIVEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new ResultAssumption(
                "gpu",
                "gpu",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "gb200",
                Optional.empty(),
                Origin.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void theTimelineIsReadBack() throws NotMeasuredException {
    Result result = valid(SAVED);
    LocalDate june = LocalDate.of(2026, 6, 30);
    LocalDate december = LocalDate.of(2026, 12, 31);
    assertThat(at(result, Metric.FACILITY_POWER_GW, Moment.upTo(june))).isEqualTo(0.5);
    assertThat(
            result
                .measures()
                .measure(Metric.FACILITY_POWER_GW, Statistic.percentile(5), Moment.upTo(june))
                .value())
        .isEqualTo(0.4);
    // null is undefined, not zero
    assertThat(at(result, Metric.FACILITY_POWER_GW, Moment.upTo(LocalDate.of(2027, 12, 31))))
        .isNaN();
    assertThat(at(result, Metric.CAPEX_USD_BN, Moment.upTo(december))).isEqualTo(30);
    assertThat(at(result, Metric.CAPEX_USD_BN, new Moment(Optional.of(june), december)))
        .isEqualTo(20);
    assertThat(result.measures().word(Metric.BINDING_CONSTRAINT, june)).contains("grid");
    assertThat(result.measures().word(Metric.BINDING_CONSTRAINT, december)).isEmpty();
  }

  @Test
  void withoutPeriodsEachRowBeginsWithTheHorizon() throws NotMeasuredException {
    Result result = valid(SAVED.replace("\"by\": \"half\",\n", ""));
    assertThat(at(result, Metric.CAPEX_USD_BN, Moment.upTo(LocalDate.of(2026, 12, 31))))
        .isEqualTo(20);
  }

  @Test
  void aFirstPeriodThatTheHorizonCutsBeginsWithIt() throws NotMeasuredException {
    Result result = valid(SAVED.replace("2026-01-01", "2026-03-01"));
    assertThat(at(result, Metric.CAPEX_USD_BN, Moment.upTo(LocalDate.of(2026, 6, 30))))
        .isEqualTo(10);
  }

  private static double at(Result result, Metric metric, Moment moment)
      throws NotMeasuredException {
    return result.measures().measure(metric, Statistic.CENTRAL, moment).value();
  }

  @Test
  void severalResultsInOneFileAreReadInTheirOrder() {
    String several =
        "{\"schema\": \"stargate-calc/results/v1\", \"results\": [\n"
            + SAVED
            + ",\n"
            + SAVED.replace("\"plan\"", "\"other\"")
            + "]}";
    Problems problems = new Problems();
    assertThat(read(several, problems)).extracting(Result::name).containsExactly("plan", "other");
    // a mistake is named with its place in the list
    String second = several.replace("\"name\": \"other\"", "\"nam\": \"other\"");
    assertThat(errors(second))
        .containsExactly(
            "saved.json:32:13: results[1].scenario.name: found nothing; expected a text, as project"
                + " -f json writes it");
    assertThat(errors("{\"schema\": \"stargate-calc/results/v1\", \"results\": [1]}"))
        .containsExactly("saved.json:1:52: results[0]: found '1'; expected a result");
    assertThat(errors("{\"schema\": \"stargate-calc/results/v1\"}"))
        .containsExactly(
            "saved.json:1:1: results: found nothing; expected a list, as project -f json writes it");
  }

  @Test
  void aResultIsKnownByItsSchema() {
    assertThat(isResult(SAVED)).isTrue();
    assertThat(isResult("{\"a\": [1, {\"schema\": 1}], \"schema\": \"stargate-calc/x\"}")).isTrue();
    assertThat(isResult("{\"schema\": \"other\"}")).isFalse();
    assertThat(isResult("{\"schema\": 1}")).isFalse();
    assertThat(isResult("{\"inner\": {\"schema\": \"stargate-calc/result/v1\"}}")).isFalse();
    assertThat(isResult("[\"schema\", \"stargate-calc/result/v1\"]")).isFalse();
    assertThat(isResult("name: plan\n")).isFalse();
    assertThat(isResult("")).isFalse();
  }

  private static boolean isResult(String text) {
    return ResultReader.isResult(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theVersionOfTheModelIsReadBack() {
    assertThat(valid(SAVED.replace("\"seed\"", "\"model_version\": 3, \"seed\"")).modelVersion())
        .isEqualTo(3);
    // what does not say so was computed by the first
    assertThat(valid(SAVED).modelVersion()).isEqualTo(1);
  }

  @Test
  void keysThatThisVersionDoesNotKnowDoNoHarm() {
    String more =
        SAVED
            .replace("\"seed\"", "\"later\": {\"x\": [1]}, \"seed\"")
            .replace("\"capex_usd_bn\": 10", "\"capex_usd_bn\": 10, \"later_p05\": \"x\"");
    assertThat(valid(more).name()).isEqualTo("plan");
  }

  // ---- what is wrong ----

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "seed": 7,               | `"seed": "x",`            | 3:9: seed: found 'x'; expected a whole number
          "seed": 7,               | ``                        | 1:1: seed: found nothing; expected a whole number
          "samples": 64,           | `"samples": null,`        | 4:12: samples: found nothing; expected a whole number
          "name": "plan"           | `"nam": "plan"`           | 5:13: scenario.name: found nothing; expected a text
          "name": "plan"           | `"name": [1]`             | 5:22: scenario.name: found a list; expected a text
          2026-01-01               | `2026-13-01`              | 6:17: scenario.horizon_from: found '2026-13-01'; expected a date
          "2027-12-31"}            | `null}`                   | 6:45: scenario.horizon_to: found nothing; expected a date
          "2027-12-31"}            | `"2025-12-31"}`           | 6:45: scenario.horizon_to: found '2025-12-31'; expected a date not before 2026-01-01
          "claims": [              | `"claims": 5, "x": [`     | 8:11: claims: found '5'; expected a list
          "claims": [              | `"claims": [3,`           | 8:12: claims[0]: found '3'; expected a claim
          "metric": "gpu_count"    | `"metric": "gpu_cout"`    | 11:38: claims[1].metric: found 'gpu_cout'; expected a metric of this version
          "verdict": "late"        | `"verdict": "soon"`       | 10:12: claims[0].verdict: found 'soon'; expected one of met, late, not_reached, beyond_horizon, before_horizon
          "value": 1.25            | `"value": "Infinity"`      | 10:29: claims[0].value: found 'Infinity'; expected a number
          "value": 1.25            | `"value": "1.25"`         | 10:29: claims[0].value: found '1.25'; expected a number
          "value": 1.25            | `"value": 1e999`          | 10:29: claims[0].value: found '1e999'; expected a number
          "probability_met": 0.25  | `"probability_met": true` | 10:139: claims[0].probability_met: found 'true'; expected a number
          "id": "a"                | `"id": 7`                 | 9:8: claims[0].id: found '7'; expected a text
          "seed": 7,               | `"seed": 7.5,`            | 3:9: seed: found '7.5'; expected a whole number
          "seed": 7,               | `"seed": 7, "model_version": 0,` | 3:29: model_version: found '0'; expected a whole number from 1
          "seed": 7,               | `"seed": 7, "model_version": "2",` | 3:29: model_version: found '2'; expected a whole number
          "by": "half"             | `"by": "week"`            | 7:7: by: found 'week'; expected one of month, quarter, half, year
          "facility_power_gw_p05": 0.4 | `"facility_power_gw_p05": "NaN"` | 21:81: timeline[0].facility_power_gw_p05: found 'NaN'; expected a number
          "at_least": 1.5          | `"at_least": "1.5 GW"`    | 9:87: claims[0].at_least: found '1.5 GW'; expected a number
          "reached_on": "2027-02-03" | `"reached_on": "soon"`  | 10:86: claims[0].reached_on: found 'soon'; expected a date
          "assumptions": [         | `"assumptions": ["x",`    | 15:17: assumptions[0]: found 'x'; expected an assumption
          "origin": "site"         | `"origin": "sky"`         | 16:120: assumptions[0].origin: found 'sky'; expected one of given, site, scenario, catalogue, default
          "value": 1.2,            | `"value": "much",`        | 16:56: assumptions[0].value: found 'much'; expected a number
          "value": "gb200"         | `"value": null`           | 18:48: assumptions[2].value: found nothing; expected a text
          "value_p05": "2026-06-01" | `"value_p05": "x"`       | 17:81: assumptions[1].value_p05: found 'x'; expected a date
          "timeline": [            | `"timeline": ["x",`       | 20:14: timeline[0]: found 'x'; expected a period
          "period_end": "2026-06-30" | `"period_end": "June"`  | 21:16: timeline[0].period_end: found 'June'; expected a date
          "capex_usd_bn": 10       | `"capex_usd_bn": "ten"`   | 21:102: timeline[0].capex_usd_bn: found 'ten'; expected a number
          """)
  void whatIsMissingOrWrongIsNamedAtItsPlace(String from, String to, String said) {
    String broken = SAVED.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(broken).isNotEqualTo(SAVED);
    List<String> errors = errors(broken);
    assertThat(errors)
        .anyMatch(
            error ->
                error.equals("saved.json:" + said)
                    || error.equals("saved.json:" + said + ", as project -f json writes it"));
    assertThat(errors).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void anotherSchemaIsNamedWithTheWayToANewFile() {
    assertThat(errors(SAVED.replace("result/v1", "result/v0")))
        .containsExactly(
            "saved.json:2:11: schema: found 'stargate-calc/result/v0', which this version does not"
                + " read; expected stargate-calc/result/v1; make a new one: stargate-calc project"
                + " SCENARIO -o saved.json");
    assertThat(errors("{}"))
        .contains(
            "saved.json:1:1: schema: found '', which this version does not read; expected"
                + " stargate-calc/result/v1; make a new one: stargate-calc project SCENARIO -o"
                + " saved.json");
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThat(errors("[1]"))
        .containsExactly("saved.json:1:1: found no object; expected a saved result");
    assertThat(errors(SAVED + "{}"))
        .singleElement()
        .asString()
        .contains("found more after the object");
    assertThat(errors("{\"a\": }")).singleElement().asString().startsWith("saved.json:1:7: ");
    assertThat(ResultReader.read("saved.json", new byte[] {'{', (byte) 0xff}, new Problems()))
        .isEmpty();
  }
}
