package org.stargatecalc.scenario;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The spans of time in which no value of a phase changes: between the first days of its steps.
 *
 * <p>Epoch 0 lasts until the first of these days, epoch i begins with the i-th. A stock at an
 * instant takes the values of the day that ends there, a flow those of the interval in which it
 * flows.
 */
public final class Epochs {
  /** A phase whose values never change. */
  static final Epochs ONE = new Epochs(new double[0], new EnumMap<>(PhaseParameter.class));

  /** First days of steps, ascending, days since 1970-01-01. */
  private final double[] days;

  /** By parameter that changes, the place of its number in the store in each epoch. */
  private final Map<PhaseParameter, int[]> slots;

  private Epochs(double[] days, Map<PhaseParameter, int[]> slots) {
    this.days = days;
    this.slots = slots;
  }

  /**
   * Returns the epochs of a phase.
   *
   * @param slots by parameter that changes, the places of its numbers, step by step
   */
  static Epochs of(PhaseSpec spec, Map<PhaseParameter, int[]> slots) {
    if (spec.steps().isEmpty()) {
      return ONE;
    }
    TreeSet<Double> sorted = new TreeSet<>();
    for (Steps steps : spec.steps().values()) {
      sorted.add((double) steps.first().toEpochDay());
      for (Steps.Step step : steps.later()) {
        sorted.add((double) step.from().toEpochDay());
      }
    }
    double[] days = new double[sorted.size()];
    int count = 0;
    for (double day : sorted) {
      days[count++] = day;
    }
    Map<PhaseParameter, int[]> byEpoch = new EnumMap<>(PhaseParameter.class);
    for (Map.Entry<PhaseParameter, Steps> entry : spec.steps().entrySet()) {
      int[] ofSteps = Objects.requireNonNull(slots.get(entry.getKey()));
      int[] ofEpochs = new int[days.length + 1];
      for (int epoch = 0; epoch <= days.length; epoch++) {
        int step = 0;
        for (int i = 0; epoch > 0 && i < entry.getValue().later().size(); i++) {
          if (entry.getValue().later().get(i).from().toEpochDay() <= days[epoch - 1]) {
            step = i + 1;
          }
        }
        ofEpochs[epoch] = ofSteps[step];
      }
      byEpoch.put(entry.getKey(), ofEpochs);
    }
    return new Epochs(days, byEpoch);
  }

  /** Returns how many there are. */
  public int count() {
    return days.length + 1;
  }

  /** Returns the days on which epochs begin, as instants; the array is the caller's. */
  public double[] days() {
    return days.clone();
  }

  /** Returns the epoch whose values a stock has at an instant: that of the day that ends there. */
  public int at(double instant) {
    int epoch = 0;
    while (epoch < days.length && days[epoch] < instant) {
      epoch++;
    }
    return epoch;
  }

  /** Returns the epoch of what flows from an instant on. */
  public int from(double instant) {
    int epoch = 0;
    while (epoch < days.length && days[epoch] <= instant) {
      epoch++;
    }
    return epoch;
  }

  /**
   * Returns the place of a parameter's number in an epoch.
   *
   * @param otherwise the place of a number that never changes
   */
  int slot(PhaseParameter parameter, int epoch, int otherwise) {
    int[] byEpoch = slots.get(parameter);
    return byEpoch == null ? otherwise : byEpoch[epoch];
  }
}
