package org.stargatecalc.analysis.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stargatecalc.scenario.UncertainInput;

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
   */
  public record Swing(
      UncertainInput input, double lowInput, double highInput, double low, double high) {
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
      swings.add(
          new Swing(
              input,
              lowInput,
              highInput,
              model.of(with(medians, i, lowInput)),
              model.of(with(medians, i, highInput))));
    }
    swings.sort(Comparator.comparingDouble(Swing::size).reversed());
    return new Result(central, swings);
  }

  private static double[] with(double[] values, int index, double value) {
    double[] changed = values.clone();
    changed[index] = value;
    return changed;
  }
}
