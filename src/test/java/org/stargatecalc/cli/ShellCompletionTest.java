package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.ProgramServer;
import org.stargatecalc.support.Programs;

/**
 * The key TAB in real shells, each on a terminal of its own; what the program is then called with
 * is noted by a program of its name.
 */
class ShellCompletionTest {
  private static final List<String> TYPED =
      List.of(
          "stargate-calc sens<TAB>",
          "stargate-calc project scenarios/power-la<TAB> --metrics gpu_count,facility_power_g<TAB>",
          "stargate-calc project scenarios/base.yaml --set phases.shack<TAB>del<TAB>3",
          "stargate-calc project --format=js<TAB> --set=gpu=vr2<TAB> --overlay=scenarios/power-la<TAB>",
          "stargate-calc validate src/test/resources/completion/a\\ fil<TAB>",
          "stargate-calc explain scenarios/base.yaml 'claim(stargate-1g<TAB>");

  private static final List<String> CALLED =
      List.of(
          "sensitivity",
          "project|scenarios/power-late.yaml|--metrics|gpu_count,facility_power_gw",
          "project|scenarios/base.yaml|--set|phases.shackelford.delay=3",
          "project|--format=json|--set=gpu=vr200|--overlay=scenarios/power-late.yaml",
          "validate|src/test/resources/completion/a file with blanks.yaml",
          "explain|scenarios/base.yaml|claim(stargate-1gw-2025)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theKeyCompletes(String shell) throws IOException, InterruptedException {
    Programs.assumeInstalled("python3");
    Programs.assumeInstalled(shell);
    Path script = folder.resolve("script." + shell);
    Files.writeString(script, CommandResult.of("completion", shell).succeeds().stdout());
    String setup = "source '" + script + "'";
    String zshToo = "autoload -U compinit; compinit -u -d '" + folder + "/dump'; ";
    List<String> line = new ArrayList<>();
    line.addAll(List.of("python3", "src/test/resources/completion/type.py", shell));
    line.add(shell.equals("zsh") ? zshToo + setup : setup);
    line.addAll(TYPED);
    Path shown = folder.resolve("shown");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(shown.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TERM", "xterm");
    try (ProgramServer server = ProgramServer.here()) {
      builder.environment().put("PATH", program(server) + ":" + System.getenv("PATH"));
      Process process = builder.start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(Files.readAllLines(folder.resolve("called")))
        .as(Files.readString(shown))
        .containsExactlyElementsOf(CALLED);
  }

  /** Returns the folder of a program that completes, and notes what else it is called with. */
  private Path program(ProgramServer server) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path completing = folder.resolve("completing");
    server.writeProgram(completing);
    Path program = bin.resolve("stargate-calc");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = complete ]; then
          exec '%s' "$@"
        fi
        IFS='|'
        echo "$*" >>'%s/called'
        """
            .formatted(completing, folder));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return bin;
  }
}
