package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.montecarlo.ClaimOdds;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.scenario.ScenarioSpec;

/** Claims and their answers as tables and documents. */
public final class AnswerTables {
  private AnswerTables() {}

  static DataTable claims(ProjectedScenario scenario) {
    List<Integer> percentiles =
        scenario.drawn().map(d -> d.settings().percentiles()).orElse(List.of());
    List<DataTable.Column> columns =
        new ArrayList<>(
            List.of(
                DataTable.Column.words("scenario"),
                DataTable.Column.words("claim"),
                DataTable.Column.words("metric"),
                DataTable.Column.words("basis"),
                DataTable.Column.number("at_least"),
                DataTable.Column.words("unit"),
                DataTable.Column.words("by"),
                DataTable.Column.words("verdict"),
                DataTable.Column.number("value"),
                DataTable.Column.number("attainment"),
                DataTable.Column.number("shortfall"),
                DataTable.Column.words("reached_on"),
                DataTable.Column.number("slip_months")));
    if (!percentiles.isEmpty()) {
      columns.add(DataTable.Column.number("probability_met"));
      columns.add(DataTable.Column.number("probability_met_se"));
      columns.add(DataTable.Column.number("never_share"));
      percentiles.forEach(p -> columns.add(DataTable.Column.number("value" + suffix(p))));
      percentiles.forEach(p -> columns.add(DataTable.Column.words("reached_on" + suffix(p))));
    }
    DataTable.InMemory table = new DataTable.InMemory(columns.toArray(DataTable.Column[]::new));
    List<CheckedClaim> all = scenario.projected().claims();
    for (int i = 0; i < all.size(); i++) {
      Claim claim = all.get(i).claim();
      Answer answer = all.get(i).answer();
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  scenario.name(),
                  claim.id(),
                  claim.metric().id(),
                  basis(claim.metric(), claim.basis()),
                  claim.atLeast(),
                  claim.metric().unit().symbol(),
                  claim.by().toString(),
                  answer.verdict().id(),
                  orNaN(answer.value()),
                  orNaN(answer.attainment()),
                  orNaN(answer.shortfall()),
                  answer.reachedOn().map(LocalDate::toString),
                  orNaN(answer.slipMonths())));
      if (scenario.drawn().isPresent()) {
        ClaimOdds odds = scenario.drawn().get().odds().get(i);
        cells.add(odds.probabilityMet());
        cells.add(odds.standardError());
        cells.add(odds.neverShare());
        cells.addAll(odds.valueQuantiles());
        odds.reachedQuantiles().forEach(t -> cells.add(date(t).map(LocalDate::toString)));
      }
      table.add(cells.toArray());
    }
    return table;
  }

  private static String suffix(int percentile) {
    return TimelineTable.suffix(percentile);
  }

  /** Returns the date of an instant; never is no date. */
  static Optional<LocalDate> date(double instant) {
    return Double.isInfinite(instant) || Double.isNaN(instant)
        ? Optional.empty()
        : Optional.of(Instants.dateEndingAt(instant));
  }

  private static void odds(Data.Builder document, ClaimOdds odds, List<Integer> percentiles) {
    document
        .put("probability_met", Data.number(odds.probabilityMet()))
        .put("probability_met_se", Data.number(odds.standardError()))
        .put("never_share", Data.number(odds.neverShare()));
    for (int i = 0; i < percentiles.size(); i++) {
      document.put("value" + suffix(percentiles.get(i)), Data.number(odds.valueQuantiles().get(i)));
    }
    for (int i = 0; i < percentiles.size(); i++) {
      document.put(
          "reached_on" + suffix(percentiles.get(i)),
          Data.date(date(odds.reachedQuantiles().get(i))));
    }
  }

  static DataTable readings(ProjectedScenario scenario) {
    DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("scenario"),
            DataTable.Column.words("claim"),
            DataTable.Column.words("metric"),
            DataTable.Column.words("basis"),
            DataTable.Column.words("verdict"),
            DataTable.Column.number("value"),
            DataTable.Column.number("attainment"),
            DataTable.Column.words("reached_on"),
            DataTable.Column.number("slip_months"));
    for (CheckedClaim checked : scenario.projected().claims()) {
      for (Answer reading : checked.readings()) {
        table.add(
            scenario.name(),
            checked.claim().id(),
            reading.metric().id(),
            basis(reading.metric(), reading.basis()),
            reading.verdict().id(),
            orNaN(reading.value()),
            orNaN(reading.attainment()),
            reading.reachedOn().map(LocalDate::toString),
            orNaN(reading.slipMonths()));
      }
    }
    return table;
  }

  static Data identity(ProjectedScenario scenario) {
    ScenarioSpec spec = scenario.projected().spec();
    return Data.Members.builder()
        .put("name", Data.text(spec.name()))
        .put("title", Data.text(spec.title()))
        .put("file", Data.text(scenario.file()))
        .put("sha256", Data.text(scenario.sha256().get()))
        .put("as_of", Data.text(spec.asOf()))
        .put("horizon_from", Data.text(spec.horizon().from().toString()))
        .put("horizon_to", Data.text(spec.horizon().to().toString()))
        .build();
  }

  static Data claimDocuments(ProjectedScenario scenario) {
    List<Data> documents = new ArrayList<>();
    List<CheckedClaim> all = scenario.projected().claims();
    for (int i = 0; i < all.size(); i++) {
      int at = i;
      CheckedClaim checked = all.get(i);
      Claim claim = checked.claim();
      Data.Builder document =
          Data.Members.builder()
              .put("id", Data.text(claim.id()))
              .put("title", Data.textOrNull(claim.title()))
              .put("metric", Data.text(claim.metric().id()))
              .put("unit", Data.text(claim.metric().unit().symbol()))
              .put("basis", Data.text(basis(claim.metric(), claim.basis())))
              .put("at_least", Data.number(claim.atLeast()))
              .put("by", Data.text(claim.by().toString()));
      answer(document, checked.answer(), true);
      scenario.drawn().ifPresent(d -> odds(document, d.odds().get(at), d.settings().percentiles()));
      document
          .put("scope", Data.textOrNull(claim.scope()))
          .put("source", Data.text(claim.provenance().source()))
          .put(
              "readings",
              new Data.Items(checked.readings().stream().map(AnswerTables::reading).toList()));
      documents.add(document.build());
    }
    return new Data.Items(documents);
  }

  private static Data reading(Answer answer) {
    Data.Builder document =
        Data.Members.builder()
            .put("metric", Data.text(answer.metric().id()))
            .put("basis", Data.text(basis(answer.metric(), answer.basis())));
    answer(document, answer, false);
    return document.build();
  }

  private static void answer(Data.Builder document, Answer answer, boolean withShortfall) {
    document
        .put("verdict", Data.text(answer.verdict().id()))
        .put("value", Data.number(answer.value()))
        .put("attainment", Data.number(answer.attainment()));
    if (withShortfall) {
      document.put("shortfall", Data.number(answer.shortfall()));
    }
    document
        .put("reached_on", Data.date(answer.reachedOn()))
        .put("slip_months", Data.number(answer.slipMonths()));
  }

  private static Optional<String> basis(Metric metric, Basis basis) {
    return metric.hasBasis() ? Optional.of(basis.id()) : Optional.empty();
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }
}
