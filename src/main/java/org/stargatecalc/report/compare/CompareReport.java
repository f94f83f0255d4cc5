package org.stargatecalc.report.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;
import org.stargatecalc.result.Estimate;
import org.stargatecalc.result.ResultAssumption;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/** What a change to scenarios does: assumptions that changed, then results that changed. */
public final class CompareReport {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/compare/v1";

  /** A comment on a pull request holds 65,536 characters; these many rows always fit. */
  private static final int MOST_ROWS = 200;

  private static final int MOST_ASSUMPTIONS = 60;

  private final String toolVersion;
  private final Comparison comparison;
  private final Folding folding;
  private final List<Block> blocks = new ArrayList<>();

  private CompareReport(String toolVersion, Comparison comparison, Folding folding) {
    this.toolVersion = toolVersion;
    this.comparison = comparison;
    this.folding = folding;
  }

  /**
   * Builds the report on a comparison.
   *
   * @param toolVersion the version that the document names
   * @param folding whether people see long tables whole
   */
  public static Report of(String toolVersion, Comparison comparison, Folding folding) {
    CompareReport report = new CompareReport(toolVersion, comparison, folding);
    report.blocks();
    return new Report(report.blocks, report.table(), report.document());
  }

  private List<Side> others() {
    return comparison.others();
  }

  private boolean isPair() {
    return others().size() == 1;
  }

  private void blocks() {
    blocks.add(new Block.Marker("compare"));
    blocks.add(new Block.Heading(1, title()));
    List<Block.Fact> sides = new ArrayList<>();
    sides.add(side("Base", comparison.base()));
    for (int i = 0; i < others().size(); i++) {
      sides.add(side(isPair() ? "Other" : "Other " + (i + 1), others().get(i)));
    }
    blocks.add(new Block.Facts(sides));
    if (!comparison.notes().isEmpty()) {
      blocks.add(new Block.Remarks(comparison.notes()));
    }
    assumptions();
    claims();
    metrics();
    unchanged();
  }

  private String title() {
    String base = name(comparison.base());
    if (!isPair()) {
      return others().size() + " scenarios against " + base;
    }
    String other = name(others().get(0));
    return other.equals(base) ? other + ": what changed" : other + " against " + base;
  }

  private static String name(Side side) {
    return side.result().map(r -> r.name()).orElse(side.label());
  }

  private static Block.Fact side(String label, Side side) {
    List<Cell> cells = new ArrayList<>();
    side.result()
        .ifPresent(result -> cells.add(Cell.words(result.name() + " (" + side.label() + ")")));
    if (side.state() == Side.State.ABSENT) {
      cells.add(Cell.words(side.label()));
      cells.add(new Cell.Words("does not exist", Cell.Tone.FAIR));
    } else if (side.state() == Side.State.BROKEN) {
      cells.add(Cell.words(side.label()));
      cells.add(new Cell.Words("cannot be projected:", Cell.Tone.BAD));
      cells.add(Cell.words(String.join("; ", side.problems())));
    }
    return new Block.Fact(label, cells);
  }

