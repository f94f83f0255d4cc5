package org.stargatecalc.report.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.analysis.explain.Explained;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;

/**
 * The tree of a number.
 *
 * <p>Unless a depth is asked for, of every sum the largest part is shown down to its inputs, of the
 * others the formula with their numbers, and after a few of them the rest as one. What was shown
 * before is not shown again.
 */
final class TreeBlock {
  private static final int MOST_PARTS = 5;
  private static final int MOST_TERMS = 5;
  private static final int MOST_RESTS = 3;

  /** So few parts are shown even if they are nothing. */
  private static final int FEW = 2;

  private final SourceWords sources;
  private final ExplainReport.View view;
  private final Set<String> shown = new HashSet<>();

  TreeBlock(Place.Finder places, ExplainReport.View view) {
    this.sources = new SourceWords(places);
    this.view = view;
  }

  Block.Tree of(Explained number) {
    return new Block.Tree(List.of(branch(number, 0, true, false)));
  }

  /**
   * Returns a value as a branch.
   *
   * @param level how far below the number it stands
   * @param isShown whether it is shown unasked
   * @param inPhase whether it belongs to one phase, all of whose parts are shown
   */
  private Block.Branch branch(Explained value, int level, boolean isShown, boolean inPhase) {
    List<Cell> head = new ArrayList<>(Amounts.of(value));
    head.add(Cell.words(" " + value.name()));
    boolean ofPhase = inPhase || value.phase().isPresent();
    boolean open = isShown && view.depth().map(depth -> level < depth).orElse(true);
    if (open && value.parts().size() > 0 && !shown.add(key(value))) {
      return new Block.Branch(head, List.of(List.of(Cell.words("as above"))), List.of(), false);
    }
    List<Block.Branch> branches = new ArrayList<>();
    List<Explained> parts = parts(value);
    int most = mostShown(value, ofPhase);
    for (int i = 0; i < Math.min(most, parts.size()); i++) {
      boolean first = i == 0 || ofPhase || view.depth().isPresent() || isWhole() || !isList(value);
      branches.add(branch(parts.get(i), level + 1, open && first, ofPhase));
    }
    if (most < parts.size()) {
      branches.add(folded(value, parts.subList(most, parts.size()), level, ofPhase));
    }
    return new Block.Branch(head, lines(value, isShown), branches, open);
  }

  private boolean isWhole() {
    return view.folding() == Folding.IN_FULL;
  }

  private static boolean isList(Explained value) {
    return value.how() == How.SUM || value.how() == How.LARGEST;
  }

  /** The parts of a value; of a sum those that are anything. */
  private static List<Explained> parts(Explained value) {
    if (!isList(value) || value.parts().size() <= FEW) {
      return value.parts();
    }
    List<Explained> parts = new ArrayList<>();
    for (Explained part : value.parts()) {
      if (part.value() != 0) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** How many parts are shown by themselves; a single one is not folded. */
  private int mostShown(Explained value, boolean ofPhase) {
    int count = parts(value).size();
    int most =
        value.how() == How.RESULT ? MOST_RESTS : isList(value) && !ofPhase ? MOST_PARTS : count;
    return view.folding().left(count, most) < 2 ? count : most;
  }

  private Block.Branch folded(Explained value, List<Explained> parts, int level, boolean ofPhase) {
    List<Cell> head = new ArrayList<>();
    if (value.how() == How.SUM) {
      head.addAll(Amounts.of(sum(value, parts)));
    }
    boolean phases = parts.get(0).phase().isPresent();
    String things = value.how() == How.RESULT ? "inputs" : phases ? "phases" : "parts";
    String together = value.how() == How.SUM ? ", together" : "";
    head.add(Cell.words(" " + parts.size() + " " + things + " more" + together));
    List<Block.Branch> branches = new ArrayList<>();
    for (Explained part : parts) {
      branches.add(branch(part, level + 1, false, ofPhase));
    }
    return new Block.Branch(head, List.of(), branches, false);
  }

  private static Explained sum(Explained value, List<Explained> parts) {
    double sum = 0;
    for (Explained part : parts) {
      sum += part.value();
    }
    return value.withValue(sum);
  }

  /** What makes two values the same to a reader: what they are called, and all below them. */
  private static String key(Explained value) {
    StringBuilder key = new StringBuilder(value.name()).append('=').append(value.value());
    value.input().ifPresent(input -> key.append('@').append(input.declaredAt()));
    for (Explained part : value.parts()) {
      key.append('(').append(key(part)).append(')');
    }
    return key.toString();
  }

  private List<List<Cell>> lines(Explained value, boolean isShown) {
    List<List<Cell>> lines = new ArrayList<>();
    if (value.input().isPresent()) {
      lines.add(List.of(Cell.words(sources.of(value.input().get(), isShown))));
    }
    boolean saysNothing =
        value.parts().size() == 1 && value.formula().equals(value.parts().get(0).name());
    if (!value.formula().isEmpty() && !saysNothing) {
      lines.add(List.of(Cell.words(value.formula())));
    }
    if (value.parts().size() > 1 && !sign(value.how()).isEmpty()) {
      lines.add(numbers(value));
    }
    if (!value.note().isEmpty()) {
      lines.add(List.of(Cell.words("(" + value.note() + ")")));
    }
    return lines;
  }

  /** The formula with the numbers in. */
  private static List<Cell> numbers(Explained value) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.words("=")));
    List<Explained> terms = parts(value);
    int shown = terms.size() > MOST_TERMS + 1 ? MOST_TERMS : terms.size();
    for (int i = 0; i < shown; i++) {
      if (i > 0) {
        cells.add(Cell.words(sign(value.how())));
      }
      cells.addAll(Amounts.of(terms.get(i)));
    }
    if (shown < terms.size()) {
      cells.add(Cell.words(sign(value.how()) + " " + (terms.size() - shown) + " more"));
    }
    return cells.size() == 1 ? List.of(Cell.words("= nothing")) : cells;
  }

  private static String sign(How how) {
    return switch (how) {
      case SUM -> "+";
      case DIFFERENCE -> "−";
      case PRODUCT -> "×";
      case QUOTIENT -> "/";
      case LARGEST, LEAST -> "or";
      case LOGARITHM, RESULT, INPUT, CONSTANT -> "";
    };
  }
}
