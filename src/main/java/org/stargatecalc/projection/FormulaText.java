package org.stargatecalc.projection;

import org.stargatecalc.scenario.Quantity;

/**
 * Formulas in words: Σ GPUs installed × it_w.
 *
 * <p>A formula that is a metric's own is called by the metric's id, a parameter by its key; mere
 * changes of unit are left out.
 */
public final class FormulaText {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int OPERAND = 3;

  private FormulaText() {}

  /** Returns how a metric follows. */
  public static String of(Metric metric) {
    return of(metric.formula());
  }

  private static String named(Formula formula) {
    for (Metric metric : Metric.values()) {
      if (metric.formula() == formula) {
        return "`" + metric.id() + "`";
      }
    }
    return of(formula);
  }

  /** Returns how a formula follows from what it is made of. */
  public static String of(Formula formula) {
    if (formula instanceof Formula.SumOverPhases sum) {
      return "Σ " + product(sum.state(), sum.perGpu());
    }
    if (formula instanceof Formula.LargestGroup largest) {
      return "the largest, by `"
          + largest.grouping().key()
          + "`, of Σ "
          + product(largest.state(), largest.perGpu());
    }
    if (formula instanceof Formula.InLargestGroup in) {
      return "Σ "
          + product(in.largest().state(), in.perGpu())
          + " in the `"
          + in.largest().grouping().key()
          + "` of "
          + named(in.largest());
    }
    if (formula instanceof Formula.SumOf sum) {
      StringBuilder text = new StringBuilder();
      for (Formula part : sum.parts()) {
        text.append(text.isEmpty() ? "" : " + ").append(named(part));
      }
      return text.toString();
    }
    if (formula instanceof Formula.Scaled scaled) {
      String by = scaled.by().text();
      return named(scaled.of()) + (by.isEmpty() ? "" : " × " + by);
    }
    if (formula instanceof Formula.Quotient quotient) {
      return "(" + named(quotient.over()) + ") / (" + named(quotient.under()) + ")";
    }
    if (formula instanceof Formula.RunningTotal total) {
      return "Σ " + named(total.of()) + " to date";
    }
    if (formula instanceof Formula.Difference difference) {
      return named(difference.of()) + " − " + named(difference.less());
    }
    if (formula instanceof Formula.Shortened shortened) {
      return of(shortened.of());
    }
    return formula instanceof Algorithm algorithm
        ? algorithm.text()
        : ((Formula.Word) formula).text();
  }

  private static String product(State state, Quantity perGpu) {
    if (perGpu instanceof Quantity.Constant constant && constant.value() == 1) {
      return state.label();
    }
    return state.label() + " × " + of(perGpu, PRODUCT);
  }

  /** Returns a quantity per GPU, in brackets where it binds weaker than its surroundings. */
  public static String of(Quantity quantity) {
    return of(quantity, 0);
  }

  private static String of(Quantity quantity, int surroundings) {
    if (quantity instanceof Quantity.Operation operation) {
      return operation(operation, surroundings);
    }
    if (quantity instanceof Quantity.Case choice) {
      return choice(choice, surroundings);
    }
    if (quantity instanceof Quantity.Parameter parameter) {
      return "`" + parameter.parameter().key() + "`";
    }
    if (quantity instanceof Quantity.Named named) {
      return named.symbol();
    }
    if (quantity instanceof Quantity.YearlyShare share) {
      return "a(`discount_rate`, " + of(share.years()) + ")";
    }
    if (quantity instanceof Quantity.AtPrecision at) {
      return at.rate().text(at.precision());
    }
    if (quantity instanceof Quantity.WhileBuilding building) {
      return "b(`discount_rate`, " + of(building.years()) + ")";
    }
    return quantity instanceof Quantity.Catalogued catalogued
        ? "(" + catalogued.rate().text() + ")"
        : ((Quantity.Constant) quantity).text();
  }

  private static String operation(Quantity.Operation operation, int surroundings) {
    boolean isChangeOfUnit =
        operation.right() instanceof Quantity.Constant constant && constant.text().isEmpty();
    if (isChangeOfUnit) {
      return of(operation.left(), surroundings);
    }
    Quantity left = operation.left();
    Quantity right = operation.right();
    return switch (operation.operator()) {
      case TIMES -> in(of(left, PRODUCT) + " × " + of(right, PRODUCT), PRODUCT, surroundings);
      case OVER -> in(of(left, PRODUCT) + " / " + of(right, OPERAND), PRODUCT, surroundings);
      case PLUS -> in(of(left, SUM) + " + " + of(right, SUM), SUM, surroundings);
      case MINUS -> in(of(left, SUM) + " − " + of(right, PRODUCT), SUM, surroundings);
      case LEAST -> "min(" + of(left) + ", " + of(right) + ")";
    };
  }

  private static String choice(Quantity.Case choice, int surroundings) {
    String condition = choice.when().text();
    if (isNothing(choice.otherwise())) {
      return of(choice.then(), PRODUCT) + " (" + condition + ")";
    }
    if (isNothing(choice.then())) {
      return of(choice.otherwise(), PRODUCT) + " (not " + condition + ")";
    }
    String text = of(choice.then()) + " if " + condition + ", else " + of(choice.otherwise());
    return surroundings > 0 ? "(" + text + ")" : text;
  }

  private static boolean isNothing(Quantity quantity) {
    return quantity instanceof Quantity.Constant constant && constant.value() == 0;
  }

  private static String in(String text, int binding, int surroundings) {
    return binding < surroundings ? "(" + text + ")" : text;
  }
}
