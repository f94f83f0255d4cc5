package org.stargatecalc.support;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON that a command line writes. */
public final class JsonOutput {
  private JsonOutput() {}

  /** Runs a command line that must be done without errors and returns its JSON. */
  public static JsonNode of(String... args) {
    return in(CommandResult.of(args).exits(0));
  }

  /** Returns the JSON that a command line has written to standard output. */
  public static JsonNode in(CommandResult result) {
    return new ObjectMapper().readTree(result.stdout());
  }
}
