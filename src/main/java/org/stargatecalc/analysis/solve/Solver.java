package org.stargatecalc.analysis.solve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.stargatecalc.analysis.solve.Crossing.Side;
import org.stargatecalc.analysis.solve.Solution.Tried;

/**
 * Finds where a goal changes its truth as one parameter moves.
 *
 * <p>The scenario is asked at the points of a scan and at the ends of what is valid between them;
 * where two neighbours differ, the change is found between them, by commons-math3's bracketing
 * solver where the goal has a margin, and to one unit of the last digit that is written. Two
 * changes between neighbouring points are not seen.
 */
public final class Solver {
  private static final int MOST_EVALUATIONS = 60;

  /** Relative: a root is sought to all digits of a double, a change to one more than is written. */
  private static final double OF_A_ROOT = 1e-10;

  private static final double OF_A_CHANGE = 1e-7;

  private final Sought sought;
  private final Trials trials;
  private final boolean isEquation;
  private final Map<BigDecimal, Optional<Trial>> asked = new HashMap<>();

  /**
   * Creates a search.
   *
   * @param isEquation whether the goal holds at single values alone, as one with {@code ==}
   */
  public Solver(Sought sought, Trials trials, boolean isEquation) {
    this.sought = sought;
    this.trials = trials;
    this.isEquation = isEquation;
  }

  /**
   * Searches.
   *
   * @param scan the values to begin with
   * @param given what the scenario answers as it is
   * @param skims whether few values will do where the measure rises or falls throughout
   */
  public Solution solve(Scan scan, Trial given, boolean skims) {
    List<Tried> tried = valid(skims ? few(scan) : scan.points());
    if (skims && !isPlain(tried)) {
      tried = valid(scan.points());
    }
    List<Crossing> crossings = new ArrayList<>();
    boolean matters = false;
    for (int i = 0; i < tried.size(); i++) {
      matters |= !tried.get(i).trial().readings().equals(given.readings());
      if (i > 0 && differ(tried.get(i - 1).trial(), tried.get(i).trial())) {
        Tried[] pair = nearest(tried.get(i - 1), tried.get(i), scan.points());
        crossings.add(crossing(pair[0], pair[1]));
      }
    }
    crossings.sort(
        Comparator.comparingDouble(c -> Math.abs(c.value().doubleValue() - sought.given())));
    return new Solution(
        sought,
        crossings,
        scan.points().size(),
        tried.isEmpty() ? Optional.empty() : Optional.of(tried.get(0)),
        tried.isEmpty() ? Optional.empty() : Optional.of(tried.get(tried.size() - 1)),
        matters);
  }

