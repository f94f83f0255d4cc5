package org.stargatecalc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts by which shells complete command lines; what they offer is asked of the program. */
final class CompletionCommand extends Command<CompletionCommand.Request> {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  /**
   * What is asked for.
   *
   * @param shell whose script it is
   */
  record Request(String shell) {}

  CompletionCommand() {
    super(
        "completion",
        "a script for bash, zsh or fish that completes command lines",
        Operands.words("SHELL", 1, 1, "bash, zsh or fish."),
        List.of(),
        List.of());
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    return before.isEmpty() ? Candidates.of(SHELLS) : Candidates.NONE;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "completion bash > ~/.local/share/bash-completion/completions/stargate-calc",
        "completion zsh > ~/.zfunc/_stargate-calc",
        "completion fish > ~/.config/fish/completions/stargate-calc.fish");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    String shell = arguments.operands().get(0);
    if (!SHELLS.contains(shell)) {
      throw Arguments.unknown("completion: found", shell, SHELLS);
    }
    return new Request(shell);
  }

  @Override
  public ExitStatus run(Request request, Session session) {
    String name = "/org/stargatecalc/completion/stargate-calc." + request.shell();
    try (InputStream in = CompletionCommand.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      session.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return ExitStatus.DONE;
    } catch (IOException e) {
      return Output.standardOutputFailed(e, session);
    }
  }
}
