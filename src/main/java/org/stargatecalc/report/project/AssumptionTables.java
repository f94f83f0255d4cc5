package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;

/** The values that an answer rests on, as table, document and words. */
public final class AssumptionTables {
  private AssumptionTables() {}

  static DataTable assumptions(ProjectedScenario scenario) {
    DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("scenario"),
            DataTable.Column.words("path"),
            DataTable.Column.number("value"),
            DataTable.Column.words("unit"),
            DataTable.Column.words("word"),
            DataTable.Column.words("origin"),
            DataTable.Column.words("confidence"));
    for (Assumption assumption : scenario.projected().spec().assumptions()) {
      table.add(
          scenario.name(),
          assumption.path(),
          number(assumption),
          unit(assumption),
          word(assumption),
          assumption.origin().id(),
          assumption.provenance().confidence().map(Confidence::id));
    }
    return table;
  }

  static Data documents(ProjectedScenario scenario) {
    List<Data> documents = new ArrayList<>();
    for (Assumption assumption : scenario.projected().spec().assumptions()) {
      double number = number(assumption);
      Data.Builder document =
          Data.Members.builder()
              .put("path", Data.text(assumption.path()))
              .put(
                  "value",
                  Double.isNaN(number) ? Data.text(word(assumption)) : Data.number(number));
      ResultAssumption result = ResultAssumption.of(assumption);
      for (ResultAssumption end : result.ends()) {
        String key = "value_" + end.path().substring(assumption.path().length() + 1);
        document.put(key, end.word().isEmpty() ? Data.number(end.number()) : Data.text(end.word()));
      }
      documents.add(
          document
              .put("unit", Data.text(unit(assumption)))
              .put("origin", Data.text(assumption.origin().id()))
              .put("declared_at", Data.text(assumption.declaredAt()))
              .put("source", Data.text(assumption.provenance().source()))
              .put(
                  "confidence", Data.text(assumption.provenance().confidence().map(Confidence::id)))
              .put("as_of", Data.text(assumption.provenance().asOf()))
              .build());
    }
    return new Data.Items(documents);
  }

  /** Returns the number of a measured value, NaN for a date or a word. */
  static double number(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? measured.distribution().median()
        : Double.NaN;
  }

  static Optional<String> unit(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? Optional.of(measured.dimension().baseUnit())
        : Optional.empty();
  }

  /** Returns a date in ISO form or a word; empty for a measured value. */
  static Optional<String> word(Assumption assumption) {
    if (assumption.value() instanceof AssumedValue.Named named) {
      return Optional.of(named.word());
    }
    if (assumption.value() instanceof AssumedValue.Dated dated) {
      return Optional.of(
          LocalDate.ofEpochDay((long) StrictMath.floor(dated.distribution().median())).toString());
    }
    return Optional.empty();
  }
}
