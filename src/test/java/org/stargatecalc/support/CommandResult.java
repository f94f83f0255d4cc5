package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stargatecalc.Main;

/**
 * What a command line left behind.
 *
 * @param exit the exit code
 * @param stdout what it wrote to standard output
 * @param stderr what it wrote to standard error
 */
public record CommandResult(int exit, String stdout, String stderr) {
  /** Runs a command line with nothing on standard input and an empty environment. */
  public static CommandResult of(String... args) {
    return with("", Map.of(), args);
  }

  /** Runs a command line with a text on standard input and an environment. */
  public static CommandResult with(String stdin, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            environment,
            args);
    return new CommandResult(exit, strictly(out), strictly(err));
  }

  /** Returns this result after checking its exit code; a failure shows both streams. */
  public CommandResult exits(int expected) {
    assertThat(exit).as("%s", this).isEqualTo(expected);
    return this;
  }

  /** Returns this result after checking that all is done and nothing was complained about. */
  public CommandResult succeeds() {
    exits(0);
    assertThat(stderr).as("%s", this).isEmpty();
    return this;
  }

  /** Returns this result after checking that nothing but one line was said, which is an error. */
  public CommandResult saysOnly(String line) {
    assertThat(stdout).as("%s", this).isEmpty();
    assertThat(stderr).as("%s", this).isEqualTo(line + "\n");
    return this;
  }

  /** Returns bytes as text, those of a workbook as a list of its cells. */
  private static String strictly(ByteArrayOutputStream bytes) {
    if (WorkbookFile.isOne(bytes.toByteArray())) {
      return WorkbookFile.of(bytes.toByteArray()).listing();
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("output is not UTF-8", e);
    }
  }

  @Override
  public String toString() {
    return "exit " + exit + "\n--- stdout ---\n" + stdout + "--- stderr ---\n" + stderr;
  }
}
