package org.stargatecalc.cli;

import java.io.IOException;
import java.util.List;
import org.stargatecalc.render.Format;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.report.DataTable;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.ResultSchema;
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
    return "the JSON Schema of saved results";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("result: what project -f json writes.")
            .build());
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    String name = Options.operands(line).get(0);
    if (!name.equals("result")) {
      throw new UsageException("schema: found '" + name + "'; expected result");
    }
    Report report = new Report(List.of(), new DataTable.InMemory(), ResultSchema.schema());
    try {
      Format.JSON.renderer().render(report, RenderOptions.PLAIN, session.out());
      return ExitStatus.DONE;
    } catch (IOException e) {
      return Output.standardOutputFailed(e, session);
    }
  }
}
