package org.stargatecalc.cli;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.catalog.CatalogReport;

/** The claims that a scenario can be asked. */
final class ClaimsCommand extends Command<ClaimsCommand.Request> {
  /**
   * What is asked for.
   *
   * @param id of one claim in full, empty for the list
   * @param output where the answer goes
   */
  record Request(Optional<String> id, Output output) {}

  ClaimsCommand() {
    super(
        "claims",
        "the claims that a scenario can be judged against",
        Operands.words("[ID]", 0, 1, "Shows one claim in full."),
        Format.USUAL,
        Output.OPTIONS);
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    return before.isEmpty() ? ScenarioWords.shippedClaims(session.catalog()) : Candidates.NONE;
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    return new Request(arguments.operands().stream().findFirst(), Output.of(arguments, formats()));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Report report =
        request.id().isEmpty()
            ? CatalogReport.claims(session.catalog())
            : CatalogCommand.find(
                request.id().get(), session.catalog().claims(), CatalogReport::claim);
    return request.output().write(report, session);
  }
}
