package org.stargatecalc.analysis.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.uncertainty.Sampling;
import org.stargatecalc.uncertainty.UniformSource;

/** Which values go together in which row; a row is a function of its number. */
public final class Combinations {
  private final List<Axis> axes;
  private final int rows;
  private final Form form;
  private final Optional<UniformSource> points;

  /** How rows are made of axes. */
  public enum Form {
    /** Every value with every other; the last axis changes fastest. */
    GRID,
    /** The first values of all axes, then the second ones. */
    TOGETHER,
    /** Points that fill the ranges evenly. */
    SAMPLE
  }

  private Combinations(List<Axis> axes, int rows, Form form, Optional<UniformSource> points) {
    this.axes = List.copyOf(axes);
    this.rows = rows;
    this.form = form;
    this.points = points;
  }

  /**
   * Returns every combination.
   *
   * @throws InvalidTextException if an axis has no step, or there are too many combinations
   */
  public static Combinations grid(List<Axis> axes) throws InvalidTextException {
    check(axes, true);
    BigInteger rows = BigInteger.ONE;
    for (Axis axis : axes) {
      rows = rows.multiply(BigInteger.valueOf(axis.values().size()));
    }
    if (rows.compareTo(BigInteger.valueOf(ValuesReader.MOST)) > 0) {
      throw new InvalidTextException(
          rows + " combinations", "at most 1,000,000; --sample N takes points of the ranges");
    }
    return new Combinations(axes, rows.intValueExact(), Form.GRID, Optional.empty());
  }

  /**
   * Returns the values of all axes side by side.
   *
   * @throws InvalidTextException if an axis has no step, or not as many values as the others
   */
  public static Combinations together(List<Axis> axes) throws InvalidTextException {
    check(axes, true);
    int rows = axes.get(0).values().size();
    for (Axis axis : axes) {
      if (axis.values().size() != rows) {
        throw new InvalidTextException(
            rows
                + " values of "
                + axes.get(0).path()
                + " and "
                + axis.values().size()
                + " of "
                + axis.path(),
            "as many of each, since they go together");
      }
    }
    return new Combinations(axes, rows, Form.TOGETHER, Optional.empty());
  }

  /**
   * Returns Sobol points of the ranges.
   *
   * @param count how many
   * @throws InvalidTextException if a path stands there twice
   */
  public static Combinations sample(List<Axis> axes, int count, long seed)
      throws InvalidTextException {
    check(axes, false);
    List<String> paths = axes.stream().map(Axis::path).toList();
    return new Combinations(
        axes, count, Form.SAMPLE, Optional.of(new UniformSource(Sampling.SOBOL, seed, paths)));
  }

  private static void check(List<Axis> axes, boolean inSteps) throws InvalidTextException {
    Set<String> paths = new HashSet<>();
    for (Axis axis : axes) {
      if (!paths.add(axis.path())) {
        throw new InvalidTextException(axis.path() + " twice", "each parameter once");
      }
      if (inSteps && axis.values().size() == 0) {
        throw new InvalidTextException(
            "the range '" + axis.values() + "' of " + axis.path(),
            "'by STEP' or 'in N' behind it, or --sample N");
      }
    }
  }

  /** Returns the axes in their order. */
  public List<Axis> axes() {
    return axes;
  }

  /** Returns how rows are made. */
  public Form form() {
    return form;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
  }

  /** Returns the value of an axis, by its index, in a row. */
  public String text(int row, int axis) {
    Values values = axes.get(axis).values();
    return switch (form) {
      case GRID -> values.text(indexInGrid(row, axis));
      case TOGETHER -> values.text(row);
      case SAMPLE -> values.at(points.orElseThrow().at(row, axis));
    };
  }

  private int indexInGrid(int row, int axis) {
    int rest = row;
    for (int a = axes.size() - 1; a > axis; a--) {
      rest /= axes.get(a).values().size();
    }
    return rest % axes.get(axis).values().size();
  }

  /** Returns the changes of a row, each PATH=VALUE. */
  public List<String> settings(int row) {
    List<String> settings = new ArrayList<>(axes.size());
    for (int axis = 0; axis < axes.size(); axis++) {
      settings.add(axes.get(axis).path() + "=" + text(row, axis));
    }
    return settings;
  }
}
