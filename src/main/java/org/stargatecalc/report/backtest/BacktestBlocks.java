package org.stargatecalc.report.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.BacktestPoint;
import org.stargatecalc.analysis.backtest.FleetReading;
import org.stargatecalc.analysis.backtest.ModelReading;
import org.stargatecalc.analysis.backtest.PointSet;
import org.stargatecalc.analysis.backtest.Score;
import org.stargatecalc.analysis.backtest.Subject;
import org.stargatecalc.analysis.backtest.Subject.Window;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/** One scenario against the record, for people. */
public final class BacktestBlocks {
  /** With more sites than this, each gets a row instead of tables of its own. */
  private static final int MOST_SITES = 6;

  private static final double MW_PER_GW = 1e3;
  private static final double PERCENT = 100;

  private final BacktestedScenario scenario;
  private final Backtest backtest;
  private final SiteRecord record;
  private final Backtest.Selection selection;
  private final Optional<BacktestReport.Part> part;
  private final List<Block> blocks = new ArrayList<>();

  BacktestBlocks(
      BacktestedScenario scenario,
      SiteRecord record,
      Backtest.Selection selection,
      Optional<BacktestReport.Part> part) {
    this.scenario = scenario;
    this.backtest = scenario.backtest();
    this.record = record;
    this.selection = selection;
    this.part = part;
  }

