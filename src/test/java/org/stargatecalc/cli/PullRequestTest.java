package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.JsonOutput;
import org.stargatecalc.support.ProgramServer;
import org.stargatecalc.support.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A pull request against a local repository, on which every step of the workflow that {@code init}
 * writes is run by bash as GitHub would; its own actions and {@code gh} are played.
 */
class PullRequestTest {
  private static final String PLAN =
      """
      name: %s
      horizon: {from: 2026-01, to: 2028-12}
      gpu_count: 500k
      watts_per_gpu: 2090 W
      pue: 1.4
      online: 2026-06
      claims: [stargate-1gw-2025]
      """;

  /** Keeps comments as files, and answers as {@code gh api} does. */
  private static final String GH =
      """
      #!/usr/bin/env bash
      set -euo pipefail
      method=GET body= jq=. path=
      shift
      while [ $# -gt 0 ]; do
        case $1 in
          -X) method=$2; shift 2 ;;
          --jq) jq=$2; shift 2 ;;
          -F) body=${2#body=@}; [ "$method" != GET ] || method=POST; shift 2 ;;
          --paginate | --silent) shift ;;
          *) path=$1; shift ;;
        esac
      done
      echo "$method $path" >> "$STORE.log"
      case $method in
        GET) jq -s . "$STORE"/*.json | jq -r "$jq" ;;
        POST) id=$(($(ls "$STORE" | wc -l) + 100)) ;;
        PATCH) id=${path##*/} ;;
        DELETE) rm "$STORE/${path##*/}.json" ;;
      esac
      if [ -n "$body" ]; then
        jq -Rs --argjson id "$id" '{id: $id, user: {type: "Bot"}, body: .}' < "$body" > "$STORE/$id.json"
      fi
      """;

  @TempDir private static Path checkout;
  private static ProgramServer server;

  @TempDir Path folder;
  private Path work;
  private Path store;
  private JsonNode job;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeAll
  static void startTheProgram() throws IOException {
    server = ProgramServer.in(checkout);
  }

  @AfterAll
  static void endTheProgram() throws IOException {
    server.close();
  }

  @BeforeEach
  void startARepository() throws Exception {
    for (String tool : List.of("git", "curl", "jq")) {
      assumeTrue(Tool.succeeds(tool, "--version"), tool + " is not installed");
    }
    work = Files.createDirectory(folder.resolve("work"));
    Tool.git(work, "init", "-q", "-b", "main");
    CommandResult.of("init", work.toString()).exits(0);
    JsonNode workflow =
        new YAMLMapper()
            .readTree(Files.readString(work.resolve(".github/workflows/scenarios.yml")));
    job = workflow.get("jobs").get("scenarios");
    store = Files.createDirectory(folder.resolve("comments"));
    Files.writeString(
        store.resolve("7.json"),
        "{\"id\":7,\"user\":{\"type\":\"User\"},\"body\":\"<!-- stargate-calc compare --> mine\"}");
    Path bin = Files.createDirectory(folder.resolve("bin"));
    executable(bin.resolve("gh"), GH);
    Path program = folder.resolve("program");
    server.writeProgram(program);
    workflow.get("env").propertyNames().forEach(name -> environment.put(name, ""));
    assertThat(environment).containsOnlyKeys("STARGATE_CALC_URL", "STARGATE_CALC_SHA256");
    environment.put("STARGATE_CALC_URL", program.toUri().toString());
    environment.put("STARGATE_CALC_SHA256", sha256(program));
    environment.put("STORE", store.toString());
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.put("GITHUB_REPOSITORY", "someone/plans");
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    environment.put("LC_ALL", "C.UTF-8");
  }

