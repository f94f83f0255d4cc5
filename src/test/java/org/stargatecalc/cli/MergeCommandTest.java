package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.Main;
import org.stargatecalc.support.CommandResult;

/** Parts that are no whole run are refused with a line that says what is wrong with which. */
class MergeCommandTest {
  private static final String SCENARIO =
      """
      name: parts
      gpu_count: 300k to 500k
      watts_per_gpu: 2.09 kW
      capex_split: {training: 60%, inference: 40%}
      online: 2025-09-30
      delay: 2 to 15 months
      """;

  @TempDir private Path folder;
  private String scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = Files.writeString(folder.resolve("parts.yaml"), SCENARIO).toString();
  }

  /** Draws a part with few columns, so that its file is small. */
  private Path part(String name, String draws, String... more) {
    Path part = folder.resolve(name);
    List<String> line =
        new ArrayList<>(
            List.of("project", scenario, "-n", "700", "--by", "year", "--metrics", "gpu_count"));
    line.addAll(List.of("--draws", draws, "-o", part.toString()));
    line.addAll(Arrays.asList(more));
    CommandResult.of(line.toArray(String[]::new)).succeeds();
    return part;
  }

  private CommandResult merge(Object... rest) {
    List<String> line =
        new ArrayList<>(List.of("merge", scenario, "--by", "year", "--metrics", "gpu_count"));
    Arrays.stream(rest).map(Object::toString).forEach(line::add);
    return CommandResult.of(line.toArray(String[]::new));
  }

  private String refusal(Object... parts) {
    CommandResult result = merge(parts).exits(3);
    assertThat(result.stdout()).isEmpty();
    return result.stderr().replace(folder + "/", "");
  }

  @Test
  void gapsAreNamedByTheirDraws() {
    Path first = part("first", "5..99");
    Path second = part("second", "101..650");
    assertThat(refusal(second, first))
        .isEqualTo(
            """
            parts: found none with draws 0 to 4; expected all draws from 0 to 699
            parts: found none with draw 100; expected all draws from 0 to 699
            parts: found none with draws 651 to 699; expected all draws from 0 to 699
            """);
  }

  @Test
  void overlapsAreNamedByTheirFilesAndDraws() {
    Path all = part("all", "0..699");
    Path some = part("some", "600..650");
    assertThat(refusal(some, all, all))
        .isEqualTo(
            """
            all: found draws 0 to 699; expected draws that all does not hold
            some: found draws 600 to 650; expected draws that all does not hold
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seed 2 | found seed 2; expected seed 1, as in a",
        "--sampling random | found random points; expected sobol points, as in a",
        "-n 800 | found a part of 800 draws; expected one of 700, as in a",
        "--metrics gpu_count,it_power_gw | found other metrics; expected the same --metrics, as in a",
        "--metrics it_power_gw | found other metrics; expected the same --metrics, as in a",
        "--by month | found 72 periods to 2030-12-31; expected 6 periods to 2030-12-31, as in a",
        "--at 2027 | found one period to 2027-12-31; expected 6 periods to 2030-12-31, as in a",
        "--set pue=1.3 | found draws of another 'parts'; expected the same file, --set, --scale and --overlay as for its draws",
        "--set name=other | found draws of the scenario 'other'; expected 'parts'",
      })
  void partsOfAnotherRunAreNamed(String options, String complaint) throws IOException {
    Path part = part("a", "0..399");
    Path other = folder.resolve("b");
    List<String> line = new ArrayList<>(List.of("project", scenario, "--draws", "400..699"));
    line.addAll(List.of("-o", other.toString()));
    line.addAll(List.of(options.split(" ")));
    addUnlessGiven(line, "-n", "700");
    addUnlessGiven(line, "--metrics", "gpu_count");
    if (!line.contains("--at")) {
      addUnlessGiven(line, "--by", "year");
    }
    CommandResult.of(line.toArray(String[]::new)).succeeds();
    assertThat(refusal(part, other).lines()).contains("b: " + complaint);
    Files.delete(other);
  }

  private static void addUnlessGiven(List<String> line, String option, String value) {
    if (!line.contains(option)) {
      line.addAll(List.of(option, value));
    }
  }

  @Test
  void howAScenarioIsWrittenDownMakesNoOtherRun() throws IOException {
    Path part = part("all", "0..699");
    String expected = merge(part, "-f", "csv").succeeds().stdout();
    String quoted = SCENARIO.replace("2.09 kW", "'2.09 kW'   # all-in");
    Files.writeString(Path.of(scenario), "# another comment\n" + quoted);
    assertThat(merge(part, "-f", "csv").succeeds().stdout()).isEqualTo(expected);
  }

  @Test
  void wordsThatNoDrawDependsOnMakeNoOtherRun() throws IOException {
    Path part = part("all", "0..699");
    Files.writeString(
        Path.of(scenario),
        "title: Another title\ndescription: Another text.\nexpect: [gpu_count@2027 > 1]\n"
            + SCENARIO);
    merge(part).succeeds();
    Files.writeString(Path.of(scenario), "title: x\n" + SCENARIO.replace("500k", "501k"));
    assertThat(refusal(part)).contains("found draws of another 'parts'");
  }

  /** A part that is missing weighs more than metrics that all parts lack. */
  @Test
  void whatIsMissingIsSaidFirst() {
    Path part = part("a", "0..399");
    String[] everything = {"merge", scenario, part.toString(), "--by", "year", "-f", "json"};
    assertThat(CommandResult.of(everything).exits(3).stderr())
        .isEqualTo("parts: found none with draws 400 to 699; expected all draws from 0 to 699\n");
    Path rest = part("b", "400..699");
    String[] whole = {
      "merge", scenario, part.toString(), rest.toString(), "--by", "year", "-f", "json"
    };
    assertThat(CommandResult.of(whole).exits(3).stderr().replace(folder + "/", ""))
        .isEqualTo(
            "a: found draws of gpu_count alone; expected the same --metrics as for its draws\n");
    String[] other = {"merge", scenario, part.toString(), rest.toString(), "--by", "month"};
    assertThat(CommandResult.of(other).exits(3).stderr())
        .contains(
            "found 6 periods to 2030-12-31; expected 72 periods to 2030-12-31: the same --by");
  }

  @Test
  void whatWasDrawnUnderOptionsIsJoinedUnderThem() {
    Path part = part("all", "0..699", "--set", "pue=1.3");
    assertThat(refusal(part)).contains("found draws of another 'parts'");
    merge(part, "--set", "pue=1.3").succeeds();
  }

  // ---- damage ----

  @Test
  void everyCutIsSeenBeforeAnythingIsPrinted() throws IOException {
    Path part = part("all", "0..699");
    byte[] whole = Files.readAllBytes(part);
    for (int length = 0; length < whole.length; length += length < 1100 ? 37 : 1009) {
      Files.write(part, Arrays.copyOf(whole, length));
      assertThat(refusal(part)).as("%s bytes", length).hasLineCount(1).startsWith("all: found");
    }
    Files.write(part, Arrays.copyOf(whole, whole.length + 1));
    assertThat(refusal(part))
        .isEqualTo("all: found more bytes after its last draw, 699; expected nothing more\n");
  }

  @Test
  void everyChangedBitIsSeen() throws IOException {
    Path part = part("all", "0..699");
    byte[] whole = Files.readAllBytes(part);
    for (int at = 0; at < whole.length; at += at < 1100 ? 41 : 997) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << (at % 8));
      Files.write(part, damaged);
      assertThat(refusal(part)).as("byte %s", at).hasLineCount(1).startsWith("all: found");
    }
    Files.write(part, whole);
    merge(part).succeeds();
  }

  /** Whoever writes a head of his own, with a checksum that fits, asks for no memory by it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"samples\":700 | \"samples\":2147483647",
        "\"samples\":700 | \"samples\":100000000",
        "\"samples\":700 | \"samples\":699",
        "\"samples\":700 | \"samples\":-1",
        "\"samples\":700 | \"samples\":null",
        "\"last_draw\":699 | \"last_draw\":99999999999",
        "\"first_draw\":0 | \"first_draw\":-1",
        "[\"gpu_count\"] | [\"gpu_count\",\"gpu_count\"]",
        "[\"gpu_count\"] | [\"gpu_count\",\"it_power_gw\"]",
        "[\"gpu_count\"] | [{}]",
        "[\"gpu_count\"] | []",
        "\"2025-12-31\" | \"2025-13-31\"",
        "\"claims\":[ | \"claims\":[\"another\",",
        "\"seed\":1 | \"seed\":1e3",
        "\"sampling\":\"sobol\" | \"sampling\":\"halton\"",
        "draws/v3 | draws/v4",
        "\"scenario\":{ | \"scenario\":7,\"more\":{",
      })
  void headsThatLieAreRefused(String was, String is) throws IOException {
    Path part = part("all", "0..699");
    byte[] whole = Files.readAllBytes(part);
    int line = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    String head = new String(whole, 0, line, StandardCharsets.UTF_8);
    assertThat(head).contains(was);
    byte[] other = head.replace(was, is).getBytes(StandardCharsets.UTF_8);
    CRC32C checksum = new CRC32C();
    checksum.update(other);
    try (OutputStream out = Files.newOutputStream(part)) {
      out.write(other);
      out.write(
          ByteBuffer.allocate(4)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt((int) checksum.getValue())
              .array());
      out.write(whole, line + 4, whole.length - line - 4);
    }
    assertThat(refusal(part)).contains("found").hasLineCount(1);
  }

  @Test
  void otherFilesAreNotTakenForParts() throws IOException {
    Path result = folder.resolve("result.json");
    CommandResult.of("project", scenario, "-n", "10", "-o", result.toString()).succeeds();
    Path nothing = Files.createFile(folder.resolve("nothing"));
    assertThat(refusal(result, scenario, nothing, folder, folder.resolve("none")).lines())
        .containsExactlyInAnyOrder(
            "result.json: found 'stargate-calc/result/v1' where draws should be; expected a file that"
                + " project --shard or --draws wrote",
            "parts.yaml: found something else where draws should be; expected a file that project"
                + " --shard or --draws wrote",
            "nothing: found something else where draws should be; expected a file that project"
                + " --shard or --draws wrote",
            folder + ": cannot read it: it is a directory",
            "none: cannot read it: no such file");
  }

  // ---- what a part is ----

  @Test
  void bytesOfAPartDependOnNothingButItsDraws() throws IOException {
    byte[] one = Files.readAllBytes(part("one", "100..699", "--threads", "1"));
    byte[] three = Files.readAllBytes(part("three", "100..699", "--threads", "3"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] line = {
      "project",
      scenario,
      "-n",
      "700",
      "--by",
      "year",
      "--metrics",
      "gpu_count",
      "--draws",
      "100..699",
      "-o",
      "-"
    };
    int exit =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            out,
            OutputStream.nullOutputStream(),
            Map.of(),
            line);
    assertThat(exit).isZero();
    assertThat(three).isEqualTo(one);
    assertThat(out.toByteArray()).isEqualTo(one);
  }

  /** 300 draws of 6 years of GPUs and of 2 numbers for each of the scenario's claims. */
  @Test
  void aPartIsItsNumbersAndLittleMore() throws IOException {
    Path part = part("some", "0..299");
    byte[] bytes = Files.readAllBytes(part);
    int head = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    String line = new String(bytes, 0, head, StandardCharsets.UTF_8);
    int claims = line.replaceFirst(".*\"claims\":\\[", "").split(",").length;
    assertThat(line).startsWith("{\"schema\":\"stargate-calc/draws/v3\",").hasSizeLessThan(800);
    assertThat(bytes.length - head).isLessThanOrEqualTo(300 * 8 * (6 + 2 * claims) + 100);
  }

  @Test
  void aPartThatCannotBeWrittenIsNoPart() {
    CommandResult.of("project", scenario, "--shard", "1/2", "-o", folder.resolve("no/a").toString())
        .exits(4)
        .saysOnly("cannot write " + folder.resolve("no/a") + ": its folder does not exist");
  }

  /** What is said about an answer is said to merge. */
  @ParameterizedTest
  @CsvSource({"--chart,cost", "--show,cost", "--precision,3", "--quantiles,50", "--from,2026"})
  void aPartTakesNothingThatIsForAnAnswer(String option, String value) {
    String file = folder.resolve("a.draws").toString();
    CommandResult.of("project", scenario, "--shard", "1/2", "-o", file, option, value)
        .exits(2)
        .saysOnly("stargate-calc: --shard saves draws and gives no answer: leave out " + option);
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void aPartThatAnOlderVersionSavedIsRefusedByName() throws IOException {
    Path part = part("some", "0..299");
    byte[] bytes = Files.readAllBytes(part);
    String head = "{\"schema\":\"stargate-calc/draws/v";
    bytes[head.length()] = '1';
    Files.write(part, bytes);
    CommandResult.of("merge", scenario, part.toString())
        .exits(3)
        .saysOnly(
            part
                + ": found draws in the form 'stargate-calc/draws/v1', of another version;"
                + " expected 'stargate-calc/draws/v3': make all parts again by one version");
  }
}
