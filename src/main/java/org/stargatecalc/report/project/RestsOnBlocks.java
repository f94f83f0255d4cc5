package org.stargatecalc.report.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stargatecalc.analysis.project.Levers;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.field.Display;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.report.Folding;

/** The values of low confidence by what a tenth more or less of each does to a claim. */
final class RestsOnBlocks {
  private static final int MOST_ROWS = 8;

  /** A verdict that turns weighs more than any date, a date more than any value. */
  private static final double OF_A_VERDICT = 1e9;

  private static final double OF_A_MONTH = 1e3;

  private final ProjectedScenario scenario;
  private final List<CheckedClaim> claims;
  private final Folding folding;
  private final List<Block> blocks;

  RestsOnBlocks(ProjectedScenario scenario, Folding folding, List<Block> blocks) {
    this.scenario = scenario;
    this.claims = scenario.projected().claims();
    this.folding = folding;
    this.blocks = blocks;
  }

  /** One value, or the dates or sizes of one list, and what a claim's answer becomes. */
  private static final class Effect {
    final Levers.Lever lever;
    final String what;
    final Cell less;
    final Cell more;
    final double size;

    Effect(Levers.Lever lever, String what, Cell less, Cell more, double size) {
      this.lever = lever;
      this.what = what;
      this.less = less;
      this.more = more;
      this.size = size;
    }
  }