  @Test
  void onePullRequestGetsOneCommentItsAnnotationsAndItsExitCode() throws Exception {
    for (String name :
        List.of("base.yaml", "Größe.yaml", "say \"hi\".yaml", "two words.yml", "it's.yaml")) {
      scenario(name, PLAN.formatted(name.replaceAll("[^a-z]", "")));
    }
    scenario("child.yaml", "extends: base.yaml\nname: child\npue: 1.3\n");
    scenario("gone.yaml", PLAN.formatted("gone").replace("500k", "111k"));
    scenario("old.yaml", PLAN.formatted("renamed").replace("2026-06", "2026-09"));
    scenario("broken.yaml", PLAN.formatted("broken"));
    scenario("comment.yaml", PLAN.formatted("comment"));
    scenario("expecting.yaml", PLAN.formatted("expecting") + "expect: [gpu_count@2028 <= 500k]\n");
    Tool.commit(work);
    Tool.git(work, "checkout", "-q", "-b", "change");
    for (String name :
        List.of("base.yaml", "Größe.yaml", "say \"hi\".yaml", "two words.yml", "expecting.yaml")) {
      edit(name, "gpu_count: 500k", "gpu_count: 600k");
    }
    edit("it's.yaml", "gpu_count: 500k", "gpu_count: 500001");
    edit("comment.yaml", "pue: 1.4", "pue: 1.4   # as measured");
    edit("broken.yaml", "pue: 1.4", "pue: often");
    Files.delete(work.resolve("scenarios/gone.yaml"));
    Files.move(work.resolve("scenarios/old.yaml"), work.resolve("scenarios/a new name.yaml"));
    edit("a new name.yaml", "pue: 1.4", "pue: 1.5");
    scenario("added.yaml", PLAN.formatted("added").replace("500k", "222k"));
    Tool.commit(work);

    Map<String, CommandResult> steps = runsOfTheMerge();

    assertThat(steps.get("Compare with the target branch").exit()).isZero();
    assertThat(comments())
        .hasSize(2)
        .containsEntry("7.json", "<!-- stargate-calc compare --> mine");
    String comment = comments().get("101.json");
    assertThat(comment.lines().filter(line -> line.startsWith("### ")))
        .containsExactly(
            "### scenarios/Größe.yaml",
            "### scenarios/a new name.yaml (was scenarios/old.yaml)",
            "### scenarios/added.yaml",
            "### scenarios/base.yaml",
            "### scenarios/broken.yaml",
            "### scenarios/child.yaml",
            "### scenarios/expecting.yaml",
            "### scenarios/gone.yaml",
            "### scenarios/it's.yaml",
            "### scenarios/say \"hi\".yaml",
            "### scenarios/two words.yml");
    assertThat(comment)
        .startsWith("<!-- stargate-calc compare -->\n\n# 11 scenarios of 13 changed\n")
        .contains("**deleted**", "**new** · ", "**cannot be projected:** scenarios/broken.yaml:5:6")
        .contains("power 2028 +20 %")
        .doesNotContain("comment.yaml", "my-plan");
    assertThat(comment.length()).isLessThan(40_000);
    assertThat(Files.readString(folder.resolve("summary.md"))).isEqualTo(comment);

    CommandResult check = steps.get("Check").exits(3);
    assertThat(check.stdout().lines().filter(line -> line.startsWith("::error ")).toList())
        .hasSize(2)
        .anySatisfy(
            line -> assertThat(line).startsWith("::error file=scenarios/broken.yaml,line=5,col=6,"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("::error file=scenarios/expecting.yaml,line=8,col=10,"));

    // Pushed again, the same comment is written anew.
    runsOfTheMerge();
    assertThat(comments()).hasSize(2).containsEntry("101.json", comment);
    assertThat(Files.readString(Path.of(store + ".log")))
        .containsOnlyOnce("POST")
        .contains("PATCH repos/someone/plans/issues/comments/101\n");

    // What changes nothing any more has no comment.
    Tool.git(work, "reset", "-q", "--hard", "main");
    edit("comment.yaml", "pue: 1.4", "pue: 1.4   # as measured");
    Tool.commit(work);
    Map<String, CommandResult> quiet = runsOfTheMerge();
    assertThat(comments()).containsOnlyKeys("7.json");
    quiet.get("Check").exits(0);
  }

  @Test
  void everyFormatTellsOfEveryChange() throws Exception {
    scenario("base.yaml", PLAN.formatted("base"));
    scenario("gone.yaml", PLAN.formatted("gone"));
    Tool.commit(work);
    edit("base.yaml", "gpu_count: 500k", "gpu_count: 600k");
    Files.delete(work.resolve("scenarios/gone.yaml"));
    scenario("broken.yml", "name: broken\npue: often\n");
    String folder = work.resolve("scenarios").toString();
    JsonNode json = JsonOutput.in(compare(folder, "json").exits(3));
    assertThat(json.get("schema").asString()).isEqualTo("stargate-calc/changes/v1");
    assertThat(json.get("comparisons")).hasSize(3);
    assertThat(json.get("unchanged").asInt()).isEqualTo(1);
    assertThat(json.at("/invalid/0/problems").toString()).contains("\"line\":2,\"column\":6");
    assertThat(compare(folder, "junit").stdout())
        .contains("tests=\"4\" failures=\"0\" errors=\"2\"", "base.yaml", "gone.yaml");
    assertThat(compare(folder, "github").stdout())
        .contains("gone.yaml", "it is on one side only", "broken.yml,line=2,col=6,");
    assertThat(JsonOutput.in(compare(folder, "sarif")).at("/runs/0/results")).hasSize(4);
    assertThat(compare(folder, "table").stdout()).isEmpty();
    Files.delete(work.resolve("scenarios/broken.yml"));
    CommandResult.of("compare", "--changed-since", "HEAD", folder, "--exit-code").exits(11);
    assertThat(compare(folder, "csv").exits(0).stdout()).contains("base.yaml", "gone.yaml");
    Tool.git(work, "checkout", "-q", ".");
    assertThat(compare(folder, "markdown").exits(0).stdout()).isEmpty();
    assertThat(compare(folder, "table").exits(0).stdout())
        .startsWith("No scenario changed since HEAD\n");
    assertThat(compare(folder, "csv").exits(0).stdout().lines()).hasSize(1);
  }

  @Test
  void whereGitCannotTellNothingIsCompared() throws Exception {
    Tool.commit(work);
    String folder = work.resolve("scenarios").toString();
    assertThat(CommandResult.of("compare", "--changed-since", "nowhere", folder).exits(2).stderr())
        .contains("no revision nowhere");
    CommandResult.of("compare", "--changed-since", "HEAD", "-").exits(2);
    CommandResult.of("compare", folder).exits(2);
  }

  private static CommandResult compare(String folder, String format) {
    return CommandResult.of("compare", "--changed-since", "HEAD", folder, "-f", format);
  }

  @Test
  void aProgramOfAnotherChecksumIsNotRun() throws Exception {
    Tool.commit(work);
    Tool.git(work, "checkout", "-q", "-b", "change");
    scenario("added.yaml", PLAN.formatted("added"));
    Tool.commit(work);
    environment.put("STARGATE_CALC_SHA256", "0".repeat(64));
    Map<String, CommandResult> steps = runsOfTheMerge();
    assertThat(steps).containsOnlyKeys("Fetch the program");
    steps.get("Fetch the program").exits(1);
  }

  /** Runs the steps where the merge of the branch is checked out, as deep as they ask for. */
  private Map<String, CommandResult> runsOfTheMerge() throws Exception {
    Tool.git(work, "branch", "-q", "-f", "merge", "main");
    Tool.git(work, "checkout", "-q", "merge");
    Tool.git(work, "merge", "-q", "--no-ff", "-m", "merge", "change");
    Tool.git(work, "checkout", "-q", "change");
    JsonNode first = job.get("steps").get(0);
    assertThat(first.get("uses").asString()).isEqualTo("actions/checkout@v7");
    Tool.run("find", checkout.toString(), "-mindepth", "1", "-delete");
    Path bare = folder.resolve("origin" + System.nanoTime());
    Tool.git(folder, "clone", "-q", "--bare", work.toString(), bare.toString());
    Tool.git(
        folder,
        "clone",
        "-q",
        "--branch",
        "merge",
        "--depth",
        first.get("with").get("fetch-depth").asString(),
        "file://" + bare,
        checkout.toString());
    return runs();
  }

  /** Runs the steps in their order until one fails; returns those that ran. */
  private Map<String, CommandResult> runs() throws Exception {
    Map<String, CommandResult> results = new TreeMap<>();
    Files.deleteIfExists(folder.resolve("summary.md"));
    Path temporary = Files.createDirectory(folder.resolve("runner" + System.nanoTime()));
    for (JsonNode step : job.get("steps")) {
      if (step.has("uses")) {
        continue;
      }
      Path script = temporary.resolve("step.sh");
      Files.writeString(script, step.get("run").asString() + "\n");
      ProcessBuilder bash = new ProcessBuilder("bash", "-e", script.toString());
      bash.directory(checkout.toFile());
      bash.environment().putAll(environment);
      bash.environment().put("RUNNER_TEMP", temporary.toString());
      if (step.has("env")) {
        step.get("env").propertyNames().forEach(name -> bash.environment().put(name, "1"));
      }
      Path out = temporary.resolve("out");
      Path err = temporary.resolve("err");
      Process process = bash.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      CommandResult result =
          new CommandResult(process.waitFor(), Files.readString(out), Files.readString(err));
      results.put(step.get("name").asString(), result);
      if (result.exit() != 0) {
        break;
      }
    }
    return results;
  }

  private Map<String, String> comments() throws IOException {
    Map<String, String> comments = new TreeMap<>();
    try (Stream<Path> files = Files.list(store)) {
      for (Path file : files.toList()) {
        JsonNode comment = new JsonMapper().readTree(Files.readString(file));
        comments.put(file.getFileName().toString(), comment.get("body").asString());
      }
    }
    return comments;
  }

  private void scenario(String name, String text) throws IOException {
    Files.writeString(work.resolve("scenarios").resolve(name), text);
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = work.resolve("scenarios").resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
