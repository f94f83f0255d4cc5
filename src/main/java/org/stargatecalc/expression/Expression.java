package org.stargatecalc.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that is true or not of a result. */
public sealed interface Expression {
  /** Returns the comparisons in it, in their order. */
  default List<Comparison> comparisons() {
    List<Comparison> found = new ArrayList<>();
    collect(found);
    return found;
  }

  /** Adds the comparisons in it to a list. */
  void collect(List<Comparison> into);

  /**
   * A measure compared with a bound.
   *
   * @param measure what is measured
   * @param operator how it is compared
   * @param bound in the measure's unit; NaN for a word
   * @param word the verdict that is expected, empty for a number
   * @param text as written
   */
  record Comparison(
      Measure measure, Operator operator, double bound, Optional<String> word, String text)
      implements Expression {
    @Override
    public void collect(List<Comparison> into) {
      into.add(this);
    }
  }

  /**
   * True if all parts are.
   *
   * @param parts at least two
   */
  record All(List<Expression> parts) implements Expression {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public void collect(List<Comparison> into) {
      parts.forEach(part -> part.collect(into));
    }
  }

  /**
   * True if any part is.
   *
   * @param parts at least two
   */
  record Any(List<Expression> parts) implements Expression {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public void collect(List<Comparison> into) {
      parts.forEach(part -> part.collect(into));
    }
  }

  /**
   * True if the part is not.
   *
   * @param part what must not be
   */
  record Not(Expression part) implements Expression {
    @Override
    public void collect(List<Comparison> into) {
      part.collect(into);
    }
  }
}