  /** Returns a row for each of several scenarios. */
  static List<Block> overview(List<BacktestedScenario> scenarios) {
    List<Block.Column> columns =
        List.of(
            Block.Column.words("scenario"),
            new Block.Column("compared", "", false, 3),
            Block.Column.number("happened points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.number("forecast points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.words("best baseline so far"),
            Block.Column.words("best on forecasts"));
    List<List<Cell>> rows = new ArrayList<>();
    for (BacktestedScenario scenario : scenarios) {
      Optional<Subject> subject = scenario.backtest().principal();
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(scenario.name()));
      row.add(Cell.words(subject.map(Subject::title).orElse("no recorded site")));
      for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
        Score score =
            Score.of(
                ModelReading.PROJECTION, scenario.backtest().sitePoints(window, Basis.FACILITY));
        row.add(score.points() == 0 ? Cell.EMPTY : count(score.positivePoints()));
        row.add(percent(score.mape()));
      }
      for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
        row.add(
            subject
                .flatMap(s -> s.bestBaseline(window, Basis.FACILITY))
                .map(s -> Cell.words(s.model()))
                .orElse(Cell.EMPTY));
      }
      rows.add(row);
    }
    return List.of(
        new Block.Heading(1, scenarios.size() + " scenarios against the record"),
        new Block.Table(columns, rows),
        new Block.Paragraph(
            "Facility power. Points with power and MAPE: the scenario at its recorded sites."
                + " Baselines: against its site, or the largest of several."));
  }

  List<Block> build() {
    String name = scenario.name();
    blocks.add(
        new Block.Heading(
            1, "Backtest: " + backtest.spec().title().filter(t -> !t.isBlank()).orElse(name)));
    head();
    if (backtest.subjects().isEmpty()) {
      return blocks;
    }
    readings();
    if (shows(BacktestReport.Part.SCORES)) {
      Subject principal = backtest.principal().orElseThrow();
      scores(principal, Window.HAPPENED, "Happened");
      scores(principal, Window.FORECAST, "Still forecast");
      siteScores();
    }
    if (shows(BacktestReport.Part.POINTS)) {
      for (Subject subject : backtest.subjects()) {
        boolean detailed =
            subject.scope() != Subject.Scope.SITE || backtest.sites().size() <= MOST_SITES;
        if (detailed) {
          points(subject);
        }
      }
    }
    return blocks;
  }

  private boolean shows(BacktestReport.Part wanted) {
    return part.map(wanted::equals).orElse(true);
  }

  private void head() {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of("Scenario", Cell.words(scenario.name() + ", " + scenario.file())));
    facts.add(
        Block.Fact.of(
            "Record",
            Cell.words(
                "Epoch AI, Frontier Data Centers, CC BY 4.0, "
                    + selection
                        .vintage()
                        .map(d -> "each site in its newest shipped vintage up to " + d)
                        .orElse("vintage " + record.newestVintage())
                    + selection
                        .asOf()
                        .map(d -> "; only points up to " + d + " happened")
                        .orElse(""))));
    facts.add(Block.Fact.of("Compared", Cell.words(compared())));
    backtest
        .principal()
        .ifPresent(
            subject -> {
              for (Basis basis : Basis.values()) {
                String within = within(basis);
                if (!within.isEmpty()) {
                  facts.add(Block.Fact.of("Within 1 %, " + basis.label(), Cell.words(within)));
                }
              }
              best(subject, Window.HAPPENED, "Best baseline so far", facts);
              best(subject, Window.SINCE_PLAN, "Best since the plan", facts);
              best(subject, Window.FORECAST, "Best on forecasts", facts);
            });
    blocks.add(new Block.Facts(facts));
    List<String> remarks = new ArrayList<>();
    List<String> renamed =
        backtest.sites().stream()
            .filter(site -> !site.scenarioSite().equals(Optional.of(site.id())))
            .map(site -> site.scenarioSite().orElse("") + " (" + site.id() + ")")
            .toList();
    if (!renamed.isEmpty()) {
      remarks.add(
          "sites that the record calls otherwise, with its id: " + String.join(", ", renamed));
    }
    for (Subject site : backtest.sites()) {
      if (site.outside() > 0 && backtest.sites().size() <= MOST_SITES) {
        remarks.add(
            site.title()
                + ": "
                + site.outside()
                + (site.outside() == 1 ? " recorded date lies" : " recorded dates lie")
                + " outside the horizon "
                + backtest.spec().horizon().from()
                + " to "
                + backtest.spec().horizon().to());
      }
    }
    for (String id : backtest.unrecorded()) {
      remarks.add(
          "site "
              + id
              + " of the scenario is not in the record"
              + Optional.ofNullable(record.gone().get(id)).map(why -> ": " + why).orElse(""));
    }
    remarks.addAll(scenario.warnings());
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Remarks(remarks));
    }
  }

  private String compared() {
    List<Subject> sites = backtest.sites();
    if (sites.isEmpty()) {
      return "nothing: no phase of the scenario is at a recorded site";
    }
    if (sites.size() == 1) {
      return sites.get(0).title();
    }
    return sites.size()
        + " sites; "
        + (backtest.wholeFrontier()
            ? "they are the whole frontier, so largest and sum are those of the whole record"
            : "scored below: the largest of them at every quarter's end");
  }

  private String within(Basis basis) {
    List<String> words = new ArrayList<>();
    int falling = 0;
    for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
      List<BacktestPoint> points = backtest.sitePoints(window, basis);
      List<BacktestPoint> rising = points.stream().filter(p -> !p.falls()).toList();
      falling += points.size() - rising.size();
      Score score = Score.of(ModelReading.PROJECTION, rising);
      if (score.positivePoints() == 0) {
        continue;
      }
      words.add(
          "at "
              + score.within()
              + " of "
              + score.positivePoints()
              + (window == Window.HAPPENED ? " dates that happened" : " still forecast"));
    }
    if (falling > 0) {
      words.add(
          "besides " + falling + (falling == 1 ? " date" : " dates") + " where the record falls");
    }
    return String.join(", ", words);
  }

  private static void best(Subject subject, Window window, String label, List<Block.Fact> facts) {
    if (!subject.windows().contains(window)) {
      return;
    }
    Optional<Score> best = subject.bestBaseline(window, Basis.FACILITY);
    if (best.isEmpty()) {
      return;
    }
    List<String> others =
        subject.scores(window, Basis.FACILITY).stream()
            .skip(1)
            .filter(s -> !s.model().equals(best.get().model()))
            .filter(s -> s.positivePoints() == best.get().positivePoints())
            .map(Score::model)
            .toList();
    Score score = best.get();
    facts.add(
        Block.Fact.of(
            label,
            new Cell.Words(score.model(), Cell.Tone.GOOD),
            Cell.words("off by"),
            Cell.quantity(score.mape(), Display.PERCENT),
            Cell.words(
                "on average over "
                    + score.positivePoints()
                    + (score.positivePoints() == 1 ? " point" : " points")
                    + (others.isEmpty() ? "" : "; worse: " + String.join(", ", others)))));
  }

  private void readings() {
    if (backtest.readings().isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "The claims, read as a system and as everybody's fleet"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("claim"),
            Block.Column.words("read as"),
            Block.Column.words("verdict"),
            Block.Column.number("scenario", "MW"),
            Block.Column.number("record", "MW"),
            new Block.Column("reached", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    for (FleetReading reading : backtest.readings()) {
      String claim = plain(reading.claim().atLeast()) + " GW " + reading.claim().by();
      rows.add(reading(claim, "one system", reading.system(), Optional.empty()));
      rows.add(reading("", "one site", reading.site(), Optional.of(reading.recordedSite())));
      rows.add(reading("", "all sites", reading.fleet(), Optional.of(reading.recordedFleet())));
    }
    blocks.add(new Block.Table(columns, rows));
    blocks.add(
        new Block.Paragraph(
            "Verdict and scenario: the projection, which assumes what part of a site trains. Record:"
                + " power at the deadline, and the day on which the claimed power is reached,"
                + " forecasts included."));
  }

  private static List<Cell> reading(
      String claim, String scope, Answer answer, Optional<FleetReading.Recorded> recorded) {
    return List.of(
        Cell.words(claim),
        Cell.words(scope),
        ClaimWords.verdictWithDate(answer),
        Cell.number(answer.value().orElse(Double.NaN) * MW_PER_GW, Display.MEGAWATT),
        megawatts(recorded.map(FleetReading.Recorded::mw)),
        day(recorded.flatMap(FleetReading.Recorded::reachedOn)));
  }

  private static String plain(double gigawatts) {
    double megawatts = Math.rint(gigawatts * MW_PER_GW);
    return java.math.BigDecimal.valueOf(megawatts / MW_PER_GW).stripTrailingZeros().toPlainString();
  }

  private void scores(Subject subject, Window window, String title) {
    blocks.add(new Block.Heading(2, title + ": " + subject.title()));
    if (subject.points(window, Basis.FACILITY).stream().allMatch(p -> p.recordedMw() == 0)) {
      blocks.add(new Block.Paragraph("The record has no such power within the horizon."));
      return;
    }
    boolean plan = window == Window.HAPPENED && subject.planDate().isPresent();
    boolean band =
        subject.scores(window, Basis.FACILITY).stream()
            .anyMatch(s -> !Double.isNaN(s.insideBand()));
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("model"));
    columns.add(Block.Column.words("basis"));
    columns.add(Block.Column.number("points", ""));
    columns.add(Block.Column.number("MAPE", "%"));
    columns.add(Block.Column.number("bias", "%"));
    columns.add(Block.Column.number("error", "MW"));
    columns.add(Block.Column.number("months", ""));
    columns.add(new Block.Column("within 1 %", "", true, 1));
    if (plan) {
      columns.add(Block.Column.number("MAPE since plan", "%"));
    }
    if (band) {
      columns.add(Block.Column.number("in band", "%"));
    }
    columns.add(Block.Column.words(""));
    List<List<Cell>> rows = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      int positive =
          Score.of(ModelReading.PROJECTION, subject.points(window, basis)).positivePoints();
      if (positive == 0) {
        continue;
      }
      Optional<String> best = subject.bestBaseline(window, basis).map(Score::model);
      Optional<String> bestSince = subject.bestBaseline(Window.SINCE_PLAN, basis).map(Score::model);
      List<Score> since = subject.scores(Window.SINCE_PLAN, basis);
      List<Score> scores = subject.scores(window, basis);
      for (int i = 0; i < scores.size(); i++) {
        Score score = scores.get(i);
        // the plan is scored on later dates alone, in the column that compares all on these
        boolean silent = score.positivePoints() == 0 || (plan && score.positivePoints() < positive);
        List<Cell> row = new ArrayList<>();
        row.add(Cell.words(score.model()));
        row.add(Cell.words(basis.label()));
        row.add(silent ? Cell.EMPTY : count(score.points()));
        row.add(silent ? Cell.EMPTY : percent(score.mape()));
        row.add(silent ? Cell.EMPTY : percent(score.bias()));
        row.add(silent ? Cell.EMPTY : Cell.number(score.meanErrorMw(), Display.MEGAWATT));
        row.add(silent ? Cell.EMPTY : Cell.number(score.meanErrorMonths(), Display.MONTH));
        row.add(silent ? Cell.EMPTY : count(score.within()));
        if (plan) {
          row.add(percent(since.get(i).mape()));
        }
        if (band) {
          row.add(percent(score.insideBand()));
        }
        boolean isBest = best.equals(Optional.of(score.model()));
        boolean isBestSince = plan && bestSince.equals(Optional.of(score.model()));
        row.add(
            new Cell.Words(
                isBest ? "best" : isBestSince ? "best since" : "",
                isBest || isBestSince ? Cell.Tone.GOOD : Cell.Tone.PLAIN));
        rows.add(row);
      }
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private void siteScores() {
    if (backtest.sites().size() < 2) {
      return;
    }
    blocks.add(new Block.Heading(2, "Site by site, facility power"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("site"),
            Block.Column.number("happened points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.number("bias", "%"),
            Block.Column.number("within 1 %", ""),
            Block.Column.number("forecast points", ""),
            Block.Column.number("MAPE", "%"),
            Block.Column.number("bias", "%"),
            Block.Column.number("within 1 %", ""));
    List<List<Cell>> rows = new ArrayList<>();
    for (Subject site : backtest.sites()) {
      rows.add(siteRow(site.id(), window -> site.points(window, Basis.FACILITY)));
    }
    rows.add(siteRow("all of them", window -> backtest.sitePoints(window, Basis.FACILITY)));
    blocks.add(new Block.Table(columns, rows));
    blocks.add(new Block.Paragraph("Points with recorded power above 0."));
  }

  private static List<Cell> siteRow(String title, Function<Window, List<BacktestPoint>> points) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.words(title));
    for (Window window : List.of(Window.HAPPENED, Window.FORECAST)) {
      Score score = Score.of(ModelReading.PROJECTION, points.apply(window));
      boolean any = score.positivePoints() > 0;
      row.add(any ? count(score.positivePoints()) : Cell.EMPTY);
      row.add(percent(score.mape()));
      row.add(percent(any ? score.bias() : Double.NaN));
      row.add(any ? count(score.within()) : Cell.EMPTY);
    }
    return row;
  }

  private void points(Subject subject) {
    for (PointSet set : PointSet.values()) {
      Map<LocalDate, Map<Basis, BacktestPoint>> byDate = new LinkedHashMap<>();
      subject.points().stream()
          .filter(p -> p.set() == set)
          .forEach(
              p -> byDate.computeIfAbsent(p.date(), d -> new LinkedHashMap<>()).put(p.basis(), p));
      if (!byDate.isEmpty()) {
        blocks.add(new Block.Heading(3, subject.title() + ", " + words(set)));
        blocks.add(pointTable(subject, byDate));
      }
    }
  }

  private static String words(PointSet set) {
    return switch (set) {
      case HAPPENED -> "happened";
      case FORECAST -> "still forecast";
      case ANNOUNCED -> "announced, not scored";
    };
  }

  private static Block pointTable(
      Subject subject, Map<LocalDate, Map<Basis, BacktestPoint>> byDate) {
    boolean largest = subject.scope() == Subject.Scope.LARGEST;
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("date"));
    if (largest) {
      columns.add(new Block.Column("largest on record", "", false, 1));
    }
    columns.add(Block.Column.number("facility record", "MW"));
    columns.add(Block.Column.number("model", "MW"));
    columns.add(new Block.Column("error", "MW", true, 2));
    columns.add(Block.Column.number("error", "%"));
    columns.add(Block.Column.number("IT record", "MW"));
    columns.add(Block.Column.number("model", "MW"));
    columns.add(Block.Column.number("error", "%"));
    columns.add(Block.Column.number("months", ""));
    columns.add(Block.Column.words(""));
    List<List<Cell>> rows = new ArrayList<>();
    byDate.forEach(
        (date, point) -> {
          Optional<BacktestPoint> facility = Optional.ofNullable(point.get(Basis.FACILITY));
          Optional<BacktestPoint> it = Optional.ofNullable(point.get(Basis.IT));
          List<Cell> row = new ArrayList<>();
          row.add(new Cell.Day(date));
          if (largest) {
            row.add(Cell.words(facility.flatMap(BacktestPoint::site).orElse("")));
          }
          row.add(megawatts(facility.map(BacktestPoint::recordedMw)));
          row.add(megawatts(facility.map(p -> p.projection().mw())));
          row.add(megawatts(facility.map(BacktestPoint::errorMw)));
          row.add(percent(facility));
          row.add(megawatts(it.map(BacktestPoint::recordedMw)));
          row.add(megawatts(it.map(p -> p.projection().mw())));
          row.add(percent(it));
          row.add(facility.or(() -> it).map(BacktestBlocks::months).orElse(Cell.EMPTY));
          boolean falls =
              facility.map(BacktestPoint::falls).orElse(false)
                  || it.map(BacktestPoint::falls).orElse(false);
          row.add(Cell.words(falls ? "falls" : ""));
          rows.add(row);
        });
    return new Block.Table(columns, rows);
  }

  private static Cell months(BacktestPoint point) {
    ModelReading projection = point.projection();
    if (point.recordedMw() > 0 && projection.reachedOn().isEmpty()) {
      return Cell.words("never");
    }
    return Cell.number(projection.errorMonths(), Display.MONTH);
  }

  private static Cell megawatts(Optional<Double> mw) {
    return mw.map(value -> Cell.number(value, Display.MEGAWATT)).orElse(Cell.EMPTY);
  }

  private static Cell percent(Optional<BacktestPoint> point) {
    return point.map(p -> percent(p.errorShare())).orElse(Cell.EMPTY);
  }

  private static Cell percent(double share) {
    return Cell.number(share * PERCENT, Display.PERCENT_POINT);
  }

  private static Cell count(int count) {
    return Cell.number(count, Display.PLAIN);
  }

  private static Cell day(Optional<LocalDate> date) {
    return date.<Cell>map(Cell.Day::new).orElse(Cell.EMPTY);
  }
}