  /** Returns the ends and some points around what is given. */
  private List<BigDecimal> few(Scan scan) {
    List<BigDecimal> points = scan.points();
    int at = scan.given(sought);
    List<BigDecimal> few = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int distance = Math.abs(i - at);
      boolean isNear = distance <= 1 || distance == 4 || distance == 8;
      if (isNear || i == 0 || i == points.size() - 1) {
        few.add(points.get(i));
      }
    }
    return few;
  }

  /** Whether the one measure rises or falls throughout, and the goal changes once at most. */
  private boolean isPlain(List<Tried> tried) {
    int changes = 0;
    boolean rises = true;
    boolean falls = true;
    for (int i = 0; i < tried.size(); i++) {
      List<Trial.Reading> readings = tried.get(i).trial().readings();
      if (readings.size() != 1 || Double.isNaN(readings.get(0).value())) {
        return false;
      }
      if (i > 0) {
        double before = tried.get(i - 1).trial().readings().get(0).value();
        rises &= before <= readings.get(0).value();
        falls &= before >= readings.get(0).value();
        changes += differ(tried.get(i - 1).trial(), tried.get(i).trial()) ? 1 : 0;
      }
    }
    return tried.size() > 2 && changes <= 1 && (rises || falls);
  }

  /** Returns the neighbouring points of a scan between which the goal changes. */
  private Tried[] nearest(Tried from, Tried to, List<BigDecimal> points) {
    Tried low = from;
    Tried high = to;
    List<BigDecimal> between = new ArrayList<>(points);
    while (true) {
      BigDecimal below = low.value();
      BigDecimal above = high.value();
      between.removeIf(point -> point.compareTo(below) <= 0 || point.compareTo(above) >= 0);
      Optional<Trial> middle =
          between.isEmpty() ? Optional.empty() : ask(between.get(between.size() / 2));
      if (middle.isEmpty()) {
        return new Tried[] {low, high};
      }
      Tried tried = new Tried(between.get(between.size() / 2), middle.get());
      if (differ(low.trial(), middle.get())) {
        high = tried;
      } else {
        low = tried;
      }
    }
  }

  private Optional<Trial> ask(BigDecimal value) {
    BigDecimal key = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    Optional<Trial> known = asked.get(key);
    if (known == null) {
      known = trials.at(Map.of(sought.path(), sought.notation().text(key)));
      asked.put(key, known);
    }
    return known;
  }

  /** Returns the values at which the scenario is valid, with the ends of what is. */
  private List<Tried> valid(List<BigDecimal> points) {
    List<Tried> valid = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      BigDecimal point = points.get(i);
      Optional<Trial> here = ask(point);
      if (i > 0) {
        BigDecimal before = points.get(i - 1);
        boolean wasValid = ask(before).isPresent();
        if (wasValid != here.isPresent()) {
          BigDecimal edge = wasValid ? edge(before, point) : edge(point, before);
          ask(edge).ifPresent(trial -> valid.add(new Tried(edge, trial)));
        }
      }
      here.ifPresent(trial -> valid.add(new Tried(point, trial)));
    }
    return valid;
  }

  /** Returns the last valid value on the way to one that is not. */
  private BigDecimal edge(BigDecimal valid, BigDecimal invalid) {
    BigDecimal in = valid;
    BigDecimal out = invalid;
    for (int i = 0; i < MOST_EVALUATIONS; i++) {
      BigDecimal middle = middle(in, out);
      if (middle.compareTo(in) == 0 || middle.compareTo(out) == 0) {
        break;
      }
      if (ask(middle).isPresent()) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private BigDecimal middle(BigDecimal a, BigDecimal b) {
    return sought.notation().rounded((a.doubleValue() + b.doubleValue()) / 2);
  }

  private boolean differ(Trial a, Trial b) {
    return isEquation ? sign(a) != sign(b) : a.holds() != b.holds();
  }

  private static double sign(Trial trial) {
    return trial.margin() < 0 ? -1 : 1;
  }

  /** Returns the change between two neighbours, to one unit of the last digit. */
  private Crossing crossing(Tried low, Tried high) {
    if (isEquation) {
      return root(low, high);
    }
    boolean risesToTrue = high.trial().holds();
    BigDecimal[] pair = nearRoot(low, high);
    BigDecimal[] found = bisected(pair[0], pair[1], risesToTrue);
    BigDecimal value = risesToTrue ? found[1] : found[0];
    BigDecimal beyond = risesToTrue ? found[0] : found[1];
    return new Crossing(value, beyond, risesToTrue ? Side.AT_LEAST : Side.AT_MOST);
  }

  /** Returns a root to as many digits as make the equation true. */
  private Crossing root(Tried low, Tried high) {
    double root = solved(low, high);
    BigDecimal value = sought.notation().rounded(root);
    for (int digits = Notation.DIGITS + 2; digits <= 16 && !holdsAt(value); digits += 2) {
      if (sought.notation().kind() == Notation.Kind.NUMBER) {
        value = new BigDecimal(root).round(new java.math.MathContext(digits));
      }
    }
    return new Crossing(value, value, Side.AT);
  }

  private boolean holdsAt(BigDecimal value) {
    return ask(value).map(Trial::holds).orElse(false);
  }

  /** Returns a narrower pair of values between which the goal changes. */
  private BigDecimal[] nearRoot(Tried low, Tried high) {
    BigDecimal[] pair = {low.value(), high.value()};
    boolean hasMargins =
        !Double.isNaN(low.trial().margin()) && !Double.isNaN(high.trial().margin());
    if (!hasMargins || sought.notation().kind() != Notation.Kind.NUMBER) {
      return pair;
    }
    double root = solved(low, high);
    BigDecimal unit = sought.notation().unitOfLastDigit(root);
    BigDecimal below = onGrid(root, unit, RoundingMode.FLOOR).subtract(unit);
    BigDecimal above = onGrid(root, unit, RoundingMode.CEILING).add(unit);
    boolean inside = below.compareTo(pair[0]) > 0 && above.compareTo(pair[1]) < 0;
    boolean brackets =
        inside
            && ask(below).map(t -> t.holds() == low.trial().holds()).orElse(false)
            && ask(above).map(t -> t.holds() == high.trial().holds()).orElse(false);
    return brackets ? new BigDecimal[] {below, above} : pair;
  }

  private double solved(Tried low, Tried high) {
    try {
      double accuracy = isEquation ? OF_A_ROOT : OF_A_CHANGE;
      double large = Math.max(Math.abs(low.trial().margin()), Math.abs(high.trial().margin()));
      return new BracketingNthOrderBrentSolver(accuracy, 1e-300, 1e-300, 5)
          .solve(
              MOST_EVALUATIONS,
              x -> margin(x, low.trial(), isEquation ? 0 : OF_A_CHANGE * large),
              low.value().doubleValue(),
              high.value().doubleValue());
    } catch (MathIllegalStateException | MathIllegalArgumentException tooSteep) {
      return (low.value().doubleValue() + high.value().doubleValue()) / 2;
    }
  }

  /**
   * The solver works between the digits that are written.
   *
   * @param small a margin that counts as none: whoever looks for a change sees on which side it is
   */
  private double margin(double x, Trial otherwise, double small) {
    BigDecimal exact =
        sought.notation().kind() == Notation.Kind.NUMBER
            ? new BigDecimal(x).round(new java.math.MathContext(16))
            : sought.notation().rounded(x);
    Trial trial = ask(exact).orElse(otherwise);
    if (Math.abs(trial.margin()) < small) {
      return 0;
    }
    double sign = isEquation ? sign(trial) : trial.holds() ? 1 : -1;
    return Double.isNaN(trial.margin()) || trial.margin() == 0
        ? sign * Double.MIN_NORMAL
        : sign * Math.abs(trial.margin());
  }

  /** Returns two neighbours, one unit of the last digit apart, between which the goal changes. */
  private BigDecimal[] bisected(BigDecimal from, BigDecimal to, boolean risesToTrue) {
    BigDecimal low = from;
    BigDecimal high = to;
    for (int i = 0; i < 2 * MOST_EVALUATIONS; i++) {
      BigDecimal middle = middle(low, high);
      if (middle.compareTo(low) <= 0 || middle.compareTo(high) >= 0) {
        break;
      }
      boolean holds = ask(middle).map(Trial::holds).orElse(!risesToTrue);
      if (holds == risesToTrue) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new BigDecimal[] {low, high};
  }

  private static BigDecimal onGrid(double value, BigDecimal unit, RoundingMode mode) {
    return new BigDecimal(value).divide(unit, 0, mode).multiply(unit);
  }
}
