package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import org.stargatecalc.support.ProgramServer;
import org.stargatecalc.support.Tool;
import tools.jackson.databind.JsonNode;

class CompareCommandTest {
  private static final String PLAN =
      """
      name: plan
      pue: 1.2
      watts_per_gpu: 2090 W
      phases:
        first: {gpu_count: 100k, online: 2025-09-30}
        second: {facility_power: 0.9 GW, online: 2026-06, ramp: 6 months}
      """;

  /** Few: two results of the same draws are the same however many these are. */
  private static final String DRAWS = "100";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file.toString();
  }

  private static List<String> texts(JsonNode list, String key) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.get(key).asString()));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("org.stargatecalc.support.Shipped#scenarios")
  void aScenarioEqualsItselfAndItsSavedResult(Path scenario) {
    String saved = folder.resolve("saved.json").toString();
    assertThat(exit(List.of("project", scenario.toString(), "-o", saved, "-n", DRAWS))).isZero();
    for (String base : List.of(scenario.toString(), saved)) {
      CommandResult call =
          CommandResult.of(
              "compare",
              base,
              scenario.toString(),
              "--by",
              "quarter",
              "--exit-code",
              "-f",
              "json",
              "-n",
              DRAWS);
      assertThat(call.stderr()).isEmpty();
      assertThat(call.exit()).isZero();
      JsonNode found = JsonOutput.in(call);
      assertThat(found.get("different").asBoolean()).isFalse();
      assertThat(found.get("assumptions")).isEmpty();
      assertThat(found.get("claims")).isEmpty();
      assertThat(found.get("metrics")).isEmpty();
      assertThat(found.get("notes")).isEmpty();
      assertThat(found.get("unchanged").get("metrics").asInt()).isPositive();
    }
  }

  /** Another name draws other numbers of the same distributions: a thousand ones, none changed. */
  @Test
  void aRenamedPhaseIsNoDifference() throws IOException {
    String plan =
        """
        name: plan
        as_of: 2026-01-31
        horizon: {from: 2025-01, to: 2030-12}
        claims: [{id: c, metric: gpu_count, at_least: 210k, by: 2028}]
        phases:
          first: {gpu: gb200, gpu_count: 95k to 130k, pue: 1.1 to 1.4, online: 2026-06}
          second: {gpu: gb200, gpu_count: 95k to 130k, pue: 1.1 to 1.4, online: 2027-06}
        """;
    String base = file("base.yaml", plan);
    String renamed = file("other.yaml", plan.replace("second", "zweite"));
    for (String seed : List.of("1", "2")) {
      String[] line = {"compare", base, renamed, "--exit-code", "-n", "1000", "--seed", seed};
      assertThat(CommandResult.of(line).exits(0).stdout()).contains("≈");
    }
    String more = file("more.yaml", plan.replace("130k", "131k"));
    CommandResult.of("compare", base, more, "--exit-code", "-n", "1000").exits(11);
  }

  @Test
  void oneWattIsOneAssumptionAndWhatItMoves() throws IOException {
    String base = file("base.yaml", PLAN);
    String other = file("other.yaml", PLAN.replace("2090 W", "2091 W"));
    CommandResult call =
        CommandResult.of("compare", base, other, "--exit-code", "-f", "json", "--at", "2025");
    assertThat(call.exit()).isEqualTo(11);
    JsonNode found = JsonOutput.in(call);
    assertThat(texts(found.get("assumptions"), "path")).containsExactly("watts_per_gpu");
    JsonNode watts = found.get("assumptions").get(0);
    assertThat(watts.get("uses").asInt()).isEqualTo(2);
    assertThat(watts.get("from").get("value").asDouble()).isEqualTo(2090);
    assertThat(watts.get("to").get(0).get("value").asDouble()).isEqualTo(2091);
    assertThat(texts(found.get("metrics"), "metric"))
        .contains("it_power_gw", "facility_power_gw", "energy_cost_usd_bn")
        .doesNotContain("gpu_count", "h100_equivalents", "peak_flops", "shortfall_gw");
    JsonNode power = found.get("metrics").get(0);
    // 100,000 GPUs × 1 W = 100 kW of IT power
    assertThat(power.get("metric").asString()).isEqualTo("it_power_gw");
    assertThat(power.get("to").get(0).get("change").asDouble()).isBetween(0.000099999, 0.000100001);
    assertThat(power.get("to").get(0).get("change_percent").asDouble()).isBetween(0.04784, 0.04785);
  }

  @Test
  void theToleranceDecidesWhatIsADifference() throws IOException {
    String base = file("base.yaml", PLAN);
    String other = file("other.yaml", PLAN.replace("2090 W", "2091 W"));
    List<String> call =
        List.of("compare", base, other, "--exit-code", "--metrics", "it_power_gw", "--at", "2025");
    assertThat(exit(call)).isEqualTo(11);
    // IT power moves by 1/2090 = 0.0478 %
    assertThat(exit(call, "--tolerance", "1%")).isZero();
    assertThat(exit(call, "--tolerance", "1%", "--tolerance", "it_power_gw=0.01%")).isEqualTo(11);
    assertThat(exit(call, "--tolerance", "1")).isEqualTo(2);
    assertThat(exit(call, "--tolerance", "it_powr_gw=1%")).isEqualTo(2);
    String noClaims = file("none.yaml", PLAN + "claims: []\n");
    String noClaimsEither = file("none2.yaml", PLAN.replace("2090 W", "2091 W") + "claims: []\n");
    List<String> without =
        List.of(
            "compare",
            noClaims,
            noClaimsEither,
            "--exit-code",
            "--metrics",
            "it_power_gw",
            "--at",
            "2025");
    assertThat(exit(without, "--tolerance", "1%")).isZero();
    assertThat(exit(without, "--tolerance", "it_power_gw=0.05%")).isZero();
    assertThat(exit(without, "--tolerance", "it_power_gw=0.04%")).isEqualTo(11);
    assertThat(exit(without, "--tolerance", "1%", "--tolerance", "it_power_gw=0.04%"))
        .isEqualTo(11);
  }

  private static int exit(List<String> call, String... more) {
    List<String> all = new ArrayList<>(call);
    all.addAll(List.of(more));
    return CommandResult.of(all.toArray(String[]::new)).exit();
  }

  @Test
  void percentIsLeftOutWhereTheBaseIsZero() throws IOException {
    String base = file("base.yaml", PLAN);
    String other = file("other.yaml", PLAN + "delay: 1 month\n");
    JsonNode found =
        JsonOutput.in(
            CommandResult.of(
                "compare", base, other, "-f", "json", "--metrics", "deferred_gpu_hours"));
    JsonNode first = found.get("metrics").get(0);
    assertThat(first.get("from").asDouble()).isZero();
    assertThat(first.get("to").get(0).get("change").asDouble()).isPositive();
    assertThat(first.get("to").get(0).get("change_percent").isNull()).isTrue();
  }

  @Test
  void aRenamedPhaseIsFollowed() throws IOException {
    String base = file("base.yaml", PLAN);
    String other = file("other.yaml", PLAN.replace("second:", "texas:").replace("0.9", "0.9"));
    JsonNode found = JsonOutput.in(CommandResult.of("compare", base, other, "-f", "json"));
    assertThat(found.get("notes").get(0).asString())
        .endsWith("the phase second is called texas here, and followed");
    assertThat(found.get("metrics")).isEmpty();
    assertThat(texts(found.get("assumptions"), "path"))
        .allMatch(path -> path.endsWith("site") || path.endsWith("training_system"));
  }

  @Test
  void claimsOfOneSideOnlyAreSaidToBeSo() throws IOException {
    String base = file("base.yaml", PLAN + "claims: [stargate-1gw-2025]\n");
    String other = file("other.yaml", PLAN + "claims: [stargate-5gw-2027]\n");
    CommandResult call = CommandResult.of("compare", base, other);
    assertThat(call.stdout()).contains("not asked");
    JsonNode found = JsonOutput.in(CommandResult.of("compare", base, other, "-f", "json"));
    assertThat(texts(found.get("claims"), "id"))
        .containsExactly("stargate-1gw-2025", "stargate-5gw-2027");
    assertThat(found.get("claims").get(0).get("to").get(0).isNull()).isTrue();
    assertThat(found.get("claims").get(1).get("from").isNull()).isTrue();
  }

  @Test
  void severalOthersMakeColumns() throws IOException {
    String base = file("base.yaml", PLAN);
    String a = file("a.yaml", PLAN.replace("plan", "a").replace("1.2", "1.3"));
    String b = file("b.yaml", PLAN.replace("plan", "b").replace("1.2", "1.4"));
    CommandResult call =
        CommandResult.of(
            "compare", base, a, b, "-f", "csv", "--metrics", "facility_power_gw", "--at", "2025");
    assertThat(call.stdout())
        .contains("metric,facility_power_gw,2025-12-31,central,GW,0.2508,0.2717,0.0209,8.33333")
        .contains("metric,facility_power_gw,2025-12-31,central,GW,0.2508,0.2926,0.0418,16.6667");
  }

  @Test
  void anotherSchemaIsRefusedWithTheCommandThatMakesANewResult() throws IOException {
    String plan = file("plan.yaml", PLAN);
    String saved = folder.resolve("saved.json").toString();
    CommandResult.of("project", plan, "-o", saved);
    String text = Files.readString(Path.of(saved)).replace("result/v1", "result/v9");
    String other = file("other.json", text);
    CommandResult call = CommandResult.of("compare", other, plan);
    assertThat(call.exit()).isEqualTo(3);
    assertThat(call.stderr())
        .contains("schema: found 'stargate-calc/result/v9'")
        .contains("stargate-calc project SCENARIO -o ");
  }

  @Test
  void textFromAScenarioStaysTextInEveryFormat() throws IOException {
    String base = file("base.yaml", PLAN);
    String other =
        file(
            "other.yaml",
            PLAN.replace(
                "pue: 1.2", "pue: {value: 1.3, source: \"<script>alert(1)</script>|`x`\"}"));
    assertThat(CommandResult.of("compare", base, other, "-f", "html").stdout())
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
    assertThat(CommandResult.of("compare", base, other, "-f", "markdown").stdout())
        .startsWith("<!-- stargate-calc compare -->\n")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\|\\`x\\`");
  }

  @Test
  void aFormatThatCompareLacksIsAUsageError() {
    CommandResult call =
        CommandResult.of("compare", "scenarios/base.yaml", "scenarios/base.yaml", "-f", "nonsense");
    assertThat(call.exit()).isEqualTo(2);
  }

  @Test
  void gitReferencesWorkFromTheRootASubdirectoryABareAndAShallowClone() throws Exception {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Tool.git(repository, "init", "-q", "-b", "main");
    file("repository/plans/parent.yaml", PLAN);
    file("repository/plans/child.yaml", "extends: parent.yaml\nname: child\npue: 1.3\n");
    file("repository/plans/broken.yaml", "name: broken\nnonsense: 1\n");
    file("repository/plans/deleted.yaml", PLAN);
    Tool.commit(repository);
    file("repository/plans/parent.yaml", PLAN.replace("2090 W", "3000 W"));
    file("repository/plans/broken.yaml", PLAN.replace("plan", "broken"));
    file("repository/plans/new.yaml", PLAN);
    Files.delete(repository.resolve("plans/deleted.yaml"));
    Tool.commit(repository);

    Path bare = folder.resolve("bare.git");
    Tool.git(folder, "clone", "-q", "--bare", repository.toString(), bare.toString());

    // one folder, since the program looks from its current one, is each in turn
    Path here = repository.resolve("plans");
    try (ProgramServer server = ProgramServer.in(here)) {
      List<CommandResult> below =
          compares(
              server,
              "git:HEAD~1:child.yaml child.yaml -f json",
              "git:HEAD~1:plans/child.yaml child.yaml --exit-code");
      below.get(1).exits(11);

      Files.move(repository.resolve(".git"), folder.resolve("no.git"));
      cloneInto(here, bare);
      List<CommandResult> top =
          compares(
              server,
              "git:HEAD~1:plans/child.yaml plans/child.yaml -f json",
              "git:HEAD~1:plans/broken.yaml plans/broken.yaml",
              "git:HEAD~1:plans/new.yaml plans/new.yaml",
              "git:HEAD~1:plans/deleted.yaml plans/deleted.yaml",
              "git:HEAD~1:plans/nwe.yaml plans/new.yaml",
              "git:$(touch${IFS}owned):plans/new.yaml plans/new.yaml");
      assertThat(top.get(1).exits(0).stdout()).contains("cannot be projected").contains("nonsense");
      assertThat(top.get(2).exits(0).stdout()).contains("does not exist");
      assertThat(top.get(3).exits(0).stdout()).contains("does not exist");
      top.get(4).exits(3);
      top.get(5).exits(3);
      assertThat(here.resolve("owned")).doesNotExist();
      // what a revision extends comes from that revision
      for (CommandResult result : List.of(top.get(0), below.get(0))) {
        assertThat(texts(JsonOutput.in(result).get("assumptions"), "path"))
            .containsExactly("watts_per_gpu");
      }

      cloneInto(here, bare, "--bare");
      String revisions = "git:main~1:plans/child.yaml git:main:plans/child.yaml --exit-code";
      assertThat(compares(server, revisions).get(0).exits(11).stderr()).isEmpty();

      cloneInto(here, bare, "--depth", "1");
      String noParent = "git:HEAD~1:plans/child.yaml plans/child.yaml";
      assertThat(compares(server, noParent).get(0).exits(3).stderr())
          .contains("no revision HEAD~1")
          .contains("shallow clone");
    }
  }

  /** Puts a clone in the place of what is in a folder. */
  private static void cloneInto(Path here, Path repository, String... options) throws IOException {
    Tool.run("find", here.toString(), "-mindepth", "1", "-delete");
    List<String> clone = new ArrayList<>(List.of("clone", "-q"));
    clone.addAll(List.of(options));
    clone.addAll(List.of("file://" + repository, here.toString()));
    Tool.git(here, clone.toArray(String[]::new));
  }

  private static List<CommandResult> compares(ProgramServer server, String... lines)
      throws IOException {
    List<CommandResult> results = new ArrayList<>();
    for (String line : lines) {
      results.add(server.run(("compare " + line).split(" ")));
    }
    return results;
  }
}
