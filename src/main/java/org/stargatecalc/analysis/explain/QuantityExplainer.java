package org.stargatecalc.analysis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stargatecalc.analysis.explain.Explained.How;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Phase;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PrecisionRates;
import org.stargatecalc.scenario.Quantity;
import org.stargatecalc.scenario.Quantity.Operator;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.Steps;

/** What one GPU of a phase has or costs, down to the inputs. */
final class QuantityExplainer {
  private final Scenario scenario;
  private final Assumption discountRate;

  /**
   * Creates an explainer.
   *
   * @param discountRate as stated, whose number the scenario has
   */
  QuantityExplainer(Scenario scenario, Assumption discountRate) {
    this.scenario = scenario;
    this.discountRate = discountRate;
  }

  /** A quantity as a product: factors, and the mere changes of unit among them as a number. */
  record Factors(List<Explained> factors, double scale) {}

  /** Returns the factors of a quantity of a phase in an epoch. */
  Factors factors(Quantity quantity, Phase phase, int epoch) {
    List<Explained> over = new ArrayList<>();
    List<Explained> under = new ArrayList<>();
    double scale = collect(quantity, phase, epoch, over, under);
    if (under.isEmpty()) {
      return new Factors(over, scale);
    }
    return new Factors(List.of(quotient(quantity, over, under)), scale);
  }

  private static Explained quotient(
      Quantity quantity, List<Explained> over, List<Explained> under) {
    List<Explained> parts = new ArrayList<>();
    parts.add(over.size() == 1 ? over.get(0) : product("numerator", "", over, 1));
    parts.addAll(under);
    double value = parts.get(0).value();
    for (Explained part : under) {
      value /= part.value();
    }
    String formula = FormulaText.of(quantity);
    return Explained.of(How.QUOTIENT, formula, "", value, formula, parts);
  }

  static Explained product(String name, String unit, List<Explained> factors, double scale) {
    double value = scale;
    for (Explained factor : factors) {
      value *= factor.value();
    }
    return Explained.of(How.PRODUCT, name, unit, value, "", factors).scaled(scale);
  }

  /** Takes a product apart; returns the changes of unit in it. */
  private double collect(
      Quantity quantity, Phase phase, int epoch, List<Explained> over, List<Explained> under) {
    if (quantity instanceof Quantity.Case choice) {
      return collect(chosen(choice, phase), phase, epoch, over, under);
    }
    if (quantity instanceof Quantity.Constant constant && constant.text().isEmpty()) {
      return constant.value();
    }
    if (quantity instanceof Quantity.Operation operation) {
      if (operation.operator() == Operator.TIMES) {
        return collect(operation.left(), phase, epoch, over, under)
            * collect(operation.right(), phase, epoch, over, under);
      }
      if (operation.operator() == Operator.OVER) {
        return collect(operation.left(), phase, epoch, over, under)
            / collect(operation.right(), phase, epoch, under, over);
      }
    }
    if (!(quantity instanceof Quantity.Constant constant && constant.value() == 1)) {
      over.add(of(quantity, phase, epoch));
    }
    return 1;
  }

  private static Quantity chosen(Quantity.Case choice, Phase phase) {
    return choice.when().holds(phase.spec()) ? choice.then() : choice.otherwise();
  }

  /** Returns a quantity of a phase in an epoch, in the base unit. */
  Explained of(Quantity quantity, Phase phase, int epoch) {
    if (quantity instanceof Quantity.Named named) {
      Explained inner = of(named.of(), phase, epoch);
      Quantity chosen = named.of() instanceof Quantity.Case c ? chosen(c, phase) : named.of();
      String formula = chosen instanceof Quantity.Named ? inner.formula() : FormulaText.of(chosen);
      return isLeaf(inner)
          ? Explained.of(
              How.PRODUCT, name(named), unit(named), inner.value(), formula, List.of(inner))
          : inner.called(name(named), unit(named), formula);
    }
    if (quantity instanceof Quantity.Case choice) {
      Quantity chosen = chosen(choice, phase);
      Explained inner = of(chosen, phase, epoch);
      return inner.note().isEmpty() ? inner.noted(because(choice, phase)) : inner;
    }
    if (quantity instanceof Quantity.Parameter parameter) {
      return parameter(parameter.parameter(), phase, epoch);
    }
    if (quantity instanceof Quantity.Constant constant) {
      return Explained.constant(constant.text(), "", constant.value());
    }
    if (quantity instanceof Quantity.Operation operation) {
      return operation(operation, phase, epoch);
    }
    if (quantity instanceof Quantity.YearlyShare share) {
      Explained years = of(share.years(), phase, epoch);
      double value = scenario.amortization().perYear(scenario.discountRate(), years.value());
      return spread("yearly cost of a dollar", value, FormulaText.of(quantity), years);
    }
    if (quantity instanceof Quantity.WhileBuilding building) {
      Explained years = of(building.years(), phase, epoch);
      double value = scenario.amortization().whileBuilding(scenario.discountRate(), years.value());
      return spread("a dollar when built", value, FormulaText.of(quantity), years);
    }
    if (quantity instanceof Quantity.AtPrecision at) {
      return atPrecision(at, phase);
    }
    Quantity.Catalogued catalogued = (Quantity.Catalogued) quantity;
    return Explained.constant(
        catalogued.rate().text(), "FLOP/s", catalogued.rate().of(phase.spec()));
  }

