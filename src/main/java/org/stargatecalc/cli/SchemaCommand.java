package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.schema.OutputSchemas;
import org.stargatecalc.report.schema.ScenarioSchema;

/** The JSON Schemas of what the tool writes. */
final class SchemaCommand implements Command<SchemaCommand.Request> {
  private static final String SCENARIO = "scenario";

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
    return Operands.words(
        "NAME",
        1,
        1,
        "scenario, for editors; result, compare, check, validate, sensitivity, explain, backtest, catalog or claims:"
            + " what they write as json.");
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    List<String> names = new ArrayList<>(List.of(SCENARIO));
    names.addAll(new OutputSchemas(CatalogReader.baselines()).names());
    return before.isEmpty() ? Candidates.of(names) : Candidates.NONE;
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
    OutputSchemas outputs = new OutputSchemas(CatalogReader.baselines());
    Optional<Data> schema =
        request.document().equals(SCENARIO)
            ? Optional.of(ScenarioSchema.schema(session.catalog()))
            : outputs.named(request.document()).map(OutputSchemas.Document::data);
    if (schema.isEmpty()) {
      throw new UsageException(
          "schema: found '"
              + request.document()
              + "'; expected one of scenario, "
              + String.join(", ", outputs.names()));
    }
    return Output.toStandardOutput(Format.JSON)
        .write(new Report(List.of(), new DataTable.InMemory(), schema.get()), session);
  }
}