  private void assumptions() {
    blocks.add(new Block.Heading(2, "Assumptions that changed"));
    List<Comparison.AssumptionChange> changes =
        comparison.assumptions().stream().filter(change -> !change.withPhase()).toList();
    int withPhases = comparison.assumptions().size() - changes.size();
    String came = count(withPhases, "value") + " came or went with phases; csv and json list them.";
    if (changes.isEmpty()) {
      blocks.add(new Block.Paragraph(withPhases == 0 ? "None." : came));
      return;
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("path"));
    columns.add(Block.Column.number("base", ""));
    for (int i = 0; i < others().size(); i++) {
      columns.add(Block.Column.number(heading(i), ""));
    }
    columns.add(new Block.Column("origin", "", false, 1));
    columns.add(new Block.Column("source", "", false, 2));
    List<List<Cell>> rows = new ArrayList<>();
    for (Comparison.AssumptionChange change : folding.shown(changes, MOST_ASSUMPTIONS)) {
      List<Cell> row = new ArrayList<>();
      String uses = change.uses() > 1 ? " (" + change.uses() + " places)" : "";
      Scale scale = Scale.of(change);
      row.add(Cell.words(change.path() + scale.label() + uses));
      row.add(value(change.from(), scale));
      change.to().forEach(to -> row.add(value(to, scale)));
      row.add(Cell.words(origin(change)));
      row.add(
          Cell.words(
              last(change.to()).or(change::from).flatMap(ResultAssumption::source).orElse("")));
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
    more(folding.left(changes.size(), MOST_ASSUMPTIONS));
    if (withPhases > 0) {
      blocks.add(new Block.Paragraph(came));
    }
  }

  /** The unit in which a change is easily read. */
  private record Scale(String unit, double factor) {
    private static final double LARGE = 1e6;
    private static final double BILLION = 1e9;

    static Scale of(Comparison.AssumptionChange change) {
      String unit = any(change).flatMap(ResultAssumption::unit).orElse("");
      boolean large =
          Stream.concat(change.from().stream(), change.to().stream().flatMap(Optional::stream))
              .mapToDouble(a -> Math.abs(a.number()))
              .filter(number -> number > 0)
              .allMatch(number -> number >= LARGE);
      if (large && unit.equals("W")) {
        return new Scale("GW", BILLION);
      }
      return large && unit.equals("USD") ? new Scale("USD bn", BILLION) : new Scale(unit, 1);
    }

    String label() {
      return unit.isEmpty() || unit.equals("1") ? "" : " [" + unit + "]";
    }
  }

  private static Optional<ResultAssumption> any(Comparison.AssumptionChange change) {
    return last(change.to()).or(change::from);
  }

  private static <T> Optional<T> last(List<Optional<T>> values) {
    return values.stream().flatMap(Optional::stream).reduce((a, b) -> b);
  }

  private static String origin(Comparison.AssumptionChange change) {
    String from = change.from().map(a -> a.origin().id()).orElse("none");
    StringBuilder text = new StringBuilder(from);
    String previous = from;
    for (Optional<ResultAssumption> to : change.to()) {
      String origin = to.map(a -> a.origin().id()).orElse("none");
      if (!origin.equals(previous)) {
        text.append(" → ").append(origin);
      }
      previous = origin;
    }
    return text.toString();
  }

  private static Cell value(Optional<ResultAssumption> assumption, Scale scale) {
    if (assumption.isEmpty()) {
      return Cell.EMPTY;
    }
    double number = assumption.get().number();
    return Double.isNaN(number)
        ? Cell.words(assumption.get().word())
        : Cell.number(number / scale.factor(), Display.PLAIN);
  }

  private String heading(int other) {
    if (isPair()) {
      return "other";
    }
    String name = name(others().get(other));
    boolean unique = others().stream().filter(o -> name(o).equals(name)).count() == 1;
    return unique ? name : name + " (" + (other + 1) + ")";
  }

  private void claims() {
    blocks.add(new Block.Heading(2, "Claims that changed"));
    if (comparison.claims().isEmpty()) {
      blocks.add(new Block.Paragraph("None."));
      return;
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("claim"));
    columns.add(Block.Column.words(""));
    columns.add(Block.Column.number("base", ""));
    for (int i = 0; i < others().size(); i++) {
      columns.add(Block.Column.number(heading(i), ""));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Comparison.ClaimChange change : comparison.claims()) {
      claimRow(change.id(), "verdict", change, CompareReport::verdict, rows);
      claimRow("", "probability", change, CompareReport::probability, rows);
      claimRow("", "reached on", change, CompareReport::reachedOn, rows);
      claimRow(
          "",
          "value [" + metric(change).unit().symbol() + "]",
          change,
          c -> Cell.number(c.value().orElse(Double.NaN), exact(c.metric())),
          rows);
      claimRow(
          "",
          "slip [months]",
          change,
          c -> Cell.number(c.slipMonths().orElse(Double.NaN), Display.MONTH),
          rows);
      claimRow(
          "",
          "at least [" + metric(change).unit().symbol() + "]",
          change,
          c -> Cell.number(c.atLeast(), exact(c.metric())),
          rows);
      claimRow("", "by", change, c -> new Cell.Day(c.by()), rows);
      claimRow("", "read as", change, c -> Cell.words(readAs(c)), rows);
    }
    blocks.add(new Block.Table(columns, rows));
  }

  private static Metric metric(Comparison.ClaimChange change) {
    return last(change.to()).or(change::from).orElseThrow().metric();
  }

  private static String readAs(ResultClaim claim) {
    return claim.metric().id() + claim.basis().map(b -> ", " + b.id()).orElse("");
  }

  private static Cell verdict(ResultClaim claim) {
    return ClaimWords.verdict(claim.verdict());
  }

  private static Cell probability(ResultClaim claim) {
    return claim
        .probability()
        .map(p -> Cell.quantity(p.value(), Display.PERCENT))
        .orElse(Cell.words("no draws"));
  }

  private static Cell reachedOn(ResultClaim claim) {
    return claim.reachedOn().<Cell>map(Cell.Day::new).orElse(Cell.words("never"));
  }

  /** Adds a row of one aspect of a claim; but for the verdict only where it changed. */
  private void claimRow(
      String id,
      String what,
      Comparison.ClaimChange change,
      java.util.function.Function<ResultClaim, Cell> aspect,
      List<List<Cell>> rows) {
    List<Cell> cells = new ArrayList<>();
    cells.add(change.from().map(aspect).orElse(Cell.words("not asked")));
    change.to().forEach(to -> cells.add(to.map(aspect).orElse(Cell.words("not asked"))));
    if (what.equals("probability") && change.noise().contains(true)) {
      row(id, what + " ≈", cells, rows);
      return;
    }
    boolean complete =
        change.from().isPresent() && change.to().stream().allMatch(Optional::isPresent);
    boolean same = cells.stream().distinct().count() == 1;
    if (!id.isEmpty() || (complete && !same)) {
      row(id, what, cells, rows);
    }
  }

  private static void row(String id, String what, List<Cell> cells, List<List<Cell>> rows) {
    List<Cell> row = new ArrayList<>(List.of(Cell.words(id), Cell.words(what)));
    row.addAll(cells);
    rows.add(row);
  }

  private void metrics() {
    blocks.add(new Block.Heading(2, "Results that changed"));
    List<Comparison.MetricChange> changes =
        comparison.metrics().stream().filter(change -> isShown(change.statistic())).toList();
    boolean drawn = changes.stream().anyMatch(c -> !c.statistic().equals(Statistic.CENTRAL));
    if (changes.isEmpty()) {
      blocks.add(new Block.Paragraph("None."));
      return;
    }
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("metric"));
    columns.add(Block.Column.words(changes.stream().anyMatch(this::isSum) ? "up to" : "at"));
    if (drawn) {
      columns.add(Block.Column.words(""));
    }
    columns.add(Block.Column.number("base", ""));
    for (int i = 0; i < others().size(); i++) {
      columns.add(Block.Column.number(heading(i), ""));
      if (isPair()) {
        columns.add(new Block.Column("change", "", true, 1));
      }
      columns.add(Block.Column.number("%", ""));
    }
    List<List<Cell>> rows = new ArrayList<>();
    Metric previous = Metric.BINDING_CONSTRAINT;
    for (Comparison.MetricChange change : folding.shown(changes, MOST_ROWS)) {
      List<Cell> row = new ArrayList<>();
      boolean first = change.metric() != previous || rows.isEmpty();
      row.add(Cell.words(first ? change.metric().id() : ""));
      previous = change.metric();
      row.add(new Cell.Day(change.date()));
      if (drawn) {
        row.add(Cell.words(change.statistic().id()));
      }
      row.add(value(change.metric(), change.from()));
      for (int i = 0; i < others().size(); i++) {
        row.add(value(change.metric(), change.to().get(i)));
        if (isPair()) {
          row.add(Cell.number(change.change(i), exact(change.metric())));
        }
        row.add(percent(change, i));
      }
      rows.add(row);
    }
    blocks.add(new Block.Table(columns, rows));
    more(folding.left(changes.size(), MOST_ROWS));
  }

