package org.stargatecalc.uncertainty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Exact quantiles of many values in little memory.
 *
 * <p>The first values, all known at once, bracket where each wanted quantile of all values will
 * lie. The line is cut into cells of equal width, values are counted by cell, and only those in
 * cells that touch a bracket are kept. The result is the quantile of all values, as if all had been
 * sorted, in whatever order they came; if it lies in a cell whose values were not kept, the result
 * says so.
 *
 * <p>A value that often comes back, such as 0 where nothing is built, is counted and not kept.
 */
public final class QuantileCollector {
  private static final int CELLS = 256;

  /** Of so many first values, an atom is one that comes back at least so often. */
  private static final int LOOKED_AT = 1000;

  private static final int OFTEN = 10;

  private final double[] wanted;
  private final double low;
  private final double scale;

  /** 1 for a cell whose values are kept. */
  private final byte[] keeps;

  private final double[] atoms;
  private final int[] countsOfAtoms;
  private final int[] counts = new int[CELLS];
  private double[] kept = new double[0];
  private int size;

  private QuantileCollector(
      double[] wanted, double low, double scale, byte[] keeps, double[] atoms) {
    this.wanted = wanted;
    this.low = low;
    this.scale = scale;
    this.keeps = keeps;
    this.atoms = atoms;
    this.countsOfAtoms = new int[atoms.length];
  }

  /**
   * Returns a collector with brackets from the first values; they are not counted yet.
   *
   * @param first the first values; reordered
   * @param size how many of them count, at least one
   * @param standardErrors how far a bracket reaches to either side; at 5 it practically never
   *     misses
   * @param wanted probabilities from 0 to 1, ascending
   */
  public static QuantileCollector bracketing(
      double[] first, int size, double standardErrors, double... wanted) {
    // before the order changes
    double[] candidates = Arrays.copyOf(first, Math.min(size, LOOKED_AT));
    int[] ranks = new int[3 * wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      double p = wanted[i];
      double spread = standardErrors * Math.sqrt(p * (1 - p) * size) + 2;
      double rank = p * (size - 1);
      ranks[3 * i] = (int) Math.max(-1, Math.floor(rank - spread));
      ranks[3 * i + 1] = (int) rank;
      ranks[3 * i + 2] = (int) Math.min(size, rank + spread + 1);
    }
    int[] inside = Arrays.stream(ranks).filter(r -> r >= 0 && r < size).sorted().toArray();
    Quantiles.select(first, size, inside);
    double[] found = Arrays.stream(inside).mapToDouble(r -> first[r]).distinct().toArray();
    double low = found[0];
    double width = found[found.length - 1] - low;
    double scale = width > 0 ? Math.max((CELLS - 3) / width, Double.MIN_NORMAL) : 1;
    double[] atoms =
        Arrays.stream(found)
            .filter(value -> Arrays.stream(candidates).filter(c -> c == value).count() >= OFTEN)
            .toArray();
    QuantileCollector collector =
        new QuantileCollector(wanted.clone(), low, scale, new byte[CELLS], atoms);
    for (int i = 0; i < wanted.length; i++) {
      int from = ranks[3 * i] < 0 ? 0 : collector.cell(first[ranks[3 * i]]);
      int to = ranks[3 * i + 2] >= size ? CELLS : collector.cell(first[ranks[3 * i + 2]]) + 1;
      Arrays.fill(collector.keeps, from, to, (byte) 1);
    }
    return collector;
  }

  /** Returns the cell of a value; the first and the last have no outer end and hold no bracket. */
  private int cell(double value) {
    int cell = (int) ((value - low) * scale + 1);
    return Math.max(0, Math.min(CELLS - 1, cell));
  }

  /** Returns an empty collector with the same brackets, for another thread. */
  public QuantileCollector sibling() {
    return new QuantileCollector(wanted, low, scale, keeps, atoms);
  }

  /**
   * Returns an empty collector with the same brackets and room for its part of many values, since
   * growing leaves the smaller arrays behind.
   *
   * @param times how many times as many values as this collector has counted it will count
   */
  public QuantileCollector sibling(double times) {
    QuantileCollector sibling = sibling();
    sibling.kept = new double[(int) (1.1 * times * size) + 1];
    return sibling;
  }

