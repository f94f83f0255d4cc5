package org.stargatecalc.report.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.analysis.explain.Explained;
import org.stargatecalc.analysis.explain.Explanation;
import org.stargatecalc.analysis.explain.Influence;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;

/** How a number comes about, for people, spreadsheets and programs. */
public final class ExplainReport {
  static final String CENTRAL_CASE =
      "the central case, every uncertain input at its median; quantiles over draws are not"
          + " explained";

  /** How many inputs are named before all else. */
  private static final int NAMED = 3;

  private final Explanation explanation;
  private final Place.Finder places;
  private final View view;

  /**
   * How much is shown.
   *
   * @param depth how many levels below the number; empty for the usual ones to people and all to
   *     programs
   * @param folding whether long lists are shown whole
   */
  public record View(Optional<Integer> depth, Folding folding) {}

  ExplainReport(Explanation explanation, Place.Finder places, View view) {
    this.explanation = explanation;
    this.places = places;
    this.view = view;
  }

  /** Returns the report on a number. */
  public static Report of(Explanation explanation, Place.Finder places, View view) {
    ExplainReport report = new ExplainReport(explanation, places, view);
    return new Report(
        report::blocks,
        () -> ExplainFields.VALUE.table(report.values()),
        () -> ExplainFields.DOCUMENT.document(report.document()),
        Map.of());
  }

  ExplainFields.Document document() {
    List<ExplainFields.Carrier> carriers = new ArrayList<>();
    for (Influence influence : explanation.influences()) {
      Optional<Place> place = places.of(influence.inputs().get(0).declaredAt());
      carriers.add(new ExplainFields.Carrier(influence, place));
    }
    return new ExplainFields.Document(explanation, carriers, values());
  }

  List<ExplainFields.Value> values() {
    List<ExplainFields.Value> values = new ArrayList<>();
    add(explanation.tree(), "1", 0, values);
    return values;
  }

  private void add(Explained explained, String id, int level, List<ExplainFields.Value> values) {
    Optional<Place> place = explained.input().flatMap(input -> places.of(input.declaredAt()));
    values.add(new ExplainFields.Value(id, level, explained, place));
    if (view.depth().isPresent() && level >= view.depth().get()) {
      return;
    }
    for (int i = 0; i < explained.parts().size(); i++) {
      add(explained.parts().get(i), id + "." + (i + 1), level + 1, values);
    }
  }

  private List<Block> blocks() {
    Metric metric = explanation.asked().metric();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Heading(
            1,
            "How "
                + metric.label()
                + " at the end of "
                + explanation.asked().date()
                + " comes about"));
    blocks.add(new Block.Facts(facts(metric)));
    blocks.addAll(parts(" it"));
    return blocks;
  }

  /**
   * Returns what carries the number and its tree.
   *
   * @param what how headings call the number
   */
  List<Block> parts(String what) {
    List<Block> blocks = new ArrayList<>();
    new CarrierBlocks(explanation, view.folding(), blocks).add(what);
    blocks.add(new Block.Heading(2, "Where" + what + " comes from"));
    blocks.add(new TreeBlock(places, view).of(explanation.tree()));
    return blocks;
  }

  private List<Block.Fact> facts(Metric metric) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(
        Block.Fact.of(
            "Scenario", Cell.words(explanation.spec().title().orElse(explanation.spec().name()))));
    facts.add(new Block.Fact("Number", Amounts.of(explanation.tree())));
    String readAs =
        metric.kind() == Metric.Kind.FLOW
            ? "the sum since the start of the horizon, " + explanation.spec().horizon().from()
            : metric.hasBasis()
                ? ClaimWords.scope(metric, explanation.asked().basis())
                : "what there is at the end of the day";
    facts.add(Block.Fact.of("Read as", Cell.words(readAs)));
    List<Influence> numbers = explanation.influences(false);
    if (!numbers.isEmpty()) {
      facts.add(Block.Fact.of("Rests most on", Cell.words(first(numbers))));
    }
    if (explanation.spec().isUncertain()) {
      facts.add(Block.Fact.of("Case", Cell.words(CENTRAL_CASE)));
    }
    return facts;
  }

  private static String first(List<Influence> influences) {
    List<String> paths = new ArrayList<>();
    for (Influence influence : influences.subList(0, Math.min(NAMED, influences.size()))) {
      paths.add(influence.path());
    }
    return String.join(", ", paths);
  }
}