  void restsOn() {
    boolean inFull = folding == Folding.IN_FULL;
    List<Levers.Lever> levers =
        inFull ? Levers.of(scenario.projected()) : Levers.ofFirst(scenario.projected());
    if (levers.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "What the verdicts rest on"));
    Set<String> moving = new HashSet<>();
    boolean isFirst = true;
    for (int c = 0; c < claims.size() && (c == 0 || inFull); c++) {
      List<Effect> effects = effects(levers, c);
      if (!effects.isEmpty()) {
        table(c, effects, isFirst);
        isFirst = false;
        for (Effect effect : effects) {
          moving.add(effect.lever.path());
        }
      }
    }
    List<Levers.Lever> still = new ArrayList<>();
    for (Levers.Lever lever : levers) {
      if (!moving.contains(lever.path())) {
        still.add(lever);
      }
    }
    if (!still.isEmpty()) {
      others(still, isFirst);
    }
  }

  private void table(int claim, List<Effect> effects, boolean isFirst) {
    CheckedClaim checked = claims.get(claim);
    String now =
        "Values of low confidence by what a tenth less or more does to "
            + checked.claim().id()
            + ", now "
            + ClaimWords.dated(checked.answer())
            + (isFirst
                ? "; dates move by a tenth of their time since "
                    + scenario.projected().projection().horizon().from()
                : "")
            + ".";
    blocks.add(new Block.Paragraph(now));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("assumption"),
            new Block.Column("value", "", true, 1),
            new Block.Column("unit", "", false, 1),
            Block.Column.words("−10%"),
            Block.Column.words("+10%"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Effect effect : folding.shown(effects, MOST_ROWS)) {
      boolean single = effect.lever.values().size() == 1;
      rows.add(
          List.of(
              Cell.words(effect.lever.path() + effect.what),
              single ? AssumptionWords.brief(effect.lever.values().get(0)) : Cell.EMPTY,
              single ? AssumptionWords.unit(effect.lever.values().get(0)) : Cell.EMPTY,
              effect.less,
              effect.more));
    }
    blocks.add(new Block.Table(columns, rows).withoutEmptyColumns());
    int left = folding.left(effects.size(), MOST_ROWS);
    if (left > 0) {
      blocks.add(new Block.Paragraph(left + " more move it less; -v lists them."));
    }
  }

  /** What moves no claim that is shown. */
  private void others(List<Levers.Lever> still, boolean nothingMoves) {
    if (folding == Folding.FOLDED) {
      boolean one = still.size() == 1;
      String of = (one ? "one value" : still.size() + " values") + " of low confidence";
      blocks.add(
          new Block.Paragraph(
              claims.isEmpty()
                  ? "There is no claim that could rest on the " + of + "."
                  : !nothingMoves
                      ? "The other " + of + " do" + (one ? "es" : "") + " not move it."
                      : claims.get(0).claim().id()
                          + " is not moved by a tenth of "
                          + (one ? "the " : "any of the ")
                          + of
                          + "."));
      return;
    }
    blocks.add(new Block.Paragraph("No claim is moved by a tenth of these:"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("assumption"),
            Block.Column.number("value", ""),
            Block.Column.words("unit"),
            new Block.Column("source", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    for (Levers.Lever lever : still) {
      boolean single = lever.values().size() == 1;
      rows.add(
          List.of(
              Cell.words(lever.path()),
              single
                  ? AssumptionWords.brief(lever.values().get(0))
                  : Cell.words(lever.values().size() + " values"),
              single ? AssumptionWords.unit(lever.values().get(0)) : Cell.EMPTY,
              Cell.words(lever.values().get(0).provenance().source().orElse(""))));
    }
    blocks.add(new Block.Table(columns, rows));
  }

  /** Returns what moves a claim, the most first. */
  private List<Effect> effects(List<Levers.Lever> levers, int claim) {
    List<Effect> effects = new ArrayList<>();
    for (Levers.Lever lever : levers) {
      List<Levers.Outcome> outcomes = lever.outcomes();
      for (int i = 0; i < outcomes.size(); i++) {
        Levers.Change change = outcomes.get(i).change();
        boolean single = change == Levers.Change.OTHER_RUNS;
        Answer less = outcomes.get(i).answers().get(claim);
        Answer more = single ? less : outcomes.get(++i).answers().get(claim);
        double size = Math.max(size(claim, less), size(claim, more));
        if (size > 0) {
          boolean both = outcomes.size() > 2;
          String what =
              single
                  ? " (the training share alone)"
                  : !both ? "" : change == Levers.Change.EARLIER ? " (dates)" : " (sizes)";
          effects.add(
              new Effect(
                  lever, what, cell(claim, less), single ? Cell.EMPTY : cell(claim, more), size));
        }
      }
    }
    sort(effects);
    return effects;
  }

  /** By insertion, which keeps the order of what is alike; there are few. */
  private static void sort(List<Effect> effects) {
    for (int i = 1; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      int at = i;
      while (at > 0 && effects.get(at - 1).size < effect.size) {
        effects.set(at, effects.get(at - 1));
        at--;
      }
      effects.set(at, effect);
    }
  }

  private double size(int claim, Answer changed) {
    Answer now = claims.get(claim).answer();
    if (now.verdict() != changed.verdict()) {
      return OF_A_VERDICT;
    }
    double months =
        now.slipMonths().isPresent() && changed.slipMonths().isPresent()
            ? Math.abs(now.slipMonths().getAsDouble() - changed.slipMonths().getAsDouble())
            : 0;
    double before = now.value().orElse(Double.NaN);
    double after = changed.value().orElse(Double.NaN);
    double value =
        Double.isNaN(before) || Rounding.isAll(before, after)
            ? 0
            : Math.abs(after - before) / claims.get(claim).claim().atLeast();
    return (sameDay(now, changed) ? 0 : OF_A_MONTH * months) + value;
  }

  private static boolean sameDay(Answer one, Answer other) {
    return one.reachedOn().isPresent()
        && other.reachedOn().isPresent()
        && one.reachedOn().get().equals(other.reachedOn().get());
  }

  /** What the answer becomes: its verdict and date, or where they stay its value. */
  private Cell cell(int claim, Answer changed) {
    Answer now = claims.get(claim).answer();
    if (size(claim, changed) == 0) {
      return Cell.words("as it is");
    }
    boolean dated = now.verdict() == changed.verdict() && (sameDay(now, changed) || never(changed));
    return dated
        ? Cell.quantity(
            changed.value().orElse(Double.NaN), Display.of(claims.get(claim).claim().metric()))
        : ClaimWords.verdictWithDate(changed);
  }

  private static boolean never(Answer answer) {
    return answer.reachedOn().isEmpty();
  }
}
