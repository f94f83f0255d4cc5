package org.stargatecalc.report.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.FieldSchema;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.backtest.BacktestFields;
import org.stargatecalc.report.catalog.CatalogFields;
import org.stargatecalc.report.catalog.SiteChangesReport;
import org.stargatecalc.report.catalog.SiteFields;
import org.stargatecalc.report.check.CheckFields;
import org.stargatecalc.report.compare.ChangesFields;
import org.stargatecalc.report.compare.CompareFields;
import org.stargatecalc.report.explain.ExplainFields;
import org.stargatecalc.report.sensitivity.SensitivityFields;
import org.stargatecalc.report.solve.SolveFields;
import org.stargatecalc.report.sweep.SweepFields;
import org.stargatecalc.report.validate.ValidateFields;
import org.stargatecalc.result.Result;
import org.stargatecalc.result.ResultFields;

/** Every document that is written as JSON, by the name under which its schema is asked for. */
public final class OutputSchemas {
  private final Map<String, Document> documents = new LinkedHashMap<>();

  /**
   * One kind of document.
   *
   * @param schema the name that documents give it
   * @param title what writes them
   * @param choices what such a document is one of
   */
  public record Document(String schema, String title, List<Fields<?>> choices) {
    /** Copies the choices. */
    public Document {
      choices = List.copyOf(choices);
    }

    /** Returns the JSON Schema. */
    public Data data() {
      return FieldSchema.of(schema, title, choices);
    }
  }

  /**
   * Creates it.
   *
   * @param baselines the models that a backtest scores besides the scenario
   */
  public OutputSchemas(List<BaselinePath> baselines) {
    put("result", Result.SCHEMA, "project", ResultFields.RESULT, ResultFields.RESULTS);
    put("compare", CompareFields.SCHEMA, "compare", CompareFields.DOCUMENT);
    put("changes", ChangesFields.SCHEMA, "compare --changed-since", ChangesFields.DOCUMENT);
    put("check", CheckFields.SCHEMA, "check", CheckFields.DOCUMENT);
    put("validate", ValidateFields.SCHEMA, "validate", ValidateFields.DOCUMENT);
    documents.put(
        "sensitivity",
        new Document(
            SensitivityFields.SCHEMA,
            "Output of stargate-calc sensitivity",
            SensitivityFields.documents()));
    documents.put(
        "explain",
        new Document(
            ExplainFields.SCHEMA, "Output of stargate-calc explain", ExplainFields.documents()));
    put("sweep", SweepFields.SCHEMA, "sweep", SweepFields.DOCUMENT);
    put("solve", SolveFields.SCHEMA, "solve", SolveFields.DOCUMENT);
    put(
        "backtest",
        BacktestFields.SCHEMA,
        "backtest",
        new BacktestFields(baselines.stream().map(BaselinePath::id).toList()).document());
    put(
        "catalog",
        CatalogFields.SCHEMA,
        "catalog",
        CatalogFields.ACCELERATORS,
        CatalogFields.ACCELERATOR,
        CatalogFields.DEFAULTS,
        CatalogFields.DEFAULT,
        SiteFields.SITES,
        SiteFields.SITE,
        SiteChangesReport.CHANGES,
        SiteFields.CAPEX,
        SiteFields.CHRONOLOGY);
    put(
        "claims",
        CatalogFields.SCHEMA_OF_CLAIMS,
        "claims, and of catalog claims",
        CatalogFields.CLAIMS,
        CatalogFields.CLAIM);
  }

  private void put(String name, String schema, String command, Fields<?>... choices) {
    documents.put(
        name, new Document(schema, "Output of stargate-calc " + command, List.of(choices)));
  }

  /** Returns the document of a name, empty if there is none. */
  public Optional<Document> named(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  /** Returns the names in their order. */
  public List<String> names() {
    return List.copyOf(documents.keySet());
  }
}
