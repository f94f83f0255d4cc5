package org.stargatecalc.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Printable;

/** Says whether scenarios can be projected, and what is wrong if they cannot. */
final class ValidateCommand implements Command<ValidateCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenarios
   */
  record Request(ScenarioInput input) {}

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String summary() {
    return "whether scenarios can be projected, and every problem if not";
  }

  @Override
  public Operands operands() {
    return Operands.SCENARIOS;
  }

  @Override
  public List<Option> options() {
    return ScenarioInput.CHANGES;
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    return new Request(ScenarioInput.of(arguments));
  }

  @Override
  public ExitStatus run(Request request, Session session) {
    Optional<List<LoadedScenario>> scenarios = request.input().load(session);
    if (scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    request.input().sayWarnings(scenarios.get(), session);
    StringBuilder valid = new StringBuilder();
    if (!request.input().printer().quiet()) {
      for (LoadedScenario scenario : scenarios.get()) {
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
