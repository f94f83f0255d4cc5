package org.stargatecalc.chart.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.AxisUnit;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.analysis.sweep.Values;
import org.stargatecalc.chart.Chart;
import org.stargatecalc.chart.ChartText;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.chart.NumberAxis;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Metric;

/** Two parameters as a map: a cell for each combination, the longer of both upwards. */
final class MapCharts {
  /** The least months of lateness of each class after the first. */
  private static final int[] LATE = {6, 12, 24};

  /** The least share of draws of each class after the first, in percent. */
  private static final int[] ODDS = {10, 33, 66, 90};

  /** So many cells may have words in them. */
  private static final int MOST_WORDS = 400;

  private final Sweep sweep;
  private final Question question;
  private final List<AxisUnit> units;
  private final List<Metric> asked;
  private final Axis up;
  private final Axis across;
  private final boolean isFirstUp;

  /** What a cell of the map is: its place in the legend and the few words that stand in it. */
  private record Cell(int place, String text) {}

  /** What the legend of a map says, and by which tint. */
  private record Entry(String label, int tint) {}

  /** Tells of a row what its cell is. */
  private interface Reading {
    Cell of(SweepRow row);
  }

  MapCharts(Sweep sweep, List<AxisUnit> units, List<Metric> asked) {
    this.sweep = sweep;
    this.units = units;
    this.question = sweep.question();
    this.asked = asked;
    Axis first = sweep.combinations().axes().get(0);
    Axis second = sweep.combinations().axes().get(1);
    this.isFirstUp = first.values().size() >= second.values().size();
    this.up = isFirstUp ? first : second;
    this.across = isFirstUp ? second : first;
  }

  List<Chart> charts() {
    List<Chart> all = all();
    List<Chart> varying = all.stream().filter(MapCharts::varies).toList();
    if (varying.isEmpty() || varying.size() == all.size()) {
      return all;
    }
    List<String> same = new ArrayList<>();
    for (Chart chart : all) {
      if (!varies(chart)) {
        same.add(chart.title() + ": " + chart.marks().get(0).label());
      }
    }
    List<Chart> charts = new ArrayList<>(varying);
    Chart last = charts.remove(charts.size() - 1);
    charts.add(last.withNote("The same in all combinations: " + String.join("; ", same) + "."));
    return charts;
  }

  private static boolean varies(Chart chart) {
    return chart.marks().stream().filter(mark -> mark instanceof Mark.Cells).count() > 1;
  }

  private List<Chart> all() {
    List<Chart> charts = new ArrayList<>();
    for (int c = 0; c < question.claims().size(); c++) {
      charts.add(claim(c));
      if (question.percentiles().isPresent()) {
        charts.add(odds(c));
      }
    }
    for (int m = 0; m < question.metrics().size(); m++) {
      Metric metric = question.metrics().get(m);
      if (asked.contains(metric) && metric.kind() != Metric.Kind.TEXT) {
        metric(m).ifPresent(charts::add);
      }
    }
    return charts;
  }

