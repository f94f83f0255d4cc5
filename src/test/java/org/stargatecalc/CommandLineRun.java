package org.stargatecalc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a command line did. */
public record CommandLineRun(int exit, String out, String err) {
  /** Runs a command line without a terminal and with an empty standard input. */
  public static CommandLineRun of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), args);
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Returns standard output as a JSON tree. */
  public JsonNode json() {
    return new ObjectMapper().readTree(out);
  }
}