  private static String name(Quantity.Named named) {
    return named.symbol() + ", " + named.meaning();
  }

  private static String unit(Quantity.Named named) {
    return named.unit().equals("1") ? "share" : named.unit();
  }

  private static boolean isLeaf(Explained value) {
    return value.how() == How.INPUT || value.how() == How.CONSTANT;
  }

  /** Why a choice fell as it did, where that is said in a word. */
  private static String because(Quantity.Case choice, Phase phase) {
    boolean holds = choice.when().holds(phase.spec());
    boolean isWord = choice.when().text().indexOf(' ') < 0;
    return holds ? choice.when().text() : isWord ? "not " + choice.when().text() : "";
  }

  private Explained operation(Quantity.Operation operation, Phase phase, int epoch) {
    String formula = FormulaText.of(operation);
    List<Explained> parts = new ArrayList<>();
    switch (operation.operator()) {
      case TIMES, OVER -> {
        Factors factors = factors(operation, phase, epoch);
        return factors.factors().size() == 1 && factors.scale() == 1
            ? factors.factors().get(0)
            : product(formula, "", factors.factors(), factors.scale()).called(formula, "", formula);
      }
      case PLUS -> {
        addends(operation, phase, epoch, parts);
        return Explained.of(How.SUM, formula, "", sum(parts), formula, parts);
      }
      case MINUS -> {
        parts.add(of(operation.left(), phase, epoch));
        parts.add(of(operation.right(), phase, epoch));
        double value = parts.get(0).value() - parts.get(1).value();
        return Explained.of(How.DIFFERENCE, formula, "", value, formula, parts);
      }
      case LEAST -> {
        parts.add(of(operation.left(), phase, epoch));
        parts.add(of(operation.right(), phase, epoch));
        double value = Math.min(parts.get(0).value(), parts.get(1).value());
        return Explained.of(How.LEAST, formula, parts.get(0).unit(), value, formula, parts);
      }
    }
    throw new IllegalStateException(formula);
  }

  private void addends(Quantity quantity, Phase phase, int epoch, List<Explained> parts) {
    if (quantity instanceof Quantity.Operation operation && operation.operator() == Operator.PLUS) {
      addends(operation.left(), phase, epoch, parts);
      addends(operation.right(), phase, epoch, parts);
    } else {
      parts.add(of(quantity, phase, epoch));
    }
  }

  static double sum(List<Explained> parts) {
    double sum = 0;
    for (Explained part : parts) {
      sum += part.value();
    }
    return sum;
  }

  private Explained spread(String name, double value, String formula, Explained years) {
    List<Explained> restsOn =
        List.of(
            Explained.input("discount_rate", "1", scenario.discountRate(), discountRate), years);
    return Explained.of(How.RESULT, name, "", value, formula, restsOn)
        .noted("amortization: " + scenario.amortization().id());
  }

  /** Returns a parameter of a phase as an input, by its value in an epoch. */
  Explained parameter(PhaseParameter parameter, Phase phase, int epoch) {
    double value = phase.get(parameter, epoch);
    Assumption assumption = assumption(parameter, phase, epoch);
    Explained input = Explained.input(parameter.key(), unit(assumption), value, assumption);
    boolean isRest = value != assumption.median() && PhaseParameter.SHARES.contains(parameter);
    return isRest ? input.noted("what the other shares leave") : input;
  }

  static String unit(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Measured measured
        ? measured.dimension().baseUnit()
        : "date";
  }

  private static Assumption assumption(PhaseParameter parameter, Phase phase, int epoch) {
    Assumption first = Objects.requireNonNull(phase.spec().parameters().get(parameter));
    Steps steps = phase.spec().steps().get(parameter);
    if (steps == null || epoch == 0) {
      return first;
    }
    double day = phase.epochs().days()[epoch - 1];
    Assumption inForce = first;
    for (Steps.Step step : steps.later()) {
      if (step.from().toEpochDay() <= day) {
        inForce = step.value();
      }
    }
    return inForce;
  }

  private static Explained atPrecision(Quantity.AtPrecision at, Phase phase) {
    PrecisionRates rates = Objects.requireNonNull(phase.spec().rates().get(at.precision()));
    Optional<Assumption> rate =
        switch (at.rate()) {
          case OF_CHIP -> rates.ofChip();
          case FLOPS -> rates.flops();
          case MFU -> Optional.of(rates.mfu());
        };
    String name = at.rate().text(at.precision());
    return rate.isPresent()
        ? Explained.input(name, unit(rate.get()), phase.get(at), rate.get())
        : Explained.constant(name, "FLOP/s", Double.NaN);
  }
}
