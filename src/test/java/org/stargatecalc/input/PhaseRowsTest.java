package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;

/** Phases as rows of a table. */
class PhaseRowsTest {
  private static final String ROWS =
      """
      id,site,gpu,facility_power,online,ramp,pue,capex_split.training,capex_split.inference,milestones,source,confidence,as_of,pue.source
      first,abilene,gb200,295 MW,2025-12-24,,1.4,60%,40%,,us,low,2026-11,permit
      second,abilene,gb300,,,,1.3 to 1.5,50%,50%,"[{by: 2026, facility_power: 0.3 GW}, {by: 2027, facility_power: 0.9 GW}]",us: a sheet,medium,2026-11,
      """;

  private static final String HEAD =
      "name: plan\nsources: {us: \"our own estimate\"}\nuntil: 2039-12-31\n";

  @TempDir Path folder;
  private Path scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = Files.writeString(folder.resolve("plan.yaml"), HEAD + "phases: plan.csv\n");
  }

  private CommandResult validate(String table) throws IOException {
    Files.writeString(folder.resolve("plan.csv"), table);
    return CommandResult.of("validate", scenario.toString());
  }

  private String projected(Path file) {
    return CommandResult.of("project", file.toString(), "-n", "16", "-f", "csv")
        .succeeds()
        .stdout();
  }

  private String assumptions(Path file) {
    return CommandResult.of(
            "project", file.toString(), "--point", "--show", "assumptions", "-f", "csv")
        .succeeds()
        .stdout();
  }

  /** Law: a table is another way to write the same lines. */
  @Test
  void aTableIsTheSameScenarioAsItsLinesInYaml() throws IOException {
    String said = "source: us, confidence: low, as_of: 2026-11";
    Path yaml =
        Files.writeString(
            folder.resolve("lines.yaml"),
            HEAD
                + """
                phases:
                  first:
                    site: {value: abilene, SAID}
                    gpu: {value: gb200, SAID}
                    facility_power: {value: 295 MW, SAID}
                    online: {value: 2025-12-24, SAID}
                    pue: {value: 1.4, source: permit, confidence: low, as_of: 2026-11}
                    capex_split: {value: {training: 60%, inference: 40%}, SAID}
                  second:
                    site: {value: abilene, ALSO}
                    gpu: {value: gb300, ALSO}
                    pue: {value: 1.3 to 1.5, ALSO}
                    capex_split: {value: {training: 50%, inference: 50%}, ALSO}
                    milestones:
                      value: [{by: 2026, facility_power: 0.3 GW}, {by: 2027, facility_power: 0.9 GW}]
                      source: "us: a sheet"
                      confidence: medium
                      as_of: 2026-11
                """
                    .replace("SAID", said)
                    .replace(
                        "ALSO", "source: \"us: a sheet\", confidence: medium, as_of: 2026-11"));
    validate(ROWS).succeeds();

    assertThat(projected(scenario)).isEqualTo(projected(yaml));
    assertThat(assumptions(scenario)).isEqualTo(assumptions(yaml));
  }

  /** What spreadsheets save: a byte order mark, CR LF, semicolons, tabs, empty rows and columns. */
  @Test
  void aTableMayComeFromAnySpreadsheet() throws IOException {
    String plain = "id,facility_power,online,pue\na,295 MW,2026-01,\nb,0.3 GW,2027-01,1.4\n";
    validate(plain).succeeds();
    String expected = projected(scenario);

    for (String saved :
        new String[] {
          "\uFEFF" + plain.replace("\n", "\r\n"),
          plain.replace(',', ';'),
          plain.replace(',', '\t'),
          plain.replace("\nb", "\n,,,\n\nb")
        }) {
      validate(saved).succeeds();
      assertThat(projected(scenario)).as(saved).isEqualTo(expected);
    }
  }

  @Test
  void everyProblemIsSaidByFileRowAndCell() throws IOException {
    String table =
        """
        id,facility_power,online,pue
        a,295 MWh,2025-13-24,1.4
        a,1 GW,2026,1.4
        ,1 GW,2026,1.4
        b,1 GW,2026
        c d,1 GW,2026,0.9
        """;
    assertThat(validate(table).exits(3).stderr().lines().map(line -> line.replaceAll(".*/", "")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("plan.csv:2:2: phases.a.facility_power: found an "),
            line ->
                assertThat(line).startsWith("plan.csv:2:3: phases.a.online: found '2025-13-24'"),
            line -> assertThat(line).startsWith("plan.csv:3:1: phases: found the id 'a' again"),
            line -> assertThat(line).startsWith("plan.csv:4:1: phases: found a row without an id"),
            line -> assertThat(line).startsWith("plan.csv:5:1: found 3 cells; expected 4"),
            line -> assertThat(line).startsWith("plan.csv:6:1: phases.c d: found 'c d'"),
            line -> assertThat(line).startsWith("plan.csv:6:4: phases.c d.pue: found '0.9'"));
  }

  @Test
  void aDecimalCommaIsExplained() throws IOException {
    assertThat(validate("id;facility_power;online;pue\na;1 GW;2026;1,4\n").exits(3).stderr())
        .contains("plan.csv:2:4: phases.a.pue: found '1,4'; expected a number without a comma");
  }

  @Test
  void anUnknownColumnIsSaidWithTheNearestKey() throws IOException {
    assertThat(validate("id,facilty_power,pue [1],pue,pue\n").exits(3).stderr())
        .contains("plan.csv:1:2: phases: found an unknown column")
        .contains("(did you mean facility_power?)")
        .contains("plan.csv:1:3:")
        .contains("(did you mean pue?)")
        .contains("plan.csv:1:5: phases: found a second column pue");
  }

  /** The file is named by a scenario that may be anybody's: it could be any file. */
  @Test
  void nothingIsQuotedOfAFileThatIsNoPlan() throws IOException {
    String secret = "id,hunter2,site\nroot,swordfish,x,y\n";
    for (String table : new String[] {secret, secret.substring(3), "swordfish hunter2\n\"root"}) {
      assertThat(validate(table).exits(3).stderr()).doesNotContain("hunter2", "swordfish", "root");
    }
    Files.write(folder.resolve("plan.csv"), "id,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(CommandResult.of("validate", scenario.toString()).exits(3).stderr())
        .contains("plan.csv:1:1: found bytes that are not UTF-8");
  }

  @Test
  void onlyARelativePathOfATableIsRead() throws IOException {
    for (String name : new String[] {"/etc/passwd", "../x.txt", "/tmp/plan.csv", "a\\\\b.csv"}) {
      Files.writeString(scenario, HEAD + "phases: \"" + name + "\"\n");
      assertThat(CommandResult.of("validate", scenario.toString()).exits(3).stderr())
          .contains("plan.yaml:4:9: phases: found '")
          .contains("the relative path of a table, such as plan.csv");
    }
    Files.writeString(scenario, HEAD + "phases: none.csv\n");
    assertThat(CommandResult.of("validate", scenario.toString()).exits(3).stderr())
        .contains("none.csv: no such file");
    Files.createDirectory(folder.resolve("none.csv"));
    assertThat(CommandResult.of("validate", scenario.toString()).exits(3).stderr())
        .contains("none.csv: it is a directory");
  }

  @Test
  void aTableIsChangedAsLinesAre() throws IOException {
    validate("id,facility_power,online\na,1 GW,2026-01\nb,1 GW,2027-01\n").succeeds();
    Path child =
        Files.writeString(
            folder.resolve("child.yaml"), "extends: plan.yaml\nphases: {b: null, c: null}\n");
    assertThat(CommandResult.of("validate", child.toString()).exits(3).stderr())
        .contains("found no phase 'c' to remove");
    Files.writeString(child, "extends: plan.yaml\nphases: {b: null}\n");

    assertThat(
            CommandResult.of(
                    "project",
                    child.toString(),
                    "--set",
                    "phases.a.pue=1.5",
                    "--at",
                    "2028",
                    "--metrics",
                    "it_power_gw",
                    "-f",
                    "csv")
                .succeeds()
                .stdout())
        // 1 GW / 1.5
        .contains(",0.666667");
  }

  @Test
  void aTableOfVeryManyRowsIsRefusedWithItsNumber() throws IOException {
    StringBuilder rows = new StringBuilder("id,facility_power,online\n");
    for (int i = 0; i < 100_000; i++) {
      rows.append('p').append(i).append(",1 MW,2026-01\n");
    }
    assertThat(validate(rows.toString()).exits(3).stderr())
        .contains("found 100000 phases; expected at most 10000");
  }
}
