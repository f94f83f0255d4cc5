package org.stargatecalc.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.document.NearestWord;
import org.stargatecalc.report.CatalogReport;
import org.stargatecalc.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The shipped data with its sources. */
final class CatalogCommand implements Command {
  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public String summary() {
    return "the shipped data: accelerators, defaults and claims with their sources";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("LIST [ID]")
            .arity("0..2")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("accelerators, defaults or claims; with an id, one record in full.")
            .build());
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Output output = Output.of(line);
    List<String> operands = Options.operands(line);
    String list = operands.isEmpty() ? "accelerators" : operands.get(0);
    Catalog catalog = session.catalog();
    Report report = operands.size() < 2 ? all(list, catalog) : one(list, operands.get(1), catalog);
    return output.write(report, session);
  }

  private static Report all(String list, Catalog catalog) throws UsageException {
    return switch (list) {
      case "accelerators" -> CatalogReport.accelerators(catalog);
      case "defaults" -> CatalogReport.defaults(catalog);
      case "claims" -> CatalogReport.claims(catalog);
      default -> throw unknownList(list);
    };
  }

  private static Report one(String list, String id, Catalog catalog) throws UsageException {
    return switch (list) {
      case "accelerators" -> find(id, catalog.accelerators(), CatalogReport::accelerator);
      case "defaults" -> find(id, catalog.defaults(), CatalogReport::defaultValue);
      case "claims" -> find(id, catalog.claims(), CatalogReport::claim);
      default -> throw unknownList(list);
    };
  }

  /** Returns the report on the record of an id. */
  static <T> Report find(String id, Map<String, T> records, Function<T, Report> report)
      throws UsageException {
    T found = records.get(id);
    if (found == null) {
      String nearest = NearestWord.of(id, records.keySet());
      throw new UsageException(
          "the catalogue has no '"
              + id
              + "'"
              + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
    }
    return report.apply(found);
  }

  private static UsageException unknownList(String list) {
    List<String> lists = List.of("accelerators", "defaults", "claims");
    String nearest = NearestWord.of(list, lists);
    return new UsageException(
        "catalog has no list '"
            + list
            + "'; expected one of "
            + String.join(", ", lists)
            + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
  }
}
