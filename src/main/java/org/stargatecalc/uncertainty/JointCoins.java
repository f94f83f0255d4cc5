package org.stargatecalc.uncertainty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Coins that are tossed by one uniform number, and an input that it draws then.
 *
 * <p>Each coin divides the interval in which the number lies, and what is left of the number inside
 * its part, stretched to (0, 1), tosses the next: each combination of sides is one interval of the
 * first number, as long as the combination is probable. Points that fill (0, 1) evenly then give
 * every combination as often as it should come, to one draw, and spread the other inputs evenly
 * within it; with a dimension for each coin they do so for each coin alone.
 *
 * <p>What is left by the last coin may draw an input that matters on one of its sides alone, such
 * as the delay of what is built at all: both together are then one dimension of what comes out.
 */
public final class JointCoins {
  /** A number has 53 bits; what many coins leave of it must still be a number. */
  private static final double SHORTEST = 0x1.0p-30;

  private static final double LEAST = 0x1.0p-54;
  private static final double MOST = 1 - 0x1.0p-53;

  private final List<String> paths = new ArrayList<>();
  private final List<double[]> splits = new ArrayList<>();
  private double shortest = 1;
  private boolean isEnded;
  private boolean isDescending;

  /** Returns the paths of the coins in the order in which they are tossed, and of what follows. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /**
   * Adds a coin if there is room for it: the rarest combination may not become too short an
   * interval.
   *
   * @param path of the coin
   * @param probabilities of its sides in all scenarios that share the numbers, so that a coin which
   *     is loaded otherwise in one of them changes no other coin
   * @return whether it was added
   */
  public boolean add(String path, Collection<Double> probabilities) {
    double[] ends = probabilities.stream().mapToDouble(p -> 1 - p).sorted().distinct().toArray();
    double part = ends[0];
    for (int i = 0; i < ends.length; i++) {
      part = Math.min(part, (i + 1 < ends.length ? ends[i + 1] : 1) - ends[i]);
    }
    if (isEnded || (!paths.isEmpty() && shortest * part < SHORTEST)) {
      return false;
    }
    shortest *= part;
    paths.add(path);
    splits.add(ends);
    return true;
  }

  /**
   * Ends the coins with an input that is drawn by what is left of the number.
   *
   * @param isDescending whether the least numbers draw the input's greatest values: the points are
   *     worth most where neighbours among the numbers give neighbours among the outcomes
   */
  public void end(String path, boolean isDescending) {
    paths.add(path);
    isEnded = true;
    this.isDescending = isDescending;
  }

  /** Returns whether an input follows the coins. */
  public boolean isEnded() {
    return isEnded;
  }

  /**
   * Writes the number that tosses each coin, and draws what follows them.
   *
   * @param uniform the number for all
   * @param target place of each path among the values, negative for one that is not wanted
   */
  public void write(double uniform, int[] target, double[] values) {
    double u = uniform;
    for (int coin = 0; coin < target.length; coin++) {
      boolean isLast = coin == splits.size();
      if (target[coin] >= 0) {
        values[target[coin]] = isLast && isDescending ? Math.min(1 - u, MOST) : u;
      }
      if (isLast) {
        return;
      }
      double low = 0;
      double high = 1;
      for (double split : splits.get(coin)) {
        if (u < split) {
          high = split;
          break;
        }
        low = split;
      }
      u = Math.min(Math.max((u - low) / (high - low), LEAST), MOST);
    }
  }
}
