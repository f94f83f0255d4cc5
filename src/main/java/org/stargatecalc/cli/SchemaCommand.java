package org.stargatecalc.cli;

import java.io.IOException;
import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.Format;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.project.ResultSchema;
import org.stargatecalc.report.schema.OutputSchemas;
import org.stargatecalc.report.schema.ScenarioSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The JSON Schemas of what the tool writes. */
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "the JSON Schemas of scenarios and of what is written";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "scenario, for editors; result, compare or check: what they write as json.")
            .build());
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    String name = Options.operands(line).get(0);
    Data schema =
        switch (name) {
          case "scenario" -> ScenarioSchema.schema(session.catalog());
          case "result" -> ResultSchema.schema();
          case "compare" -> OutputSchemas.compare();
          case "check" -> OutputSchemas.check();
          default ->
              throw new UsageException(
                  "schema: found '" + name + "'; expected scenario, result, compare or check");
        };
    Report report = new Report(List.of(), new DataTable.InMemory(), schema);
    try {
      Format.JSON.renderer().render(report, RenderOptions.PLAIN, session.out());
      return ExitStatus.DONE;
    } catch (IOException e) {
      return Output.standardOutputFailed(e, session);
    }
  }
}
