package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.support.OwnJvm;
import org.stargatecalc.support.Programs;

/** What is a terminal is known without the launcher, too. */
class TerminalTest {
  @TempDir private Path folder;

  private Terminal opened(String one) throws IOException {
    Files.createSymbolicLink(folder.resolve("1"), Path.of(one));
    return new Terminal(Map.of(), folder.toFile());
  }

  @ParameterizedTest
  @CsvSource({"/dev/tty, true", "/dev/null, false", "/some/file, false", "pipe:[12345], false"})
  void linuxTellsWhatADescriptorIsOpenOn(String file, boolean isTerminal) throws IOException {
    Terminal terminal = opened(file);
    assertThat(terminal.is(1)).isEqualTo(isTerminal);
    assertThat(terminal.is(2)).isFalse();
  }

  @Test
  void theLauncherKnowsBetter() throws IOException {
    Terminal terminal = opened("/dev/tty");
    assertThat(session(terminal, Map.of()).isTerminal(1)).isTrue();
    assertThat(session(terminal, Map.of("STARGATE_CALC_TERMINAL", "")).isTerminal(1)).isFalse();
    assertThat(session(terminal, Map.of("STARGATE_CALC_TERMINAL", ",2")).isTerminal(2)).isTrue();
  }

  private static Session session(Terminal terminal, Map<String, String> environment) {
    return new Session(
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        new ByteArrayOutputStream(),
        environment,
        terminal);
  }

  @ParameterizedTest
  @CsvSource({"60, xterm, true", "130, dumb, false"})
  void theProgramWithoutItsLauncherIsAsWideAsItsTerminal(int columns, String term, boolean colour)
      throws Exception {
    Programs.assumeInstalled("python3");
    Programs.assumeInstalled("stty");
    Path shown = folder.resolve("shown");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("python3", "src/test/resources/completion/terminal.py"));
    command.add(Integer.toString(columns));
    command.addAll(OwnJvm.command("project", "scenarios/base.yaml"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(shown.toFile());
    builder.environment().keySet().removeAll(Set.of("COLUMNS", "STARGATE_CALC_TERMINAL"));
    builder.environment().put("TERM", term);
    assertThat(builder.start().waitFor()).isZero();
    String text = Files.readString(shown);
    assertThat(text.contains("\u001b[")).isEqualTo(colour);
    int widest =
        text.replaceAll("\u001b\\[[0-9;]*m", "")
            .lines()
            .mapToInt(line -> line.stripTrailing().length())
            .max()
            .orElseThrow();
    assertThat(widest).isBetween(columns - 20, columns);
  }

  @Test
  void whereNothingTellsThereIsNoTerminalInATest() {
    Terminal terminal = new Terminal(Map.of(), new File(folder.toFile(), "absent"));
    assertThat(terminal.is(1)).isEqualTo(System.console() != null);
  }
}