  /** People read the central case and the median; the quantiles are in csv and json. */
  private static boolean isShown(Statistic statistic) {
    return statistic.kind() == Statistic.Kind.CENTRAL || statistic.equals(Statistic.percentile(50));
  }

  private boolean isSum(Comparison.MetricChange change) {
    return change.metric().kind() == Metric.Kind.FLOW && change.moment().after().isEmpty();
  }

  private static Cell percent(Comparison.MetricChange change, int other) {
    if (change.to().get(other).noise()) {
      return Cell.words("≈");
    }
    return Cell.number(change.share(other), Display.PERCENT);
  }

  private static Cell value(Metric metric, Comparison.Value value) {
    if (!value.measured()) {
      return Cell.EMPTY;
    }
    if (metric.kind() == Metric.Kind.TEXT) {
      return Cell.words(value.word().orElse("none"));
    }
    return Double.isNaN(value.number())
        ? Cell.words("undefined")
        : Cell.number(value.number(), exact(metric));
  }

  /** A form that shows small changes of large numbers. */
  private static Display exact(Metric metric) {
    return switch (Display.of(metric)) {
      case GPU_HOUR, FLOPS, FLOP -> Display.SCIENTIFIC;
      default -> Display.PLAIN;
    };
  }

  private void more(int left) {
    if (left > 0) {
      blocks.add(
          new Block.Paragraph("and " + left + " more rows; -v shows them, csv and json hold all."));
    }
  }

