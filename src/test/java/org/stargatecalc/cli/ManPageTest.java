package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Programs;

/** The manual page says what help says, and its readers understand it. */
class ManPageTest {
  @TempDir private Path folder;

  private static String page() {
    return CommandResult.of("man").succeeds().stdout();
  }

  /** What a reader sees, without the marks. */
  private static String plain() {
    return page().replaceAll("\\\\f[BIR]", "").replace("\\-", "-").replace("\\(aq", "'");
  }

  @Test
  void itHasEveryCommandWithItsOptionsAndEveryExitCode() {
    String[] sections = plain().split("\\n\\.S[HS] ");
    for (String name : Commands.NAMES) {
      Command<?> command = Commands.of(name).orElseThrow();
      String section =
          List.of(sections).stream()
              .filter(text -> text.matches("(?s)\"" + name + "[ \"].*"))
              .findFirst()
              .orElseThrow();
      for (Option option : command.options()) {
        assertThat(section)
            .contains(option.word())
            .contains(CommandLineReader.meaning(option, command).replace("\"", "\\(dq"));
      }
    }
    for (ExitStatus status : ExitStatus.values()) {
      assertThat(plain()).contains(".TP\n" + status.code() + "\n" + status.meaning());
    }
  }

  @Test
  void noLineIsARequestByAccident() {
    assertThat(page().lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|EX|EE|B|I|nh)( .*)?"));
    assertThat(page().lines()).noneMatch(line -> line.startsWith("'"));
  }

  @Test
  void mandocHasNothingToSay() throws Exception {
    Programs.assumeInstalled("mandoc");
    // A page with the day of its making would be another one each day.
    assertThat(said("sh", "-c", "mandoc -Tlint -Wwarning \"$0\" | grep -v 'missing date' | cat"))
        .isEmpty();
  }

  @Test
  void manShowsIt() throws Exception {
    Programs.assumeInstalled("man");
    assertThat(said("man", "--warnings", "-E", "UTF-8", "-P", "cat", "-l"))
        .contains("STARGATE-CALC(1)", "EXIT STATUS")
        .doesNotContain("warning:");
  }

  private String said(String... reader) throws IOException, InterruptedException {
    Path page = folder.resolve("stargate-calc.1");
    Files.writeString(page, page());
    List<String> line = new ArrayList<>(List.of(reader));
    line.add(page.toString());
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("MANWIDTH", "80");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
