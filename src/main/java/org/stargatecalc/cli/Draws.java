package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.montecarlo.DrawPlan;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.montecarlo.MonteCarlo;
import org.stargatecalc.analysis.montecarlo.PartialRun;
import org.stargatecalc.analysis.montecarlo.Progress;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.draws.DrawsReader;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.result.DrawRange;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.result.RecordedDraws;
import org.stargatecalc.result.UnreadableDrawsException;
import org.stargatecalc.tree.Problems;

/** Draws scenarios as a command line asks; a scenario without uncertainty is never drawn. */
final class Draws {
  private final DrawSettings draws;
  private final Settings settings;
  private final ProjectView view;
  private final List<Metric> metrics;
  private final Session session;

  /**
   * Creates it.
   *
   * @param draws how draws are made
   * @param view which part of the answer they are for
   * @param allMetrics whether quantiles of every metric are read off them
   */
  Draws(DrawSettings draws, ProjectView view, boolean allMetrics, Session session) {
    this(draws, view, view.quantifiedMetrics(allMetrics), session);
  }

  private Draws(DrawSettings draws, ProjectView view, List<Metric> metrics, Session session) {
    this.settings = draws.settings();
    this.draws = draws;
    this.view = view;
    this.metrics = metrics;
    this.session = session;
  }

  /** Returns the same, with quantiles of the claims' metrics, too. */
  Draws withClaims(List<LoadedScenario> scenarios) {
    Set<Metric> all = new LinkedHashSet<>(metrics);
    for (LoadedScenario scenario : scenarios) {
      for (Claim claim : scenario.claims()) {
        all.add(claim.metric());
      }
    }
    return new Draws(draws, view, new ArrayList<>(all), session);
  }

  /** Returns what the draws of a scenario give, empty if there is nothing to draw. */
  Optional<Drawn> of(LoadedScenario scenario) {
    if (!draws.draws(scenario.spec())) {
      return Optional.empty();
    }
    try (ProgressLine progress = new ProgressLine(settings.draws(), "draws", session)) {
      return Optional.of(
          new MonteCarlo(
                  scenario.spec(),
                  scenario.claims(),
                  periods(scenario),
                  metrics,
                  settings,
                  plan(scenario, settings),
                  progress)
              .run());
    }
  }

  /** Returns a part of the run, which is not drawn yet. */
  PartialRun part(LoadedScenario scenario, DrawRange range, Progress progress) {
    DrawnRun run =
        new DrawnRun(
            Version.text(),
            scenario.spec().name(),
            scenario.fingerprint().get(),
            settings.seed(),
            settings.sampling(),
            settings.draws(),
            metrics.stream().distinct().toList(),
            periods(scenario),
            scenario.claims().stream().map(Claim::id).toList());
    return new PartialRun(
        run,
        scenario.spec(),
        scenario.claims(),
        plan(scenario, settings),
        range,
        settings.threads(),
        progress);
  }

  /** Returns what saved draws give, empty after saying what is wrong with them. */
  Optional<Drawn> joined(LoadedScenario scenario, List<String> parts, ProblemPrinter printer) {
    List<LocalDate> ends = periods(scenario);
    Problems problems = new Problems();
    Optional<RecordedDraws> recorded =
        DrawsReader.join(
            parts,
            new DrawsReader.Wanted(Version.text(), scenario, ends, metrics),
            session.files(),
            problems);
    if (recorded.isEmpty()) {
      printer.print(problems.errors(), session);
      return Optional.empty();
    }
    DrawnRun run = recorded.get().run();
    Settings asDrawn =
        new Settings(
            run.draws(), run.seed(), run.sampling(), settings.percentiles(), settings.threads());
    try (ProgressLine progress = new ProgressLine(run.draws(), "draws", session)) {
      return Optional.of(
          new MonteCarlo(
                  scenario.spec(),
                  scenario.claims(),
                  ends,
                  metrics,
                  asDrawn,
                  plan(scenario, asDrawn),
                  recorded.get(),
                  progress)
              .run());
    } catch (UnreadableDrawsException e) {
      session.say(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static DrawPlan plan(LoadedScenario scenario, Settings settings) {
    return DrawPlan.of(List.of(scenario.spec()), settings.sampling(), settings.seed()).get(0);
  }

  private List<LocalDate> periods(LoadedScenario scenario) {
    return view.at()
        .map(
            date ->
                scenario.spec().horizon().contains(Instants.endOf(date))
                    ? List.of(date)
                    : List.<LocalDate>of())
        .orElseGet(() -> scenario.spec().horizon().periodEnds(view.period()));
  }
}
