package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Programs of others that read what this one writes, where they are installed. */
public final class Tool {
  private Tool() {}

  /** Returns whether a program is there and ends well. */
  public static boolean succeeds(String... command) {
    return succeeds(Map.of(), command);
  }

  /** Returns whether a program is there and ends well in an environment. */
  public static boolean succeeds(Map<String, String> environment, String... command) {
    try {
      Process process = start(environment, command);
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what a program says, which has to end well. */
  public static String run(String... command) throws IOException {
    return run(Map.of(), command);
  }

  /** Returns what a program says in an environment, which has to end well. */
  public static String run(Map<String, String> environment, String... command) throws IOException {
    Process process = start(environment, command);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return said;
  }

  private static Process start(Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
