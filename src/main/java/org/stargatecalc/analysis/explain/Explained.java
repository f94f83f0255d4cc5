package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.word.Worded;

/**
 * A value and what it is made of.
 *
 * @param how how the value follows from its parts
 * @param name what it is, in a few words
 * @param unit of the value; {@code 1} for a share or a ratio, empty where there is none
 * @param value the value; NaN where it is undefined
 * @param scale what the parts together are multiplied by to reach the unit, such as 1e-9 from USD
 *     to USD bn
 * @param formula in words and symbols, empty for what has none
 * @param note what else is to be said of it, empty if nothing
 * @param phase id of the phase that it belongs to, where it is one phase's part of a sum
 * @param input what was written or assumed, where it is an input
 * @param parts what it is made of; of a result, what it rests on
 */
public record Explained(
    How how,
    String name,
    String unit,
    double value,
    double scale,
    String formula,
    String note,
    Optional<String> phase,
    Optional<Assumption> input,
    List<Explained> parts) {
  /** Copies the parts. */
  public Explained {
    parts = List.copyOf(parts);
  }

  /** How a value follows from its parts. */
  public enum How implements Worded {
    /** All together. */
    SUM,
    /** The first less the others. */
    DIFFERENCE,
    /** One times the other. */
    PRODUCT,
    /** The first over the others. */
    QUOTIENT,
    /** The largest of them. */
    LARGEST,
    /** The smallest of them. */
    LEAST,
    /** The decimal logarithm. */
    LOGARITHM,
    /** What code finds; its parts are what it rests on. */
    RESULT,
    /** A number, date or word that was written or assumed. */
    INPUT,
    /** A number that no scenario changes. */
    CONSTANT
  }

  /** Creates a value that follows from its parts. */
  static Explained of(
      How how, String name, String unit, double value, String formula, List<Explained> parts) {
    return new Explained(
        how,
        plain(name),
        unit,
        value,
        1,
        plain(formula),
        "",
        Optional.empty(),
        Optional.empty(),
        parts);
  }

  /** Pages mark ids in formulas. */
  private static String plain(String marked) {
    return marked.replace("`", "");
  }

  /** Creates a number that no scenario changes. */
  static Explained constant(String name, String unit, double value) {
    return of(How.CONSTANT, name, unit, value, "", List.of());
  }

  /** Creates an input. */
  static Explained input(String name, String unit, double value, Assumption assumption) {
    return new Explained(
        How.INPUT,
        name,
        unit,
        value,
        1,
        "",
        "",
        Optional.empty(),
        Optional.of(assumption),
        List.of());
  }

  /** Returns this value under another name and in another unit, its parts scaled to it. */
  Explained called(String itsName, String itsUnit, String itsFormula) {
    return new Explained(
        how, plain(itsName), itsUnit, value, scale, plain(itsFormula), note, phase, input, parts);
  }

  /** Returns a value of the same kind that is another number and has no parts. */
  public Explained withValue(double other) {
    return of(How.RESULT, name, unit, other, "", List.of());
  }

  Explained scaled(double itsScale) {
    return new Explained(how, name, unit, value, itsScale, formula, note, phase, input, parts);
  }

  Explained noted(String itsNote) {
    return new Explained(how, name, unit, value, scale, formula, itsNote, phase, input, parts);
  }

  Explained ofPhase(String id) {
    return new Explained(
        how, name, unit, value, scale, formula, note, Optional.of(id), input, parts);
  }

  Explained with(List<Explained> others) {
    return new Explained(how, name, unit, value, scale, formula, note, phase, input, others);
  }

  /** Returns the value as its parts give it; the value itself where it is not made of parts. */
  public double recombined() {
    if (parts.isEmpty()) {
      return value;
    }
    double first = parts.get(0).value();
    double together = first;
    for (int i = 1; i < parts.size(); i++) {
      double next = parts.get(i).value();
      together =
          switch (how) {
            case SUM -> together + next;
            case DIFFERENCE -> together - next;
            case PRODUCT -> together * next;
            case QUOTIENT -> together / next;
            case LARGEST -> Math.max(together, next);
            case LEAST -> Math.min(together, next);
            case LOGARITHM, RESULT, INPUT, CONSTANT -> together;
          };
    }
    return switch (how) {
      case RESULT, INPUT, CONSTANT -> value;
      case LOGARITHM -> first > 0 ? StrictMath.log10(first) : Double.NaN;
      case SUM, DIFFERENCE, PRODUCT, QUOTIENT, LARGEST, LEAST -> together * scale;
    };
  }

  /** Returns this value with all that stands below it, itself first. */
  public List<Explained> all() {
    List<Explained> all = new ArrayList<>();
    addTo(all);
    return all;
  }

  private void addTo(List<Explained> all) {
    all.add(this);
    for (Explained part : parts) {
      part.addTo(all);
    }
  }

  /**
   * Returns this value with the parts of other phases folded into one, or as it is if the phase has
   * no part in it.
   */
  public Explained onlyOf(String id) {
    List<Explained> kept = new ArrayList<>();
    List<Explained> others = new ArrayList<>();
    boolean bySum = how == How.SUM || how == How.LARGEST;
    for (Explained part : parts) {
      boolean isOther = part.phase().isPresent() && !part.phase().get().equals(id);
      if (isOther && bySum) {
        others.add(part);
      } else {
        kept.add(part.phase().isPresent() ? part : part.onlyOf(id));
      }
    }
    if (!others.isEmpty()) {
      kept.add(Folded.of(others, unit, how));
    }
    return with(kept);
  }
}
