package org.stargatecalc.report.compare;

import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Block;
import org.stargatecalc.result.ResultAssumption;

/** The sides of a comparison as its tables name them. */
final class SideNames {
  private final List<Side> others;

  SideNames(Comparison comparison) {
    this.others = comparison.others();
  }

  boolean isPair() {
    return others.size() == 1;
  }

  int others() {
    return others.size();
  }

  /** Returns the heading of another side, told apart where two scenarios have one name. */
  String heading(int other) {
    if (isPair()) {
      return "other";
    }
    String name = name(others.get(other));
    boolean unique = others.stream().filter(o -> name(o).equals(name)).count() == 1;
    return unique ? name : name + " (" + (other + 1) + ")";
  }

  static String name(Side side) {
    return side.result().map(r -> r.name()).orElse(side.label());
  }

  /** Returns what the last side that has it says, be it the base. */
  static Optional<ResultAssumption> any(Comparison.AssumptionChange change) {
    return last(change.to()).or(change::from);
  }

  /** Returns the metric that a claim is about on the last side that is asked it. */
  static Metric metric(Comparison.ClaimChange change) {
    return last(change.to()).or(change::from).orElseThrow().metric();
  }

  private static <T> Optional<T> last(List<Optional<T>> values) {
    return values.stream().flatMap(Optional::stream).reduce((a, b) -> b);
  }

  /** Says that more rows were left out. */
  static void more(int left, List<Block> blocks) {
    if (left > 0) {
      blocks.add(
          new Block.Paragraph("and " + left + " more rows; -v shows them, csv and json hold all."));
    }
  }

  static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