  /**
   * Counts values; NaN is not to be given.
   *
   * @param count how many of them count
   */
  public void add(double[] values, int count) {
    makeRoomFor(count);
    if (atoms.length > 0) {
      addBesideAtoms(values, count);
      return;
    }
    double[] target = kept;
    int end = size;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      int cell = cell(value);
      counts[cell]++;
      // written anew unless kept: a branch would be mispredicted for values near a bracket
      target[end] = value;
      end += keeps[cell];
    }
    size = end;
  }

  private void addBesideAtoms(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      double value = values[i];
      int atom = 0;
      while (atom < atoms.length && atoms[atom] != value) {
        atom++;
      }
      if (atom < atoms.length) {
        countsOfAtoms[atom]++;
      } else {
        int cell = cell(value);
        counts[cell]++;
        kept[size] = value;
        size += keeps[cell];
      }
    }
  }

  /** One place more than there are values to keep, since every value is first written. */
  private void makeRoomFor(int count) {
    if (size + count >= kept.length) {
      kept = Arrays.copyOf(kept, Math.max(kept.length + kept.length / 2, size + count + 1));
    }
  }

  /** Counts what another collector with the same brackets has counted. */
  public void add(QuantileCollector sibling) {
    for (int cell = 0; cell < CELLS; cell++) {
      counts[cell] += sibling.counts[cell];
    }
    for (int atom = 0; atom < atoms.length; atom++) {
      countsOfAtoms[atom] += sibling.countsOfAtoms[atom];
    }
    makeRoomFor(sibling.size);
    System.arraycopy(sibling.kept, 0, kept, size, sibling.size);
    size += sibling.size;
  }

  /** Lets go of what was kept, once it has been added to another collector. */
  public void clear() {
    kept = new double[0];
    size = 0;
  }

  /**
   * Returns the wanted quantiles of all values counted, NaN of no values.
   *
   * @return empty if a quantile lies in no bracket, so that its values were not kept
   */
  public Optional<double[]> quantiles() {
    return quantiles(wanted);
  }

  /**
   * Returns quantiles of all values counted, NaN of no values.
   *
   * @param asked probabilities near wanted ones
   * @return empty if a quantile lies in no bracket, so that its values were not kept
   */
  public Optional<double[]> quantiles(double[] asked) {
    long total = Arrays.stream(counts).asLongStream().sum() + Arrays.stream(countsOfAtoms).sum();
    double[] found = new double[asked.length];
    if (total == 0) {
      Arrays.fill(found, Double.NaN);
      return Optional.of(found);
    }
    Place[] below = new Place[asked.length];
    Place[] above = new Place[asked.length];
    BitSet cells = new BitSet();
    for (int i = 0; i < found.length; i++) {
      long rank = (long) Math.floor(asked[i] * (total - 1));
      below[i] = place(rank);
      above[i] = place(Math.min(rank + 1, total - 1));
      cells.set(below[i].cell);
      cells.set(above[i].cell);
    }
    if (cells.stream().anyMatch(cell -> keeps[cell] == 0)) {
      return Optional.empty();
    }
    double[][] values = sortedValuesOf(cells);
    for (int i = 0; i < found.length; i++) {
      double rank = asked[i] * (total - 1);
      found[i] =
          Quantiles.between(
              valueAt(below[i], values), valueAt(above[i], values), rank - Math.floor(rank));
    }
    return Optional.of(found);
  }

  /** Where a rank lies: in a cell, and there at a rank from 0. */
  private record Place(int cell, long rank) {}

  private Place place(long rank) {
    long within = rank;
    int cell = 0;
    for (long inCell = countOf(cell); within >= inCell; inCell = countOf(cell)) {
      within -= inCell;
      cell++;
    }
    return new Place(cell, within);
  }

  private long countOf(int cell) {
    long count = counts[cell];
    for (int atom = 0; atom < atoms.length; atom++) {
      count += cell(atoms[atom]) == cell ? countsOfAtoms[atom] : 0;
    }
    return count;
  }

  /** Returns the values of some cells, each in order; atoms are not among them. */
  private double[][] sortedValuesOf(BitSet cells) {
    double[][] values = new double[CELLS][];
    int[] filled = new int[CELLS];
    cells.stream().forEach(cell -> values[cell] = new double[counts[cell]]);
    for (int i = 0; i < size; i++) {
      int cell = cell(kept[i]);
      if (cells.get(cell)) {
        values[cell][filled[cell]++] = kept[i];
      }
    }
    cells.stream().forEach(cell -> Arrays.sort(values[cell]));
    return values;
  }

  private double valueAt(Place place, double[][] sortedValues) {
    double[] values = sortedValues[place.cell];
    long before = 0;
    for (int atom = 0; atom < atoms.length; atom++) {
      if (cell(atoms[atom]) == place.cell) {
        int smaller = -Arrays.binarySearch(values, atoms[atom]) - 1;
        if (place.rank < before + smaller) {
          break;
        }
        if (place.rank < before + smaller + countsOfAtoms[atom]) {
          return atoms[atom];
        }
        before += countsOfAtoms[atom];
      }
    }
    return values[(int) (place.rank - before)];
  }
}
