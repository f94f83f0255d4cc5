package org.stargatecalc.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stargatecalc.Main;

/** Whatever bytes a scenario holds, it is projected or refused in the user's words. */
public final class ScenarioFuzz {
  private ScenarioFuzz() {}

  /** Writes the battery of bad files as seeds into a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<BadFile> battery = BadFile.all();
    for (int i = 0; i < battery.size(); i++) {
      if (battery.get(i).bytes().length < 4096) {
        Files.write(folder.resolve("bad-" + i), battery.get(i).bytes());
      }
    }
  }

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] scenario) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(new ByteArrayInputStream(scenario), out, err, Map.of(), "validate", "-");
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
  }
}
