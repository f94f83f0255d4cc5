package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** Runs git in a folder, as somebody. */
  public static void git(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  /** Commits all that is in a repository. */
  public static void commit(Path repository) throws IOException {
    git(repository, "add", "-A");
    git(repository, "commit", "-q", "--allow-empty", "-m", "plans");
  }

  private static Process start(Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
