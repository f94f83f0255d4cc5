package org.stargatecalc.scenario;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The quantities per GPU of a scenario's phases as numbers, one cell each.
 *
 * <p>What no draw changes is computed once. The rest is a list of instructions over cells, which a
 * draw runs from first to last; phases that inherit one uncertain input share its cells and all
 * that follows from it alone. Cells lie in one array and an instruction knows nothing but their
 * indices, so that several draws may stand side by side.
 */
public final class Coefficients {
  /** Source of a parameter that no draw changes. */
  static final int CERTAIN = -1;

  private static final int NONE = -1;

  // what an instruction does; numbers, since the loop over them is among the innermost
  private static final int TIMES = 0;
  private static final int OVER = 1;
  private static final int PLUS = 2;
  private static final int MINUS = 3;
  private static final int LEAST = 4;
  private static final int SHARE = 5;
  private static final int LOAD = 6;
  private static final int BUILDING = 7;

  private final double[] store;
  private final int[] source;
  private final Amortization amortization;
  private final int phases;

  private double[] cells = new double[128];
  private boolean[] isDrawn = new boolean[128];
  private int used;

  private int[] operation = new int[64];
  private int[] target = new int[64];
  private int[] left = new int[64];
  private int[] right = new int[64];
  private int instructions;

  private final Map<Long, Integer> constants = new HashMap<>();
  private final Map<Long, Integer> results = new HashMap<>();
  private final IdentityHashMap<Quantity, int[]> named = new IdentityHashMap<>();

  /**
   * Begins without any cell.
   *
   * @param store the scenario's numbers
   * @param source for each place of the store the place with the same number in every draw that
   *     stands for all, {@link #CERTAIN} if the number is the same in all draws
   * @param amortization how capital is spread
   * @param phases number of phases
   */
  Coefficients(double[] store, int[] source, Amortization amortization, int phases) {
    this.phases = phases;
    this.store = store;
    this.source = source;
    this.amortization = amortization;
  }

  /** Returns the number of a cell in the present draw. */
  public double get(int cell) {
    return cells[cell];
  }

  /**
   * Returns the cell of a quantity of a phase, whose values never change or are wanted as they
   * first are; at first use it is added to what a draw computes.
   */
  public int cell(Quantity quantity, Phase phase) {
    return cell(quantity, phase, 0);
  }

  /**
   * Returns the cell of a quantity of a phase in an epoch; at first use it is added to what a draw
   * computes.
   */
  public int cell(Quantity quantity, Phase phase, int epoch) {
    if (quantity instanceof Quantity.Named name) {
      return named(name, phase, epoch);
    }
    if (quantity instanceof Quantity.Parameter parameter) {
      return load(phase.slot(parameter.parameter(), epoch));
    }
    if (quantity instanceof Quantity.Constant constant) {
      return constant(constant.value());
    }
    if (quantity instanceof Quantity.Operation operation) {
      int first = cell(operation.left(), phase, epoch);
      int second = cell(operation.right(), phase, epoch);
      return result(code(operation.operator()), first, second);
    }
    if (quantity instanceof Quantity.Case choice) {
      boolean holds = choice.when().holds(phase.spec());
      return cell(holds ? choice.then() : choice.otherwise(), phase, epoch);
    }
    if (quantity instanceof Quantity.YearlyShare share) {
      return result(SHARE, load(StoreLayout.DISCOUNT_RATE), cell(share.years(), phase, epoch));
    }
    if (quantity instanceof Quantity.AtPrecision at) {
      return load(phase.slot(at));
    }
    if (quantity instanceof Quantity.WhileBuilding building) {
      int years = cell(building.years(), phase, epoch);
      return isNothing(years)
          ? constant(1)
          : result(BUILDING, load(StoreLayout.DISCOUNT_RATE), years);
    }
    return constant(((Quantity.Catalogued) quantity).rate().of(phase.spec()));
  }

