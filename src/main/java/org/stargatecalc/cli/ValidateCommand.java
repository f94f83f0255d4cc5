package org.stargatecalc.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Printable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says whether scenarios can be projected, and what is wrong if they cannot. */
final class ValidateCommand implements Command {
  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String summary() {
    return "whether scenarios can be projected, and every problem if not";
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.input(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) {
    Optional<List<LoadedScenario>> scenarios = Scenarios.load(line, session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    StringBuilder valid = new StringBuilder();
    for (LoadedScenario scenario : scenarios.get()) {
      scenario.warnings().forEach(warning -> session.say("warning: " + warning));
      if (!Options.has(line, Options.QUIET)) {
        int phases = scenario.spec().phases().size();
        valid
            .append(Printable.of(scenario.file()))
            .append(": valid, ")
            .append(phases)
            .append(phases == 1 ? " phase\n" : " phases\n");
      }
    }
    try {
      session.print(valid.toString());
      return ExitStatus.DONE;
    } catch (IOException e) {
      return Output.standardOutputFailed(e, session);
    }
  }
}
