package org.stargatecalc.cli;

import java.util.List;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.catalog.CatalogReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The claims that a scenario can be asked. */
final class ClaimsCommand implements Command {
  @Override
  public String name() {
    return "claims";
  }

  @Override
  public String summary() {
    return "the claims that a scenario can be judged against";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ID")
            .arity("0..1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Shows one claim in full.")
            .build());
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Output output = Output.of(line);
    List<String> operands = Options.operands(line);
    Report report =
        operands.isEmpty()
            ? CatalogReport.claims(session.catalog())
            : CatalogCommand.find(
                operands.get(0), session.catalog().claims(), CatalogReport::claim);
    return output.write(report, session);
  }
}
