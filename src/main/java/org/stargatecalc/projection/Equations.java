package org.stargatecalc.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.projection.Equation.Terms;
import org.stargatecalc.scenario.Coefficients;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Scenario;

/**
 * The formulas of metrics that were asked for made ready for a scenario, each once, those first on
 * which others build.
 */
final class Equations {
  private static final int METRICS = Metric.values().length;
  private static final int NONE = -1;

  private final Scenario scenario;
  private final Coefficients coefficients;
  private final EpochLayout layout;
  private final List<Equation> inOrder = new ArrayList<>();
  private final IdentityHashMap<Formula, Integer> rows = new IdentityHashMap<>();

  /** Row of each metric, then of each metric on the IT basis. */
  private final int[] rowOf = new int[2 * METRICS];

  Equations(Scenario scenario) {
    this.scenario = scenario;
    this.coefficients = scenario.coefficients();
    this.layout = new EpochLayout(scenario.phases());
    Arrays.fill(rowOf, NONE);
  }

  /**
   * Returns the row of a metric, whose formula and those on which it builds are made ready when it
   * is first asked for; a metric without a basis has the same on both.
   */
  int rowOf(Metric metric, Basis basis) {
    int index = index(metric, basis);
    if (rowOf[index] == NONE) {
      rowOf[index] = row(metric.formula(basis));
    }
    return rowOf[index];
  }

  private static int index(Metric metric, Basis basis) {
    return basis == Basis.IT && metric.hasBasis() ? METRICS + metric.ordinal() : metric.ordinal();
  }

  /** Returns the number of equations, which is that of rows. */
  int size() {
    return inOrder.size();
  }

  /** Returns an equation by its row; it builds on earlier ones alone. */
  Equation get(int row) {
    return inOrder.get(row);
  }

  /** Returns the row of a formula, which is made ready when it is first asked for. */
  int row(Formula formula) {
    Integer known = rows.get(formula);
    if (known != null) {
      return known;
    }
    Equation equation = ready(formula);
    if (equation.row == inOrder.size()) {
      inOrder.add(equation);
    }
    rows.put(formula, equation.row);
    return equation.row;
  }

  /** Makes a formula ready; what it builds on takes rows before it does. */
  private Equation ready(Formula formula) {
    if (formula instanceof Formula.SumOverPhases sum) {
      return sum(sum);
    }
    if (formula instanceof Formula.LargestGroup largest) {
      return largest(largest);
    }
    if (formula instanceof Formula.InLargestGroup in) {
      GroupEquations.OfLargest largest = largest(in.largest());
      PhaseParameter count = in.largest().grouping().count();
      Terms terms = terms(in.perGpu().over(Quantity.of(count)));
      int[] groupOf = groupsOf(terms, in.largest().grouping());
      return new GroupEquations.InLargest(inOrder.size(), largest, terms, groupOf);
    }
    if (formula instanceof Formula.SumOf sum) {
      int[] parts = rows(sum.parts());
      return new Equation.OfRows(inOrder.size(), parts);
    }
    if (formula instanceof Formula.Scaled scaled) {
      int of = row(scaled.of());
      return new Equation.OfScale(inOrder.size(), of, scaled.by().value());
    }
    if (formula instanceof Formula.Quotient quotient) {
      int over = row(unscaled(quotient.over()));
      int under = row(unscaled(quotient.under()));
      return new Equation.OfQuotient(
          inOrder.size(), over, scale(quotient.over()), under, scale(quotient.under()));
    }
    if (formula instanceof Formula.RunningTotal total) {
      int of = row(total.of());
      return new Equation.OfTotal(inOrder.size(), of);
    }
    if (formula instanceof Formula.Difference difference) {
      int of = row(difference.of());
      int less = row(difference.less());
      return new Equation.OfDifference(inOrder.size(), of, less);
    }
    if (formula instanceof Formula.Shortened shortened) {
      boolean isSimple = shortened.where().holds(scenario);
      return inOrder.get(row(isSimple ? shortened.shorter() : shortened.of()));
    }
    if (formula instanceof Algorithm algorithm) {
      return algorithm(algorithm);
    }
    throw new IllegalArgumentException("a word has no row");
  }

