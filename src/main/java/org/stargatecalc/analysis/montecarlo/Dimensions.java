package org.stargatecalc.analysis.montecarlo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stargatecalc.scenario.CorrelationSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.scenario.UncertainInput;
import org.stargatecalc.uncertainty.Distribution;
import org.stargatecalc.uncertainty.JointCoins;
import org.stargatecalc.uncertainty.Sampling;
import org.stargatecalc.uncertainty.UniformSource;

/**
 * Which dimension of a space each uncertain input of a family of scenarios has.
 *
 * <p>Of Sobol points the first dimensions are the best. Coins that have no delay share the first
 * ones. Then come inputs that are written once for several phases; then the coins of phases and
 * risks, each of which shares its dimension with the delay that it decides about; and last the
 * other inputs of one phase. A random number is for its input alone.
 */
final class Dimensions {
  private final List<JointCoins> coins;
  private final int[] ofCoins;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> own = new LinkedHashMap<>();

  private Dimensions(List<JointCoins> coins, Set<String> others) {
    this.coins = List.copyOf(coins);
    ofCoins = new int[coins.size()];
    for (boolean ofOnePhase : new boolean[] {false, true}) {
      for (int i = 0; i < ofCoins.length; i++) {
        if (coins.get(i).isEnded() == ofOnePhase) {
          ofCoins[i] = next(coins.get(i).paths().get(0));
        }
      }
      for (String path : others) {
        if (isOfOnePhase(path) == ofOnePhase) {
          own.put(path, next(path));
        }
      }
    }
  }

  /** Returns whether an input is written at one phase or risk, not once for several phases. */
  private static boolean isOfOnePhase(String path) {
    return path.startsWith("phases.") || path.startsWith("risks.");
  }

  /** Returns the next dimension. */
  private int next(String name) {
    names.add(name);
    return names.size() - 1;
  }

  static Dimensions of(
      List<ScenarioSpec> family, List<List<UncertainInput>> inputs, Sampling sampling) {
    Map<String, Set<Double>> coins = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>();
    for (List<UncertainInput> ofScenario : inputs) {
      for (UncertainInput input : ofScenario) {
        if (input.distribution() instanceof Distribution.Coin coin) {
          coins
              .computeIfAbsent(input.path(), path -> new LinkedHashSet<>())
              .add(coin.probability());
        } else {
          others.add(input.path());
        }
      }
    }
    Set<String> all = new LinkedHashSet<>(coins.keySet());
    all.addAll(others);
    Set<String> alone = new HashSet<>(others);
    for (ScenarioSpec spec : family) {
      for (CorrelationSpec correlation : spec.correlations()) {
        alone.add(correlation.first());
        alone.add(correlation.second());
      }
    }
    coins.keySet().removeAll(alone);
    List<JointCoins> joint = joint(coins, others);
    Set<String> single = new LinkedHashSet<>(all);
    joint.forEach(shared -> shared.paths().forEach(single::remove));
    boolean isNet =
        sampling == Sampling.SOBOL
            && joint.size() + single.size() <= UniformSource.MOST_SOBOL_INPUTS;
    return isNet ? new Dimensions(joint, single) : new Dimensions(List.of(), all);
  }

  private static List<JointCoins> joint(Map<String, Set<Double>> coins, Set<String> others) {
    List<JointCoins> all = new ArrayList<>();
    List<JointCoins> withDelay = new ArrayList<>();
    coins.forEach(
        (path, probabilities) -> {
          String delay = path.replaceFirst("probability$", "delay");
          if (others.contains(delay)) {
            JointCoins both = new JointCoins();
            both.add(path, probabilities);
            // a phase that is dropped is as one that is later than all, a risk that does not happen
            // as one that delays least
            both.end(delay, path.startsWith("phases."));
            withDelay.add(both);
          } else if (all.isEmpty() || !all.get(all.size() - 1).add(path, probabilities)) {
            JointCoins next = new JointCoins();
            next.add(path, probabilities);
            all.add(next);
          }
        });
    all.addAll(withDelay);
    return all;
  }

  /** Returns the inputs that share a dimension. */
  List<JointCoins> coins() {
    return coins;
  }

  /** Returns the dimension that the inputs at an index of {@link #coins} share. */
  int ofCoins(int index) {
    return ofCoins[index];
  }

  /** Returns a name of each dimension. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Returns the dimension that an input has for itself, negative if it shares one. */
  int of(String path) {
    return own.getOrDefault(path, -1);
  }
}
