package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.solve.SolveReport;
import org.stargatecalc.report.solve.Solved;

/** Which value of a parameter makes something true or false. */
final class SolveCommand extends Command<SolveCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenario
   * @param goal what is to be true
   * @param path of the one parameter that moves; empty for each that matters
   * @param between the ends between which it moves, as written, empty for its domain
   * @param draws how draws are made
   * @param output where the answer goes
   * @param folding whether people see everything
   */
  record Request(
      ScenarioInput input,
      Expectation goal,
      Optional<String> path,
      Optional<Ends> between,
      DrawSettings draws,
      Output output,
      Folding folding) {}

  /** Two ends as written. */
  record Ends(String low, String high) {}

  SolveCommand() {
    super(
        "solve",
        "what would have to be true for a goal to be met",
        Operands.SCENARIO,
        Format.USUAL,
        Option.all(
            ScenarioInput.CHANGES,
            List.of(Option.GOAL, Option.CLAIM_TO_MEET, Option.FOR, Option.BETWEEN),
            DrawSettings.OPTIONS,
            Output.OPTIONS));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "solve scenarios/base.yaml --claim stargate-5gw-2027",
        "solve scenarios/base.yaml --claim stargate-10gw-2029 --for phases.new-mexico.delay",
        "solve scenarios/base.yaml --goal 'cumulative_capex_usd_bn@2028 == $500bn'"
            + " --for '**.capex_per_gpu'",
        "solve scenarios/base-uncertain.yaml --goal 'prob(stargate-10gw-2029) >= 90%'"
            + " --for probability");
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    Optional<String> path = arguments.text(Option.FOR);
    Optional<String> between = arguments.text(Option.BETWEEN);
    if (between.isPresent() && path.isEmpty()) {
      throw new UsageException(Option.BETWEEN + " needs --for PATH");
    }
    return new Request(
        ScenarioInput.of(arguments),
        goal(arguments),
        path,
        between.isEmpty() ? Optional.empty() : Optional.of(ends(between.get())),
        DrawSettings.of(arguments),
        Output.of(arguments, formats()),
        arguments.folding());
  }

  private static Ends ends(String between) throws UsageException {
    int dots = between.indexOf("..");
    if (dots <= 0 || dots + 2 >= between.length()) {
      throw new UsageException(
          Option.BETWEEN + ": found '" + between + "'; expected LOW..HIGH, such as 1.1..1.5");
    }
    return new Ends(between.substring(0, dots).strip(), between.substring(dots + 2).strip());
  }

  private static Expectation goal(Arguments arguments) throws UsageException {
    Optional<String> goal = arguments.text(Option.GOAL);
    Optional<String> claim = arguments.text(Option.CLAIM_TO_MEET);
    if (goal.isPresent() == claim.isPresent()) {
      throw new UsageException("solve takes --goal EXPR or --claim ID, one of them");
    }
    Option option = goal.isPresent() ? Option.GOAL : Option.CLAIM_TO_MEET;
    String text = goal.orElseGet(() -> "claim(" + claim.orElseThrow() + ") == met").strip();
    try {
      Expression expression = ExpressionReader.parse(text);
      return new Expectation(
          expression,
          text,
          Expectation.Severity.ERROR,
          "",
          new Expectation.Place(option.word(), 0, 0));
    } catch (ExpressionReader.InvalidExpressionException fault) {
      throw FailOn.unreadable(option, fault);
    }
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Optional<Solved> solved = new SolveRun(request, session).run();
    if (solved.isEmpty()) {
      return ExitStatus.INVALID;
    }
    ExitStatus written =
        request.output().write(SolveReport.of(solved.get(), request.folding()), session);
    if (written != ExitStatus.DONE || request.path().isEmpty() || solved.get().isFound()) {
      return written;
    }
    session.say(SolveReport.none(solved.get()));
    return ExitStatus.NO_SOLUTION;
  }
}