  /** Returns a sum, or an earlier one of the same phases, coefficients and state. */
  private Equation sum(Formula.SumOverPhases sum) {
    State state = nothingChanges() ? sum.state().whereCapacityStays() : sum.state();
    boolean unconstrained = scenario.constraints().isEmpty();
    if (state == State.PLANNED && unconstrained) {
      state = State.INSTALLED;
    }
    Terms terms =
        state == State.HELD_BACK && unconstrained
            ? new Terms(coefficients, new int[0], new int[0])
            : terms(sum.perGpu());
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i) instanceof Equation.OfSum known && known.is(state, terms)) {
        return known;
      }
    }
    return new Equation.OfSum(inOrder.size(), state, terms);
  }

  private static Formula unscaled(Formula formula) {
    return formula instanceof Formula.Scaled scaled ? scaled.of() : formula;
  }

  private static double scale(Formula formula) {
    return formula instanceof Formula.Scaled scaled ? scaled.by().value() : 1;
  }

  private int[] rows(List<Formula> formulas) {
    int[] all = new int[formulas.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = row(formulas.get(i));
    }
    return all;
  }

  /** Whether nothing that is there ever leaves, and no value changes with time. */
  private boolean nothingChanges() {
    return Formula.Simplicity.CAPACITY_STAYS.holds(scenario);
  }

  /**
   * The phases whose coefficient is not 0 in every draw; a phase whose coefficient changes with
   * time counts once for each of its epochs.
   */
  private Terms terms(Quantity perGpu) {
    List<Phase> phases = scenario.phases();
    int most = layout.phaseOf.length;
    int[] kept = new int[most];
    int[] cells = new int[most];
    int count = 0;
    for (int p = 0; p < phases.size(); p++) {
      Phase phase = phases.get(p);
      int first = coefficients.cell(perGpu, phase);
      int[] byEpoch = cells(perGpu, phase, first);
      for (int epoch = 0; epoch < byEpoch.length; epoch++) {
        if (!coefficients.isNothing(byEpoch[epoch])) {
          kept[count] = byEpoch.length == 1 ? p : layout.firstEpoch[p] + epoch;
          cells[count++] = byEpoch[epoch];
        }
      }
    }
    return new Terms(coefficients, Arrays.copyOf(kept, count), Arrays.copyOf(cells, count));
  }

  /** Returns the cell of a quantity in each epoch of a phase, or one if it is the same in all. */
  private int[] cells(Quantity perGpu, Phase phase, int first) {
    int[] cells = new int[phase.epochs().count()];
    cells[0] = first;
    boolean changes = false;
    for (int epoch = 1; epoch < cells.length; epoch++) {
      cells[epoch] = coefficients.cell(perGpu, phase, epoch);
      changes |= !coefficients.areSame(first, cells[epoch]);
    }
    return changes ? cells : new int[] {first};
  }

  private GroupEquations.OfLargest largest(Formula.LargestGroup largest) {
    Terms terms = terms(largest.perGpu().over(Quantity.of(largest.grouping().count())));
    return new GroupEquations.OfLargest(
        inOrder.size(),
        largest.state(),
        terms,
        groups(largest.grouping()).length,
        groupsOf(terms, largest.grouping()));
  }

  private int[] groupsOf(Terms terms, Formula.Grouping grouping) {
    int[] ofPhases = groups(grouping);
    int[] groupOf = new int[terms.size()];
    for (int t = 0; t < groupOf.length; t++) {
      groupOf[t] = ofPhases[layout.phaseOf[terms.phase(t)]];
    }
    return groupOf;
  }

  /**
   * Returns the group of each phase: the first phase that is in it. A phase that is spread over
   * several has one of its own, of which it offers a part.
   */
  private int[] groups(Formula.Grouping grouping) {
    List<Phase> phases = scenario.phases();
    int[] groupOf = new int[phases.size()];
    Map<Integer, Integer> first = new HashMap<>();
    for (int p = 0; p < groupOf.length; p++) {
      Phase phase = phases.get(p);
      int id = grouping == Formula.Grouping.SITE ? phase.site() : phase.system();
      groupOf[p] =
          phase.get(grouping.count()) > 1
              ? phase.root().index()
              : first.computeIfAbsent(id, i -> phase.index());
    }
    return groupOf;
  }

  private Equation algorithm(Algorithm algorithm) {
    int[] from = rows(algorithm.from());
    List<Phase> phases = scenario.phases();
    int[][][] cells = new int[algorithm.perGpu().size()][phases.size()][];
    for (int q = 0; q < cells.length; q++) {
      Quantity quantity = algorithm.perGpu().get(q);
      for (int p = 0; p < phases.size(); p++) {
        cells[q][p] = cells(quantity, phases.get(p), coefficients.cell(quantity, phases.get(p)));
      }
    }
    return new Equation.OfAlgorithm(inOrder.size(), algorithm, from, coefficients, cells);
  }
}
