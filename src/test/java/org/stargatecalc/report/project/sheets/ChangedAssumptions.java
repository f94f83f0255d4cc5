package org.stargatecalc.report.project.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.WorkbookFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Assumptions of a scenario, each a sixteenth higher: as cells and as options.
 *
 * @param cells places on the sheet of assumptions with what they hold now
 * @param sets {@code --set} and its value, for the same
 */
record ChangedAssumptions(Map<String, Double> cells, List<String> sets) {
  /** Changes every value of some keys, separated by bars, which has to be live. */
  static ChangedAssumptions of(WorkbookFile file, String scenario, String keys) {
    String json = CommandResult.of("project", scenario, "--point", "-f", "json").stdout();
    JsonNode stated = new ObjectMapper().readTree(json).get("assumptions");
    Map<String, Double> cells = new LinkedHashMap<>();
    List<String> sets = new ArrayList<>();
    int rows = file.rows("assumptions");
    for (int row = 1; row <= rows; row++) {
      String path = file.cell("assumptions", "A" + (row + 1)).value();
      for (JsonNode one : stated) {
        String used = one.get("path").asString();
        boolean isIt =
            one.get("declared_at").asString().equals(path)
                && used.matches("(.*\\.)?(" + keys + ")(\\.steps\\.[0-9-]+)?");
        if (isIt) {
          double changed = one.get("value").asDouble() * 1.0625;
          String unit = one.get("unit").asString().replaceAll("^1$", "");
          boolean isWritten = !path.matches("(default|catalog)\\..*");
          sets.add("--set");
          sets.add((isWritten ? path : used) + "=" + changed + " " + unit);
          assertThat(file.cell("assumptions", "live", row).value()).as(path).isEqualTo("yes");
          cells.put("B" + (row + 1), changed);
        }
      }
    }
    assertThat(sets).contains("--set");
    return new ChangedAssumptions(cells, sets);
  }
}
