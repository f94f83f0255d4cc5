package org.stargatecalc.analysis.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stargatecalc.quantity.Rounding;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.Distribution;

/** Each input at its 10 % and 90 % quantile, the others at their median. */
public final class Tornado {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private Tornado() {}

  /**
   * One input's swing.
   *
   * @param input the input
   * @param lowInput its 10 % quantile
   * @param highInput its 90 % quantile
   * @param low the answer with the input low
   * @param high the answer with the input high
   * @param actsWith paths of what has to happen for the input to act, which it does not in the
   *     central case; empty for one that acts there, or never
   */
  public record Swing(
      UncertainInput input,
      double lowInput,
      double highInput,
      double low,
      double high,
      List<String> actsWith) {
    /** Copies the paths. */
    public Swing {
      actsWith = List.copyOf(actsWith);
    }

    /** Returns by how much the answer moves. */
    public double size() {
      return Math.abs(high - low);
    }
  }

  /**
   * A tornado.
   *
   * @param central the answer with every input at its median
   * @param swings by size, the largest first
   */
  public record Result(double central, List<Swing> swings) {
    /** Copies the swings. */
    public Result {
      swings = List.copyOf(swings);
    }
  }

  /** Swings every input of a model. */
  public static Result of(Model model, List<UncertainInput> inputs) {
    double[] medians = inputs.stream().mapToDouble(i -> i.distribution().median()).toArray();
    double central = model.of(medians.clone());
    List<Swing> swings = new ArrayList<>();
    for (int i = 0; i < medians.length; i++) {
      UncertainInput input = inputs.get(i);
      double lowInput = input.distribution().quantile(LOW);
      double highInput = input.distribution().quantile(HIGH);
      double low = model.of(with(medians, i, lowInput));
      double high = model.of(with(medians, i, highInput));
      boolean acts = !Rounding.isAll(low, high) || !Rounding.isAll(low, central);
      swings.add(
          new Swing(
              input,
              lowInput,
              highInput,
              low,
              high,
              acts ? List.of() : actsWith(model, inputs, medians, i)));
    }
    swings.sort(Comparator.comparingDouble(Swing::size).reversed());
    return new Result(central, swings);
  }

  /** What does not happen in the central case, each by itself, and would let an input act. */
  private static List<String> actsWith(
      Model model, List<UncertainInput> inputs, double[] medians, int index) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < medians.length; i++) {
      if (inputs.get(i).distribution() instanceof Distribution.Coin) {
        double[] other = with(medians, i, 1 - medians[i]);
        boolean acts =
            i == index
                ? !Rounding.isAll(model.of(other.clone()), model.of(medians.clone()))
                : swings(model, other, inputs.get(index), index);
        if (acts) {
          paths.add(inputs.get(i).path());
        }
      }
    }
    return paths;
  }

  private static boolean swings(Model model, double[] values, UncertainInput input, int index) {
    double low = model.of(with(values, index, input.distribution().quantile(LOW)));
    double high = model.of(with(values, index, input.distribution().quantile(HIGH)));
    return !Rounding.isAll(low, high);
  }

  private static double[] with(double[] values, int index, double value) {
    double[] changed = values.clone();
    changed[index] = value;
    return changed;
  }
}
