package org.stargatecalc.report.project.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.State;
import org.stargatecalc.report.TableSheet;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.workbook.Sheet;
import org.stargatecalc.workbook.SheetCell;

/** The sheets of one scenario, which refer to each other. */
public final class ProjectionSheets {
  /**
   * What there is to show.
   *
   * @param prefix of the names of its sheets, empty for a single scenario
   * @param spec what was stated
   * @param scenario plain numbers of the central case
   * @param projection of it
   * @param claims judged
   * @param claimTable what is told of them, one row each
   * @param timeline metrics by period, from the start of the horizon
   * @param shown which of its rows are asked for
   * @param after instants after which the rows' flows are counted
   * @param ends instants at which the rows are
   * @param metrics in the order of the timeline's columns
   * @param wanted which of claims, timeline and cost are asked for
   * @param facts where all this comes from, a label and a text each
   */
  public record Input(
      String prefix,
      ScenarioSpec spec,
      Scenario scenario,
      Projection projection,
      List<CheckedClaim> claims,
      DataTable claimTable,
      DataTable timeline,
      List<Boolean> shown,
      List<Double> after,
      List<Double> ends,
      List<Metric> metrics,
      List<String> wanted,
      List<List<String>> facts) {}

  private final Input input;
  private final AssumptionSheet assumptions;
  private final PerGpuSheet perGpu;
  private final List<Sheet> sheets = new ArrayList<>();

  private ProjectionSheets(Input input) {
    this.input = input;
    this.assumptions = new AssumptionSheet(name("assumptions"), input.spec());
    this.perGpu = new PerGpuSheet(name("per GPU"), input.scenario(), assumptions);
  }

  /** Returns the sheets of one scenario, in their order. */
  public static List<Sheet> of(Input input) {
    return new ProjectionSheets(input).build();
  }

  private String name(String sheet) {
    return input.prefix() + sheet;
  }

  private List<Sheet> build() {
    List<Moment> periods = new ArrayList<>();
    for (int i = 0; i < input.ends().size(); i++) {
      periods.add(Moment.period(input.projection(), input.after().get(i), input.ends().get(i)));
    }
    StateSheet buildOut =
        new StateSheet(name("build-out"), input, periods, perGpu, input.shown())
            .with("period_end", StateSheet.days(periods));
    if (!periods.isEmpty()) {
      buildOut.across(State.INSTALLED, 1);
    }
    Optional<Sheet> claims = Optional.empty();
    Optional<StateSheet> deadlines = Optional.empty();
    List<String> claimsOfValues = List.of();
    if (input.wanted().contains("claims") && !input.claims().isEmpty()) {
      StateSheet states = deadlines();
      ClaimSheet judged = new ClaimSheet(name("claims"), input, states, perGpu);
      claims = Optional.of(judged.build());
      claimsOfValues = judged.values();
      deadlines = Optional.of(states);
    }
    TimelineSheet timeline = new TimelineSheet(name("timeline"), input, buildOut, perGpu);
    boolean hasTimeline = input.wanted().contains("timeline") || input.wanted().contains("cost");
    Optional<Sheet> metrics = hasTimeline ? Optional.of(timeline.build()) : Optional.empty();
    Sheet states = buildOut.build();
    Optional<Sheet> atDeadlines = deadlines.map(StateSheet::build);
    Sheet coefficients = perGpu.build();
    claims.ifPresent(sheets::add);
    sheets.add(assumptions.build());
    sheets.add(coefficients);
    sheets.add(states);
    atDeadlines.ifPresent(sheets::add);
    metrics.ifPresent(sheets::add);
    if (input.wanted().contains("cost")) {
      timeline.cost(name("cost")).ifPresent(sheets::add);
    }
    sheets.add(about(timeline, claimsOfValues));
    return sheets;
  }

  private StateSheet deadlines() {
    List<Moment> moments = new ArrayList<>();
    List<Boolean> shown = new ArrayList<>();
    List<SheetCell> ids = new ArrayList<>();
    double start = input.projection().horizon().start();
    double end = input.projection().horizon().end();
    for (CheckedClaim claim : input.claims()) {
      double deadline = Math.min(claim.claim().deadline(), end);
      moments.add(Moment.period(input.projection(), start, deadline));
      shown.add(true);
      ids.add(new SheetCell.Words(claim.claim().id()));
    }
    return new StateSheet(name("deadlines"), input, moments, perGpu, shown)
        .with("claim", ids)
        .with("at_end_of", StateSheet.days(moments));
  }

  private Sheet about(TimelineSheet timeline, List<String> claims) {
    DataTable.InMemory table =
        new DataTable.InMemory(DataTable.Column.words("about"), DataTable.Column.words("text"));
    for (List<String> fact : input.facts()) {
      table.add(fact.get(0), fact.get(1));
    }
    for (List<String> note : new Notes(timeline.values(), claims, perGpu.valuePhases()).all()) {
      table.add(note.get(0), note.get(1));
    }
    return TableSheet.of(name("about"), table);
  }
}
