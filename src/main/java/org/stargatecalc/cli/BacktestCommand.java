package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.Backtester;
import org.stargatecalc.analysis.backtest.Band;
import org.stargatecalc.analysis.montecarlo.SiteBands;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.backtest.BacktestReport;
import org.stargatecalc.report.backtest.BacktestedScenario;
import org.stargatecalc.scenario.PhaseSpec;

/** Scenarios against recorded sites and simple baselines. */
final class BacktestCommand extends Command<BacktestCommand.Request> {
  /**
   * What is asked for.
   *
   * @param input the scenarios
   * @param records the record of sites
   * @param sites ids or names of recorded sites, empty for all
   * @param vintage the record as it was known on a date
   * @param asOf the last date that counts as happened
   * @param part of the answer that is shown, empty for all
   * @param draws how draws are made
   * @param output where the answer goes
   */
  record Request(
      ScenarioInput input,
      SiteRecords records,
      List<String> sites,
      Optional<LocalDate> vintage,
      Optional<LocalDate> asOf,
      Optional<BacktestReport.Part> part,
      DrawSettings draws,
      Output output) {}

  BacktestCommand() {
    super(
        "backtest",
        "scenarios against recorded sites, beside simple baselines",
        Operands.SCENARIOS,
        Format.DRAWN,
        Option.all(
            ScenarioInput.CHANGES,
            List.of(Option.RECORD, Option.SITES, Option.VINTAGE, Option.AS_OF, Option.SHOW_PART),
            DrawSettings.OPTIONS,
            Output.OPTIONS));
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    return new Request(
        ScenarioInput.of(arguments),
        SiteRecords.of(arguments),
        arguments.commaSeparated(Option.SITES),
        arguments.lastDay(Option.VINTAGE),
        arguments.lastDay(Option.AS_OF),
        arguments.word(Option.SHOW_PART, BacktestReport.Part.values()),
        DrawSettings.of(arguments),
        Output.of(arguments, formats()));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Optional<SiteRecord> record = request.records().load(session);
    Optional<List<LoadedScenario>> scenarios = request.input().load(session);
    if (record.isEmpty() || scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    if (!request.output().showsWarnings()) {
      request.input().sayWarnings(scenarios.get(), session);
    }
    Backtest.Selection selection = selection(request, record.get());
    List<BaselinePath> baselines = CatalogReader.baselines();
    Backtester backtester = new Backtester(record.get(), baselines, selection);
    List<BacktestedScenario> tested = new ArrayList<>();
    for (LoadedScenario scenario : scenarios.get()) {
      Band band = band(scenario, record.get(), request.draws());
      tested.add(
          new BacktestedScenario(
              scenario.file(),
              scenario.sha256(),
              scenario.warnings(),
              backtester.test(scenario.spec(), scenario.claims(), band),
              band));
    }
    BacktestReport report =
        new BacktestReport(Version.text(), record.get(), baselines, selection, request.part());
    return request.output().write(report.of(tested), session);
  }

  private static Backtest.Selection selection(Request request, SiteRecord record)
      throws UsageException {
    LocalDate oldest = record.oldestVintage();
    if (request.vintage().isPresent() && request.vintage().get().isBefore(oldest)) {
      throw new UsageException(
          "--vintage: found "
              + request.vintage().get()
              + "; the record begins with the vintage of "
              + oldest);
    }
    return new Backtest.Selection(sites(request, record), request.vintage(), request.asOf());
  }

  /** The range of an uncertain scenario on the recorded dates of its sites. */
  private static Band band(LoadedScenario scenario, SiteRecord record, DrawSettings draws) {
    if (!draws.draws(scenario.spec())) {
      return Band.NONE;
    }
    Map<String, List<LocalDate>> dates = new LinkedHashMap<>();
    for (PhaseSpec phase : scenario.spec().phases()) {
      record
          .site(phase.site())
          .ifPresent(
              site ->
                  dates.put(
                      phase.site(),
                      site.capacity().stream().map(SiteCapacity::date).distinct().toList()));
    }
    SiteBands bands = new SiteBands(scenario.spec(), draws.settings(), dates);
    return (site, basis, date) ->
        bands
            .at(site, basis, date)
            .map(range -> Band.Range.ofGigawatts(range.lowGw(), range.highGw()));
  }

  private static Set<String> sites(Request request, SiteRecord record) throws UsageException {
    Set<String> ids = new LinkedHashSet<>();
    for (String word : request.sites()) {
      if (record.named(word).isEmpty()) {
        List<String> known = new ArrayList<>(record.sites().keySet());
        record.sites().values().forEach(site -> known.addAll(site.aliases()));
        throw CatalogCommand.missing("--sites: the record has no site", word, known);
      }
      ids.add(record.named(word).get().id());
    }
    return ids;
  }
}
