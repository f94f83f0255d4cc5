package org.stargatecalc.uncertainty;

import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Uniform numbers addressed by (seed, draw, path): a function, not a sequence.
 *
 * <p>The same address gives the same number in any order and on any thread. With {@link
 * Sampling#SOBOL} draw i is point i of one scrambled net: a power of two of draws fills the cube
 * evenly, and so does each consecutive piece of them. The direction numbers are those of
 * commons-math3 (Joe and Kuo), of which the first dimensions are the best; the scramble is Owen's,
 * by the hash of Laine and Karras as improved by Vegdahl.
 */
public final class UniformSource {
  /** The most inputs for which there are direction numbers. */
  public static final int MOST_SOBOL_INPUTS = 1000;

  private static final int BITS = 32;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Sampling sampling;
  private final long[] streams;
  private final int[][] directions;

  /**
   * Creates a source.
   *
   * @param sampling how numbers are chosen; more than {@value #MOST_SOBOL_INPUTS} paths are always
   *     sampled at random
   * @param seed the seed
   * @param paths what is drawn; a path's random numbers do not depend on the other paths
   */
  public UniformSource(Sampling sampling, long seed, List<String> paths) {
    this.sampling = paths.size() > MOST_SOBOL_INPUTS ? Sampling.RANDOM : sampling;
    streams = new long[paths.size()];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = mix(mix(seed + GOLDEN) ^ hash(paths.get(i)));
    }
    directions =
        this.sampling == Sampling.SOBOL && !paths.isEmpty()
            ? directions(paths.size())
            : new int[0][0];
  }

  /** Returns how numbers are chosen. */
  public Sampling sampling() {
    return sampling;
  }

  /** Returns the number in (0, 1) of a path, by its index, in a draw, from 0. */
  public double at(long draw, int path) {
    if (sampling == Sampling.RANDOM) {
      return open(mix(streams[path] + draw * GOLDEN));
    }
    long key = mix(streams[path]);
    int scrambled = scramble(sobol((int) draw, directions[path]), (int) key);
    long low = mix(key + draw * GOLDEN) >>> 43;
    return open((Integer.toUnsignedLong(scrambled) << 32) | (low << 11));
  }

  /** Returns the middle of one of 2^53 equal parts of (0, 1). */
  private static double open(long bits) {
    return ((bits >>> 11) + 0.5) * TWO_TO_MINUS_53;
  }

  /** The finalizer of SplitMix64: Steele, Lea and Flood, OOPSLA 2014. */
  static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  private static long hash(String path) {
    long hash = path.length();
    for (int i = 0; i < path.length(); i++) {
      hash = mix(hash * 31 + path.charAt(i));
    }
    return hash;
  }

  private static int sobol(int index, int[] direction) {
    int point = 0;
    for (int rest = index, bit = 0; rest != 0; rest >>>= 1, bit++) {
      if ((rest & 1) != 0) {
        point ^= direction[bit];
      }
    }
    return point;
  }

  /** Owen's nested uniform scramble of a binary fraction. */
  private static int scramble(int point, int seed) {
    int x = Integer.reverse(point);
    x ^= x * 0x3d20adea;
    x += seed;
    x *= (seed >>> 16) | 1;
    x ^= x * 0x05526c56;
    x ^= x * 0x53a22864;
    return Integer.reverse(x);
  }

  /** The direction numbers, found from the points that the generator has at powers of two. */
  private static int[][] directions(int dimensions) {
    SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
    int[][] found = new int[dimensions][BITS];
    for (int bit = 0; bit < BITS - 1; bit++) {
      double[] point = generator.skipTo(1 << bit);
      for (int d = 0; d < dimensions; d++) {
        // The generator counts in Gray code: point 2^k joins directions k and k − 1.
        int here = (int) (long) (point[d] * 0x1.0p32);
        found[d][bit] = bit == 0 ? here : here ^ found[d][bit - 1];
      }
    }
    return found;
  }
}
