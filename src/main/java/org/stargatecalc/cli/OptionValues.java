package org.stargatecalc.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.chart.project.ProjectDrawing;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.backtest.BacktestReport;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.uncertainty.Sampling;

/**
 * What an option's value may be.
 *
 * @param command that takes the options
 * @param scenario the one that the command line names
 */
record OptionValues(Command<?> command, ScenarioWords scenario) {
  /** Returns what a value may be that begins with what is typed. */
  Candidates of(Option option, String typed) {
    // Without a default: the compiler asks of a new option what its values are.
    return switch (option) {
      case SET, SCALE, VARY -> assignments(typed);
      case INPUTS -> scenario.paths(typed, "").inList(typed);
      case FOR -> scenario.paths(typed, "");
      case OVERLAY, RECORD, BASELINE, OUTPUT, OUTPUT_TEXT -> Candidates.FILES;
      case BY -> Candidates.of(Period.values());
      case SHOW -> Candidates.of(ProjectView.Part.values()).inList(typed);
      case SHOW_PART -> Candidates.of(BacktestReport.Part.values());
      case LAYOUT -> Candidates.of(ProjectView.Layout.values());
      case METRICS -> ScenarioWords.metrics().inList(typed);
      case METRIC, GOAL, FAIL_ON -> ScenarioWords.metrics().between("", "@");
      case TOLERANCE -> ScenarioWords.metrics().between("", "=");
      case CLAIM, CLAIM_TO_MEET -> scenario.claims();
      case PHASE -> scenario.phases();
      case METHOD -> Candidates.of(SensitivityCommand.Method.values());
      case SAMPLING -> Candidates.of(Sampling.values());
      case SITES -> sites().inList(typed);
      case FORMAT -> formats();
      case CHART -> Candidates.of(ProjectDrawing.NAMES);
      case COLOR -> Candidates.of(Output.COLOURS);
      // free texts, dates and numbers, and what takes no value
      case CHANGED_SINCE, OWNER, FROM, TO, AT, AT_DATES, AT_END, VINTAGE, IMPORTED_VINTAGE, AS_OF ->
          Candidates.NONE;
      case OPERATIONAL_BY, SINCE, FRESH, MIN_MW, SAMPLE, SHARD, SHARD_OF_ROWS, DRAWS, DEPTH ->
          Candidates.NONE;
      case URL, VARY_INPUTS, BETWEEN, SAMPLES, SEED, QUANTILES, THREADS, PRECISION ->
          Candidates.NONE;
      case EXPLAIN, TOGETHER, EFFECTIVE, POINT, NO_FAIL, UPDATE_BASELINE, EXIT_CODE ->
          Candidates.NONE;
      case EXCEL, NO_HEADER, QUIET, VERBOSE, DEBUG, STRICT, HELP, VERSION -> Candidates.NONE;
    };
  }

  private Candidates assignments(String typed) {
    int equals = typed.indexOf('=');
    return equals < 0
        ? scenario.paths(typed, "=")
        : scenario.values(typed.substring(0, equals)).between(typed.substring(0, equals + 1), "");
  }

  private Candidates formats() {
    return Candidates.of(command.formats().toArray(Format[]::new));
  }

  static Candidates sites() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Site site : CatalogReader.sites().sites().values()) {
      meanings.put(site.id(), site.name());
    }
    return Candidates.of(meanings);
  }
}
