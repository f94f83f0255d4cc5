package org.stargatecalc.report.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.Question;
import org.stargatecalc.analysis.sweep.Sweep;
import org.stargatecalc.analysis.sweep.SweepRow;
import org.stargatecalc.chart.sweep.SweepDrawing;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;

/** The answer of {@code sweep}. */
public final class SweepReport {
  private static final int MOST_ERRORS = 10;

  private final Folding folding;
  private final List<Metric> asked;

  /**
   * Creates a builder of reports.
   *
   * @param folding whether a long list of errors is cut
   * @param asked metrics of which two varied parameters show a matrix each
   */
  public SweepReport(Folding folding, List<Metric> asked) {
    this.folding = folding;
    this.asked = List.copyOf(asked);
  }

  /** Builds the report on a sweep. */
  public Report of(SweptScenario swept) {
    return new Report(
        () -> blocks(swept),
        () -> new SweepTable(swept),
        () -> SweepFields.DOCUMENT.document(swept),
        Map.of());
  }

  private List<Block> blocks(SweptScenario swept) {
    Sweep sweep = swept.sweep();
    List<Block> blocks = new ArrayList<>();
    String title = swept.spec().title().orElse(swept.spec().name());
    blocks.add(new Block.Heading(1, title));
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of("Varied", Cell.words(varied(sweep.combinations()))));
    facts.add(Block.Fact.of("Metrics at", new Cell.Day(sweep.question().at())));
    boolean isMatrix =
        sweep.combinations().form() == Combinations.Form.GRID && swept.units().size() == 2;
    if (isMatrix && !sweep.question().claims().isEmpty()) {
      facts.add(
          Block.Fact.of(
              "Verdicts",
              Cell.words("+4 is reached 4 months late, never is not within the horizon")));
    }
    blocks.add(new Block.Facts(facts));
    blocks.add(new Block.Pictures(new SweepDrawing(title, sweep, swept.units(), asked)));
    if (isMatrix) {
      new MatrixBlocks(swept, asked, blocks).build();
    } else {
      new ListBlocks(swept, blocks).build();
    }
    errors(sweep, blocks);
    return blocks;
  }

  private static String varied(Combinations combinations) {
    List<String> axes = new ArrayList<>();
    for (Axis axis : combinations.axes()) {
      int size = axis.values().size();
      axes.add(
          combinations.form() == Combinations.Form.SAMPLE
              ? axis.path() + " (" + axis.values() + ")"
              : axis.path() + " (" + size + (size == 1 ? " value)" : " values)"));
    }
    String rows =
        combinations.rows() + (combinations.rows() == 1 ? " combination" : " combinations");
    return switch (combinations.form()) {
      case GRID -> String.join(" × ", axes) + ": " + rows;
      case TOGETHER -> String.join(" with ", axes) + ": " + rows;
      case SAMPLE -> combinations.rows() + " Sobol points of " + String.join(", ", axes);
    };
  }

  private void errors(Sweep sweep, List<Block> blocks) {
    Set<String> errors = new LinkedHashSet<>();
    for (int place = 0; place < sweep.size(); place++) {
      SweepRow row = sweep.row(place);
      if (!row.isValid()) {
        errors.add(row.error());
      }
    }
    if (!errors.isEmpty()) {
      List<String> all = List.copyOf(errors);
      List<String> remarks = new ArrayList<>(folding.shown(all, MOST_ERRORS));
      int left = folding.left(all.size(), MOST_ERRORS);
      if (left > 0) {
        remarks.add("and " + left + " more errors; -v shows them");
      }
      blocks.add(new Block.Heading(2, "Invalid combinations"));
      blocks.add(new Block.Remarks(remarks));
    }
  }

  /** Returns the metrics of a question that are numbers, by their places. */
  static List<Integer> numeric(Question question) {
    List<Integer> places = new ArrayList<>();
    for (int m = 0; m < question.metrics().size(); m++) {
      if (question.metrics().get(m).kind() != Metric.Kind.TEXT) {
        places.add(m);
      }
    }
    return places;
  }
}
