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
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.analysis.montecarlo.SiteBands;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.report.backtest.BacktestReport;
import org.stargatecalc.report.backtest.BacktestedScenario;
import org.stargatecalc.scenario.PhaseSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Scenarios against recorded sites and simple baselines. */
final class BacktestCommand implements Command {
  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public String summary() {
    return "scenarios against recorded sites, beside simple baselines";
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.input(spec);
    Records.declare(spec);
    spec.addOption(Options.value(Options.SITES, "IDS", "Only these recorded sites, such as a,b."));
    spec.addOption(
        Options.value(Options.VINTAGE, "DATE", "The record as it was known on a date (newest)."));
    spec.addOption(
        Options.value(Options.AS_OF, "DATE", "Points dated later do not count as happened."));
    spec.addOption(Options.value(Options.SHOW, "PART", "Only points or scores (csv: points)."));
    Options.sampling(spec);
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Output output = Output.of(line);
    Optional<BacktestReport.Part> part =
        Options.word(line, Options.SHOW, BacktestReport.Part.values(), BacktestReport.Part::id);
    Optional<LocalDate> vintage = Options.date(line, Options.VINTAGE).map(PartialDate::last);
    Optional<LocalDate> asOf = Options.date(line, Options.AS_OF).map(PartialDate::last);
    Optional<SiteRecord> record = Records.load(line, session);
    Optional<List<LoadedScenario>> scenarios = Scenarios.load(line, session);
    if (record.isEmpty() || scenarios.isEmpty()) {
      return ExitStatus.INVALID;
    }
    if (!output.showsWarnings() && !Options.has(line, Options.QUIET)) {
      scenarios.get().forEach(s -> s.warnings().forEach(w -> session.say("warning: " + w)));
    }
    Settings settings = Options.settings(line);
    Optional<LocalDate> early = vintage.filter(date -> date.isBefore(record.get().oldestVintage()));
    if (early.isPresent()) {
      throw new UsageException(
          "--vintage: found "
              + early.get()
              + "; the record begins with the vintage of "
              + record.get().oldestVintage());
    }
    Backtest.Selection selection = new Backtest.Selection(sites(line, record.get()), vintage, asOf);
    List<BaselinePath> baselines = CatalogReader.baselines();
    Backtester backtester = new Backtester(record.get(), baselines, selection);
    List<BacktestedScenario> tested =
        scenarios.get().stream()
            .map(
                s ->
                    new BacktestedScenario(
                        s.file(),
                        s.sha256(),
                        s.warnings(),
                        backtester.test(
                            s.spec(), s.claims(), band(line, s, record.get(), settings))))
            .toList();
    return output.write(
        new BacktestReport(Version.text(), record.get(), baselines, selection, part).of(tested),
        session);
  }

  /** The range of an uncertain scenario on the recorded dates of its sites. */
  private static Band band(
      ParseResult line, LoadedScenario scenario, SiteRecord record, Settings settings) {
    if (Options.has(line, Options.POINT) || !scenario.spec().isUncertain()) {
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
    SiteBands bands = new SiteBands(scenario.spec(), settings, dates);
    return (site, basis, date) ->
        bands
            .at(site, basis, date)
            .map(range -> Band.Range.ofGigawatts(range.lowGw(), range.highGw()));
  }

  private static Set<String> sites(ParseResult line, SiteRecord record) throws UsageException {
    Set<String> ids = new LinkedHashSet<>();
    for (String word : Options.commaSeparated(line, Options.SITES)) {
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
