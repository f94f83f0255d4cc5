package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.montecarlo.MonteCarlo;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.document.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Shape;
import picocli.CommandLine.ParseResult;

/** Draws scenarios as a command line asks; a scenario without uncertainty is never drawn. */
final class Draws {
  private final Settings settings;
  private final Shape shape;
  private final boolean allMetrics;
  private final boolean point;
  private final Session session;

  private Draws(
      Settings settings, Shape shape, boolean allMetrics, boolean point, Session session) {
    this.settings = settings;
    this.shape = shape;
    this.allMetrics = allMetrics;
    this.point = point;
    this.session = session;
  }

  static Draws of(ParseResult line, Shape shape, Output output, Session session)
      throws UsageException {
    return new Draws(
        Options.settings(line),
        shape,
        output.showsAllMetrics(),
        Options.has(line, Options.POINT),
        session);
  }

  /** Returns what the draws of a scenario give, empty if there is nothing to draw. */
  Optional<Drawn> of(LoadedScenario scenario) {
    if (point || !scenario.spec().isUncertain()) {
      return Optional.empty();
    }
    DrawPlan plan =
        DrawPlan.of(List.of(scenario.spec()), settings.sampling(), settings.seed()).get(0);
    List<Metric> metrics = shape.quantifiedMetrics(allMetrics);
    try (ProgressLine progress = new ProgressLine(settings.draws(), session)) {
      return Optional.of(
          new MonteCarlo(
                  scenario.spec(),
                  scenario.claims(),
                  periods(scenario),
                  metrics,
                  settings,
                  plan,
                  progress)
              .run());
    }
  }

  private List<LocalDate> periods(LoadedScenario scenario) {
    return shape
        .at()
        .map(
            date ->
                scenario.spec().horizon().contains(Instants.endOf(date))
                    ? List.of(date)
                    : List.<LocalDate>of())
        .orElseGet(() -> scenario.spec().horizon().periodEnds(shape.by()));
  }
}