  private void unchanged() {
    Comparison.Unchanged same = comparison.unchanged();
    StringBuilder text = new StringBuilder("Unchanged: ");
    text.append(count(same.assumptions(), "assumption")).append(", ");
    text.append(count(same.claims(), "claim")).append(", ");
    text.append(count(same.metrics(), "number")).append(" at ").append(count(same.dates(), "date"));
    if (same.withinTolerance() > 0) {
      text.append("; ").append(same.withinTolerance()).append(" more within the tolerance");
    }
    blocks.add(new Block.Paragraph(text.append('.').toString()));
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private DataTable table() {
    DataTable.InMemory table =
        new DataTable.InMemory(
            DataTable.Column.words("base"),
            DataTable.Column.words("other"),
            DataTable.Column.words("part"),
            DataTable.Column.words("id"),
            DataTable.Column.words("period_end"),
            DataTable.Column.words("stat"),
            DataTable.Column.words("unit"),
            DataTable.Column.number("from"),
            DataTable.Column.number("to"),
            DataTable.Column.number("change"),
            DataTable.Column.number("change_percent"),
            DataTable.Column.words("from_word"),
            DataTable.Column.words("to_word"),
            DataTable.Column.words("from_origin"),
            DataTable.Column.words("to_origin"),
            DataTable.Column.words("within_noise"));
    for (int i = 0; i < others().size(); i++) {
      assumptionRows(table, i);
      claimRows(table, i);
      metricRows(table, i);
    }
    return table;
  }

  private void assumptionRows(DataTable.InMemory table, int other) {
    for (Comparison.AssumptionChange change : comparison.assumptions()) {
      Optional<ResultAssumption> from = change.from();
      Optional<ResultAssumption> to = change.to().get(other);
      double before = from.map(ResultAssumption::number).orElse(Double.NaN);
      double after = to.map(ResultAssumption::number).orElse(Double.NaN);
      table.add(
          comparison.base().label(),
          others().get(other).label(),
          "assumption",
          change.path(),
          "",
          "",
          any(change).flatMap(ResultAssumption::unit),
          before,
          after,
          after - before,
          percentOf(before, after),
          from.map(ResultAssumption::word),
          to.map(ResultAssumption::word),
          from.map(a -> a.origin().id()),
          to.map(a -> a.origin().id()),
          "");
    }
  }

  private void claimRows(DataTable.InMemory table, int other) {
    for (Comparison.ClaimChange change : comparison.claims()) {
      Optional<ResultClaim> from = change.from();
      Optional<ResultClaim> to = change.to().get(other);
      claimWord(table, other, change.id(), "verdict", from, to, c -> c.verdict().id());
      claimWord(
          table,
          other,
          change.id(),
          "reached_on",
          from,
          to,
          c -> c.reachedOn().map(LocalDate::toString).orElse(""));
      claimNumber(
          table,
          other,
          change.id(),
          "value",
          metric(change).unit().symbol(),
          from.map(c -> c.value().orElse(Double.NaN)),
          to.map(c -> c.value().orElse(Double.NaN)));
      claimNumber(
          table,
          other,
          change.id(),
          "probability_met",
          "1",
          from.flatMap(ResultClaim::probability).map(Estimate::value),
          to.flatMap(ResultClaim::probability).map(Estimate::value));
      claimNumber(
          table,
          other,
          change.id(),
          "slip_months",
          "months",
          from.map(c -> c.slipMonths().orElse(Double.NaN)),
          to.map(c -> c.slipMonths().orElse(Double.NaN)));
    }
  }

  private void claimWord(
      DataTable.InMemory table,
      int other,
      String id,
      String stat,
      Optional<ResultClaim> from,
      Optional<ResultClaim> to,
      java.util.function.Function<ResultClaim, String> word) {
    table.add(
        comparison.base().label(),
        others().get(other).label(),
        "claim",
        id,
        "",
        stat,
        "",
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        from.map(word),
        to.map(word),
        "",
        "",
        "");
  }

  private void claimNumber(
      DataTable.InMemory table,
      int other,
      String id,
      String stat,
      String unit,
      Optional<Double> from,
      Optional<Double> to) {
    double before = from.orElse(Double.NaN);
    double after = to.orElse(Double.NaN);
    table.add(
        comparison.base().label(),
        others().get(other).label(),
        "claim",
        id,
        "",
        stat,
        unit,
        before,
        after,
        after - before,
        percentOf(before, after),
        "",
        "",
        "",
        "",
        "");
  }

  private void metricRows(DataTable.InMemory table, int other) {
    for (Comparison.MetricChange change : comparison.metrics()) {
      Comparison.Value to = change.to().get(other);
      table.add(
          comparison.base().label(),
          others().get(other).label(),
          "metric",
          change.metric().id(),
          change.date().toString(),
          change.statistic().id(),
          change.metric().unit().symbol(),
          change.from().number(),
          to.number(),
          change.change(other),
          change.share(other) * 100,
          change.from().word(),
          to.word(),
          "",
          "",
          to.noise() ? "true" : "false");
    }
  }

  private static double percentOf(double before, double after) {
    return before == 0 ? Double.NaN : (after - before) / Math.abs(before) * 100;
  }

  private Data document() {
    return Data.Members.builder()
        .put("schema", Data.text(SCHEMA))
        .put("tool_version", Data.text(toolVersion))
        .put("different", new Data.Truth(comparison.isDifferent()))
        .put("base", side(comparison.base()))
        .put("others", new Data.Items(others().stream().map(CompareReport::side).toList()))
        .put("notes", new Data.Items(comparison.notes().stream().map(Data::text).toList()))
        .put(
            "assumptions",
            new Data.Items(comparison.assumptions().stream().map(CompareReport::document).toList()))
        .put(
            "claims",
            new Data.Items(comparison.claims().stream().map(CompareReport::document).toList()))
        .put("metrics", new Data.Items(comparison.metrics().stream().map(this::document).toList()))
        .put(
            "unchanged",
            Data.Members.builder()
                .put("assumptions", new Data.Whole(comparison.unchanged().assumptions()))
                .put("claims", new Data.Whole(comparison.unchanged().claims()))
                .put("metrics", new Data.Whole(comparison.unchanged().metrics()))
                .put("within_tolerance", new Data.Whole(comparison.unchanged().withinTolerance()))
                .put("dates", new Data.Whole(comparison.unchanged().dates()))
                .build())
        .build();
  }

  private static Data side(Side side) {
    return Data.Members.builder()
        .put("label", Data.text(side.label()))
        .put("state", Data.text(side.state().id()))
        .put("name", Data.text(side.result().map(r -> r.name())))
        .put("file", Data.text(side.result().map(r -> r.file())))
        .put("problems", new Data.Items(side.problems().stream().map(Data::text).toList()))
        .build();
  }

  private static Data document(Comparison.AssumptionChange change) {
    return Data.Members.builder()
        .put("path", Data.text(change.path()))
        .put("uses", new Data.Whole(change.uses()))
        .put("with_phase", new Data.Truth(change.withPhase()))
        .put("from", change.from().map(CompareReport::document).orElse(Data.NULL))
        .put(
            "to",
            new Data.Items(
                change.to().stream()
                    .map(to -> to.map(CompareReport::document).orElse(Data.NULL))
                    .toList()))
        .build();
  }

  private static Data document(ResultAssumption assumption) {
    boolean isWord = Double.isNaN(assumption.number());
    return Data.Members.builder()
        .put("value", isWord ? Data.text(assumption.word()) : Data.number(assumption.number()))
        .put("unit", Data.text(assumption.unit()))
        .put("origin", Data.text(assumption.origin().id()))
        .put("declared_at", Data.text(assumption.declaredAt()))
        .put("source", Data.text(assumption.source()))
        .put("confidence", Data.text(assumption.confidence()))
        .put("as_of", Data.text(assumption.asOf()))
        .build();
  }

  private static Data document(Comparison.ClaimChange change) {
    return Data.Members.builder()
        .put("id", Data.text(change.id()))
        .put("differs", new Data.Truth(change.differs()))
        .put("from", change.from().map(CompareReport::document).orElse(Data.NULL))
        .put(
            "to",
            new Data.Items(
                change.to().stream()
                    .map(to -> to.map(CompareReport::document).orElse(Data.NULL))
                    .toList()))
        .build();
  }

  private static Data document(ResultClaim claim) {
    return Data.Members.builder()
        .put("metric", Data.text(claim.metric().id()))
        .put("unit", Data.text(claim.metric().unit().symbol()))
        .put("basis", Data.text(claim.basis().map(Basis::id)))
        .put("at_least", Data.number(claim.atLeast()))
        .put("by", Data.text(claim.by().toString()))
        .put("verdict", Data.text(claim.verdict().id()))
        .put("value", Data.number(claim.value()))
        .put("reached_on", Data.date(claim.reachedOn()))
        .put("slip_months", Data.number(claim.slipMonths()))
        .put(
            "probability_met",
            Data.number(claim.probability().map(Estimate::value).orElse(Double.NaN)))
        .put(
            "probability_met_se",
            Data.number(claim.probability().map(Estimate::error).orElse(Double.NaN)))
        .build();
  }

  private Data document(Comparison.MetricChange change) {
    List<Data> to = new ArrayList<>();
    for (int i = 0; i < others().size(); i++) {
      Comparison.Value value = change.to().get(i);
      to.add(
          Data.Members.builder()
              .put("value", value(value))
              .put("change", Data.number(change.change(i)))
              .put("change_percent", Data.number(change.share(i) * 100))
              .put("within_noise", new Data.Truth(value.noise()))
              .build());
    }
    return Data.Members.builder()
        .put("metric", Data.text(change.metric().id()))
        .put("unit", Data.text(change.metric().unit().symbol()))
        .put("kind", Data.text(change.metric().kind().id()))
        .put("stat", Data.text(change.statistic().id()))
        .put("after", Data.date(change.moment().after()))
        .put("period_end", Data.text(change.date().toString()))
        .put("from", value(change.from()))
        .put("to", new Data.Items(to))
        .build();
  }

  private static Data value(Comparison.Value value) {
    return value.word().isPresent() ? Data.text(value.word()) : Data.number(value.number());
  }
}