  private Chart claim(int index) {
    Claim claim = question.claims().get(index);
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("met", Mark.APART));
    for (int i = 0; i <= LATE.length; i++) {
      String from = i == 0 ? "up to " + LATE[0] : LATE[i - 1] + (i < LATE.length ? " to " : "");
      String late = i > 0 && i < LATE.length ? from + LATE[i] : from;
      entries.add(
          new Entry(
              (i == LATE.length ? "more than " + late : late) + " months late",
              Mark.shade(i == 0 ? 0 : 1 + i)));
    }
    entries.add(new Entry("not reached in the horizon", Mark.shade(6)));
    entries.add(new Entry("deadline after the horizon, not reached in it", Mark.shade(7)));
    entries.add(new Entry("no verdict", Mark.GREY));
    Reading reading = row -> verdict(row, index);
    List<Mark> marks = cells(entries, reading);
    List<List<Mark.Point>> edge = edge(row -> reading.of(row).place() == 0 ? 1 : 0);
    if (!edge.isEmpty()) {
      marks.add(new Mark.Edge("edge of what is met", edge));
    }
    long met = count(reading, 0);
    String said =
        ChartText.sentence(ChartText.atLeast(claim.atLeast(), claim.metric().unit()))
            + " by "
            + claim.by()
            + (question.percentiles().isPresent() ? ", central case: met in " : ": met in ")
            + ChartText.number((double) met)
            + " of "
            + ChartText.number(sweep.size())
            + " combinations.";
    String numbers =
        marks.stream()
                .anyMatch(mark -> mark instanceof Mark.Word word && word.text().startsWith("+"))
            ? "A number is by how many months it is late."
            : "";
    return chart(ChartText.title(claim), said, marks, numbers);
  }

  private static Cell verdict(SweepRow row, int claim) {
    int none = LATE.length + 4;
    Optional<Answer> answer = row.isValid() ? row.answers().get(claim) : Optional.empty();
    if (answer.isEmpty()) {
      return new Cell(none, row.isValid() ? "" : "invalid");
    }
    Verdict verdict = answer.get().verdict();
    return switch (verdict) {
      case MET -> new Cell(0, "met");
      case LATE -> {
        double months = answer.get().slipMonths().orElse(0);
        yield new Cell(1 + place(months, LATE), "+" + Math.max(1, Math.round(months)));
      }
      case NOT_REACHED -> new Cell(LATE.length + 2, "never");
      case BEYOND_HORIZON -> new Cell(LATE.length + 3, "open");
      case BEFORE_HORIZON -> new Cell(none, "none");
    };
  }

  /** Returns how many bounds a value is above. */
  private static int place(double value, int[] bounds) {
    return (int) IntStream.of(bounds).filter(bound -> value > bound).count();
  }

  private Chart odds(int index) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i <= ODDS.length; i++) {
      String from = i == 0 ? "0" : Integer.toString(ODDS[i - 1]);
      String to = i == ODDS.length ? "100" : Integer.toString(ODDS[i]);
      entries.add(new Entry(from + " to " + to + " %", Mark.shade(i + (i > 2 ? 1 : 0))));
    }
    entries.add(new Entry("no draws", Mark.GREY));
    Reading reading =
        row -> {
          double met = row.spread().map(s -> s.met().get(index)).orElse(Double.NaN);
          return Double.isNaN(met)
              ? new Cell(ODDS.length + 1, row.isValid() ? "" : "invalid")
              : new Cell(place(100 * met, ODDS), ChartText.number((double) Math.round(100 * met)));
        };
    String title = "Odds: " + ChartText.title(question.claims().get(index));
    return chart(
        title,
        "Share of the draws in which it is met.",
        cells(entries, reading),
        "A number is that share in per cent.");
  }

  /** A map of a metric, none where it is nowhere defined. */
  private Optional<Chart> metric(int index) {
    Metric metric = question.metrics().get(index);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < sweep.size(); place++) {
      double value = value(sweep.row(place), index);
      least = Double.isFinite(value) ? Math.min(least, value) : least;
      most = Double.isFinite(value) ? Math.max(most, value) : most;
    }
    if (least > most) {
      return Optional.empty();
    }
    org.stargatecalc.chart.Axis.Numbers scale =
        new NumberAxis(least).with(most).of(metric.label(), metric.unit());
    String unit = scale.title().substring(metric.label().length()).replaceFirst("^, ", " ");
    int classes = (int) Math.round((scale.most() - scale.least()) / scale.step());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      String from = ChartText.number((scale.least() + i * scale.step()) / scale.per());
      String to = ChartText.number((scale.least() + (i + 1) * scale.step()) / scale.per());
      int shade = classes == 1 ? 0 : i * (Mark.SHADES - 1) / (classes - 1);
      entries.add(new Entry(from + " to " + to + unit, Mark.shade(shade)));
    }
    entries.add(new Entry("undefined", Mark.GREY));
    Reading reading =
        row -> {
          double value = value(row, index);
          int place = (int) Math.floor((value - scale.least()) / scale.step() + 1e-9);
          return Double.isFinite(value)
              ? new Cell(Math.min(place, classes - 1), ChartText.number(value / scale.per()))
              : new Cell(classes, row.isValid() ? "" : "invalid");
        };
    String said =
        "From "
            + ChartText.quantity(least, metric.unit())
            + " to "
            + ChartText.quantity(most, metric.unit())
            + (metric.kind() == Metric.Kind.FLOW ? ", up to " : ", on ")
            + question.at()
            + ".";
    return Optional.of(
        chart(
            ChartText.sentence(scale.title()),
            said,
            cells(entries, reading),
            "Numbers are " + scale.title() + "."));
  }

  private static double value(SweepRow row, int metric) {
    return row.isValid() ? row.values().get(metric) : Double.NaN;
  }

  private long count(Reading reading, int place) {
    return IntStream.range(0, sweep.size())
        .filter(row -> reading.of(sweep.row(row)).place() == place)
        .count();
  }

  /** One mark for each entry that has cells, then the words in them. */
  private List<Mark> cells(List<Entry> entries, Reading reading) {
    List<List<Mark.Point>> cells = new ArrayList<>();
    entries.forEach(entry -> cells.add(new ArrayList<>()));
    List<Mark> words = new ArrayList<>();
    for (int i = 0; i < up.values().size(); i++) {
      for (int j = 0; j < across.values().size(); j++) {
        Cell cell = reading.of(row(i, j));
        Mark.Point corner = new Mark.Point(j, i);
        cells.get(cell.place()).add(corner);
        if (sweep.size() <= MOST_WORDS && !cell.text().isEmpty()) {
          words.add(new Mark.Word(entries.get(cell.place()).tint(), corner, cell.text()));
        }
      }
    }
    List<Mark> marks = new ArrayList<>();
    for (int place = 0; place < entries.size(); place++) {
      if (!cells.get(place).isEmpty()) {
        Entry entry = entries.get(place);
        marks.add(new Mark.Cells(entry.label(), entry.tint(), cells.get(place)));
      }
    }
    marks.addAll(words);
    return marks;
  }

  /** The borders between cells of which a question has two answers. */
  private List<List<Mark.Point>> edge(ToIntFunction<SweepRow> question) {
    List<List<Mark.Point>> borders = new ArrayList<>();
    for (int i = 0; i < up.values().size(); i++) {
      for (int j = 0; j < across.values().size(); j++) {
        int here = question.applyAsInt(row(i, j));
        if (j + 1 < across.values().size() && question.applyAsInt(row(i, j + 1)) != here) {
          borders.add(List.of(new Mark.Point(j + 1, i), new Mark.Point(j + 1, i + 1)));
        }
        if (i + 1 < up.values().size() && question.applyAsInt(row(i + 1, j)) != here) {
          borders.add(List.of(new Mark.Point(j, i + 1), new Mark.Point(j + 1, i + 1)));
        }
      }
    }
    return borders;
  }

  private SweepRow row(int i, int j) {
    int place = isFirstUp ? i * across.values().size() + j : j * up.values().size() + i;
    return sweep.row(place);
  }

  private Chart chart(String title, String said, List<Mark> marks, String numbers) {
    List<String> notes = new ArrayList<>();
    if (sweep.size() <= MOST_WORDS && !numbers.isEmpty()) {
      notes.add(numbers);
    }
    String description =
        title
            + " by "
            + up.path()
            + " from "
            + range(up.values())
            + " and "
            + across.path()
            + " from "
            + range(across.values())
            + ". "
            + said;
    return new Chart(
        title,
        said,
        ChartText.sentence(description),
        ParameterAxis.columns(across, units.get(isFirstUp ? 1 : 0)),
        ParameterAxis.columns(up, units.get(isFirstUp ? 0 : 1)),
        marks,
        notes);
  }

  private static String range(Values values) {
    return values.text(0) + " to " + values.text(values.size() - 1);
  }
}
