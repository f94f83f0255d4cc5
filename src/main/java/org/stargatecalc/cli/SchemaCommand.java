package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.schema.OutputSchemas;
import org.stargatecalc.report.schema.RecordSchema;
import org.stargatecalc.report.schema.ScenarioSchema;

/** The JSON Schemas of what the tool writes. */
final class SchemaCommand extends Command<SchemaCommand.Request> {
  /** What is read; the others are written. */
  private static final List<String> FILES = List.of("scenario", "overlay", "record");

  /**
   * What is asked for.
   *
   * @param document whose schema it is
   */
  record Request(String document) {}

  SchemaCommand() {
    super(
        "schema",
        "the JSON Schemas of scenarios and of what is written",
        Operands.words(
            "NAME",
            1,
            1,
            "scenario, overlay or record, for editors; result, compare, changes, check, validate,"
                + " sensitivity, explain, sweep, solve, backtest, catalog or claims: what they write"
                + " as json."),
        List.of(),
        List.of());
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    List<String> names = new ArrayList<>(FILES);
    names.addAll(new OutputSchemas(CatalogReader.baselines()).names());
    return before.isEmpty() ? Candidates.of(names) : Candidates.NONE;
  }

  @Override
  public Request request(Arguments arguments) {
    return new Request(arguments.operands().get(0));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    OutputSchemas outputs = new OutputSchemas(CatalogReader.baselines());
    Optional<Data> schema =
        FILES.contains(request.document())
            ? Optional.of(ofFile(request.document(), session.catalog()))
            : outputs.named(request.document()).map(OutputSchemas.Document::data);
    if (schema.isEmpty()) {
      throw new UsageException(
          "schema: found '"
              + request.document()
              + "'; expected one of "
              + String.join(", ", FILES)
              + ", "
              + String.join(", ", outputs.names()));
    }
    return Output.toStandardOutput(Format.JSON)
        .write(new Report(List.of(), new DataTable.InMemory(), schema.get()), session);
  }

  /** Returns the schema of a file that is read. */
  static Data ofFile(String document, Catalog catalog) {
    return switch (document) {
      case "scenario" -> ScenarioSchema.scenario(catalog, CatalogReader.sites());
      case "overlay" -> ScenarioSchema.overlay(catalog, CatalogReader.sites());
      case "record" -> RecordSchema.schema(CatalogReader.sites());
      default -> throw new IllegalArgumentException("no file is called " + document);
    };
  }
}
