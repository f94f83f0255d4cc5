package org.stargatecalc.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stargatecalc.Main;

/** Whatever bytes a scenario holds, it is projected or refused in the user's words. */
public final class ScenarioFuzz {
  private ScenarioFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] scenario) {
    if (run(scenario, "validate", "-") == 0) {
      run(scenario, "project", "-", "--point", "-f", "json");
    }
  }

  private static int run(byte[] scenario, String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(new ByteArrayInputStream(scenario), out, err, Map.of(), command);
    String said = err.toString(StandardCharsets.UTF_8);
    if (status != 0 && status != 3) {
      throw new AssertionError("exit " + status + ": " + said);
    }
    if (status == 3 && (out.size() > 0 || !said.contains("-:"))) {
      throw new AssertionError("refused without a place: " + said);
    }
    if (said.indexOf('\u001b') >= 0 || said.indexOf('\u202e') >= 0) {
      throw new AssertionError("a character that a terminal obeys");
    }
    return status;
  }
}