  private int named(Quantity.Named name, Phase phase, int epoch) {
    if (epoch > 0) {
      // few phases have values that change: what follows from them is looked up by its operands
      return cell(name.of(), phase, epoch);
    }
    int[] byPhase = named.get(name);
    if (byPhase == null) {
      byPhase = new int[phases];
      Arrays.fill(byPhase, NONE);
      named.put(name, byPhase);
    }
    int known = byPhase[phase.index()];
    if (known == NONE) {
      known = cell(name.of(), phase, 0);
      byPhase[phase.index()] = known;
    }
    return known;
  }

  /** Returns whether a cell is 0 in every draw. */
  public boolean isNothing(int cell) {
    return !isDrawn[cell] && cells[cell] == 0;
  }

  /** Returns whether a cell is not known in any draw. */
  public boolean isUnknown(int cell) {
    return !isDrawn[cell] && Double.isNaN(cells[cell]);
  }

  private boolean isOne(int cell) {
    return !isDrawn[cell] && cells[cell] == 1;
  }

  /** Returns whether two cells have the same number in every draw. */
  public boolean areSame(int one, int other) {
    return one == other || (!isDrawn[one] && !isDrawn[other] && cells[one] == cells[other]);
  }

  private int load(int slot) {
    return source[slot] == CERTAIN ? constant(store[slot]) : drawn(LOAD, source[slot], 0);
  }

  private int constant(double value) {
    int cell = next();
    cells[cell] = value;
    return cell;
  }

  private int result(int code, int first, int second) {
    if (code == PLUS && (isNothing(first) || isNothing(second))) {
      return isNothing(first) ? second : first;
    }
    if (code == TIMES && (isNothing(first) || isNothing(second))) {
      return isNothing(first) ? first : second;
    }
    if (isUnknown(first) || isUnknown(second)) {
      return isUnknown(first) ? first : second;
    }
    if ((code == TIMES || code == OVER) && isOne(second)) {
      return first;
    }
    return isDrawn[first] || isDrawn[second]
        ? drawn(code, shared(first), shared(second))
        : constant(compute(code, first, second));
  }

  /** Returns the cell that stands for all with a number that no draw changes. */
  private int shared(int cell) {
    if (isDrawn[cell]) {
      return cell;
    }
    Integer first = constants.putIfAbsent(Double.doubleToLongBits(cells[cell]), cell);
    return first == null ? cell : first;
  }

  private int drawn(int code, int first, int second) {
    long key = ((long) code << 58) | ((long) first << 29) | second;
    Integer known = results.get(key);
    if (known != null) {
      return known;
    }
    int cell = next();
    isDrawn[cell] = true;
    append(code, cell, first, second);
    cells[cell] = compute(code, first, second);
    results.put(key, cell);
    return cell;
  }

  private int next() {
    if (used == cells.length) {
      cells = Arrays.copyOf(cells, 2 * used);
      isDrawn = Arrays.copyOf(isDrawn, 2 * used);
    }
    return used++;
  }

  private void append(int code, int cell, int first, int second) {
    if (instructions == operation.length) {
      int longer = 2 * instructions;
      operation = Arrays.copyOf(operation, longer);
      target = Arrays.copyOf(target, longer);
      left = Arrays.copyOf(left, longer);
      right = Arrays.copyOf(right, longer);
    }
    operation[instructions] = code;
    target[instructions] = cell;
    left[instructions] = first;
    right[instructions++] = second;
  }

  private static int code(Quantity.Operator operator) {
    return switch (operator) {
      case TIMES -> TIMES;
      case OVER -> OVER;
      case PLUS -> PLUS;
      case MINUS -> MINUS;
      case LEAST -> LEAST;
    };
  }

  private double compute(int code, int first, int second) {
    if (code == LOAD) {
      return store[first];
    }
    double x = cells[first];
    double y = cells[second];
    return switch (code) {
      case TIMES -> x * y;
      case OVER -> x / y;
      case PLUS -> x + y;
      case MINUS -> x - y;
      case LEAST -> Math.min(x, y);
      case BUILDING -> amortization.whileBuilding(x, y);
      default -> amortization.perYear(x, y);
    };
  }

  /** Computes every cell for the present draw. */
  void evaluate() {
    for (int i = 0; i < instructions; i++) {
      cells[target[i]] = compute(operation[i], left[i], right[i]);
    }
  }
}
