package org.stargatecalc.cli;

import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.FieldSchema;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.schema.OutputSchemas;
import org.stargatecalc.report.schema.ScenarioSchema;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultFields;

/** The JSON Schemas of what the tool writes. */
final class SchemaCommand implements Command<SchemaCommand.Request> {
  /**
   * What is asked for.
   *
   * @param document whose schema it is
   */
  record Request(String document) {}

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "the JSON Schemas of scenarios and of what is written";
  }

  @Override
  public Operands operands() {
    return new Operands(
        "NAME", 1, 1, "scenario, for editors; result, compare or check: what they write as json.");
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public Request request(Arguments arguments) {
    return new Request(arguments.operands().get(0));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Data schema =
        switch (request.document()) {
          case "scenario" -> ScenarioSchema.schema(session.catalog());
          case "result" ->
              FieldSchema.of(
                  Result.SCHEMA,
                  "Result of stargate-calc project",
                  List.of(ResultFields.RESULT, ResultFields.RESULTS));
          case "compare" -> OutputSchemas.compare();
          case "check" -> OutputSchemas.check();
          default ->
              throw new UsageException(
                  "schema: found '"
                      + request.document()
                      + "'; expected scenario, result, compare or check");
        };
    return Output.toStandardOutput(Format.JSON)
        .write(new Report(List.of(), new DataTable.InMemory(), schema), session);
  }
}
