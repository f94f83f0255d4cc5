package org.stargatecalc.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.support.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every document follows the schema that it names, and has no key that the schema does not know.
 *
 * <p>The schemas allow keys that a later version adds; here they are closed, so that a key of today
 * that is missing in its schema is a fault.
 */
class OutputSchemasTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Map<String, Schema> CLOSED = new HashMap<>();

  private static final String PLAN =
      """
      name: plan
      pue: 1.2 to 1.4
      watts_per_gpu: 1.9 to 2.4 kW
      constraints:
        grid: {limits: facility_power, available: [{from: 2026, at: 0.8 GW}, {from: 2027-06, at: 2 GW}]}
      risks: {queue: {probability: 40%, delay: 6 to 18 months, applies_to: [first]}}
      claims:
      - stargate-1gw-2025
      - {id: early, metric: gpu_count, at_least: 5, by: 2020}
      - {id: count, metric: gpu_count, at_least: 1000, by: 2027}
      expect:
      - gpu_count@2027 > 0
      - {expr: gpu_count@2027 < 0, level: warn, message: m}
      - claim(stargate-1gw-2025) == late
      - prob(count) > 10% and p05(gpu_count@2027) > 1
      - delta(gpu_count@2027) < 5%
      phases:
        first: {it_power: 1 GW, online: 2026-06}
        second: {gpu_count: 300000, online: 2027-01 to 2027-09}
      """;

  @TempDir static Path folder;

  /** All kinds of answers of all commands. */
  private static List<List<String>> commands() throws IOException {
    String plan = Files.writeString(folder.resolve("plan.yaml"), PLAN).toString();
    String other =
        Files.writeString(
                folder.resolve("other.yaml"),
                PLAN.replace("1.2 to 1.4", "1.3")
                    .replace("[first]", "[second]")
                    .replace("name: plan", "name: other")
                    .replace("stargate-1gw-2025\n- {id: early", "stargate-5gw-2027\n- {id: early")
                    .replace("- claim(stargate-1gw-2025) == late\n", ""))
            .toString();
    String minimal = "scenarios/minimal.yaml";
    String abilene = "scenarios/abilene.yaml";
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("project", minimal));
    all.add(List.of("project", plan, "-n", "200"));
    all.add(List.of("project", plan, "-n", "200", "--quantiles", "10,50,99", "--by", "month"));
    all.add(List.of("project", plan, "-n", "200", "--at", "2027", "--metrics", "gpu_count"));
    all.add(List.of("project", plan, minimal, "-n", "200"));
    all.add(List.of("compare", plan, other, "-n", "200"));
    all.add(List.of("compare", plan, other, minimal, "-n", "200"));
    all.add(List.of("compare", minimal, "scenarios/base.yaml"));
    all.add(List.of("check", plan, "--baseline", other, "--tolerance", "1%", "-n", "200"));
    all.add(List.of("check", minimal, "--fail-on", "gpu_count@2027 > 5"));
    for (String method : List.of("tornado", "rank", "sobol")) {
      all.add(
          List.of(
              "sensitivity", plan, "--metric", "gpu_count@2027", "--method", method, "-n", "200"));
    }
    all.add(List.of("sensitivity", plan, "--claim", "count", "--method", "rank", "-n", "200"));
    all.add(List.of("sweep", plan, "-n", "50", "--vary", "pue=0.9,1.1", "--vary", "gpu=gb200"));
    all.add(
        List.of(
            "sweep",
            minimal,
            "--vary",
            "online=2026-06..2027-06 by 6 months",
            "--metrics",
            "binding_constraint,energy_twh"));
    all.add(List.of("backtest", abilene));
    all.add(List.of("backtest", abilene, "scenarios/new-carlisle-uncertain.yaml", "-n", "100"));
    all.add(List.of("backtest", minimal, abilene, "--as-of", "2025-12-31"));
    for (String list :
        List.of("accelerators", "defaults", "claims", "sites", "capex", "chronology")) {
      all.add(List.of("catalog", list));
    }
    all.add(List.of("catalog", "sites", "--operational-by", "2026", "--min-mw", "100"));
    for (String id : CatalogReader.shipped().accelerators().keySet()) {
      all.add(List.of("catalog", "accelerators", id));
    }
    all.add(List.of("catalog", "defaults", "pue"));
    all.add(List.of("catalog", "claims", "stargate-1gw-2025"));
    all.add(List.of("catalog", "sites", "new-carlisle"));
    all.add(List.of("claims"));
    all.add(List.of("claims", "stargate-5gw-2027"));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenFollowsTheSchemaThatItNames() throws IOException {
    return commands().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(String.join(" ", command), () -> follows(run(command))));
  }

  @TestFactory
  Stream<DynamicTest> everyGoldenDocumentFollowsTheSchemaThatItNames() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      List<Path> documents =
          files
              .filter(file -> file.getFileName().toString().equals("stdout"))
              .filter(file -> isDocument(file))
              .toList();
      assertThat(documents).hasSizeGreaterThan(2);
      return documents.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getParent().getFileName().toString(),
                      () -> follows(Files.readString(file))));
    }
  }

  private static boolean isDocument(Path file) {
    try {
      return Files.readString(file).startsWith("{\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String run(List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("-f", "json"));
    return CommandResult.of(arguments.toArray(String[]::new)).stdout();
  }

  private static void follows(String document) {
    JsonNode json = MAPPER.readTree(document);
    String name = json.get("schema").asString().split("/")[1].replace("results", "result");
    List<Error> errors = closed(name).validate(document, InputFormat.JSON);
    assertThat(errors).as(document.substring(0, Math.min(300, document.length()))).isEmpty();
    // what stands in it can be computed with
    assertThat(document).doesNotContain("NaN").doesNotContain("Infinity");
  }

  private static Schema closed(String name) {
    return CLOSED.computeIfAbsent(
        name,
        n -> {
          JsonNode schema = MAPPER.readTree(CommandResult.of("schema", n).succeeds().stdout());
          schema.get("$defs").forEach(record -> close((ObjectNode) record));
          return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema.toString(), InputFormat.JSON);
        });
  }

  private static void close(ObjectNode record) {
    assertThat(record.get("type").asString()).isEqualTo("object");
    record.put("additionalProperties", false);
  }

  /** A law that holds of documents which nobody checks would be none. */
  @Test
  void aKeyThatTheSchemaDoesNotKnowIsAFault() {
    String document = run(List.of("project", "scenarios/minimal.yaml"));
    ObjectNode json = (ObjectNode) MAPPER.readTree(document);
    ((ObjectNode) json.get("timeline").get(0)).put("gpu_counts", 1);
    assertThat(closed("result").validate(json.toString(), InputFormat.JSON)).isNotEmpty();
    ((ObjectNode) json.get("timeline").get(0)).remove("gpu_counts");
    ((ObjectNode) json.get("claims").get(0)).remove("verdict");
    assertThat(closed("result").validate(json.toString(), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyDocumentIsNamedByTheCommandThatPrintsItsSchema() {
    OutputSchemas outputs = new OutputSchemas(CatalogReader.baselines());
    Set<String> ids = new TreeSet<>();
    for (String name : outputs.names()) {
      OutputSchemas.Document document = outputs.named(name).orElseThrow();
      assertThat(document.schema()).isEqualTo("stargate-calc/" + name + "/v1");
      ids.add(
          MAPPER
              .readTree(CommandResult.of("schema", name).succeeds().stdout())
              .get("$id")
              .asString());
    }
    assertThat(ids).hasSameSizeAs(outputs.names());
    assertThat(CommandResult.of("schema", "nothing").exits(2).stderr())
        .contains(String.join(", ", outputs.names()));
  }
}
