package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/** The numbers and dates that stand at a level by themselves: all but the shares of the split. */
final class NumberKeys implements LevelKeys {
  private static final Map<String, PhaseParameter> NUMBERS = new LinkedHashMap<>();

  static {
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!PhaseParameter.SHARES.contains(parameter)) {
        NUMBERS.put(parameter.key(), parameter);
      }
    }
  }

  private final ValueReader values;
  private final UsualCheck usual;
  private final Problems problems;

  NumberKeys(ValueReader values, UsualCheck usual, Problems problems) {
    this.values = values;
    this.usual = usual;
    this.problems = problems;
  }

  @Override
  public void read(MappingReader reader, WrittenParameters level) {
    reader.know(NUMBERS.keySet());
    for (String key : reader.keys()) {
      PhaseParameter parameter = NUMBERS.get(key);
      if (parameter != null) {
        number(reader, level, parameter);
      }
    }
  }

  private void number(MappingReader reader, WrittenParameters level, PhaseParameter parameter) {
    Node node = reader.take(parameter.key()).orElseThrow();
    String path = reader.path(parameter.key());
    if (parameter.changesInSteps() && StepsReader.isStepped(node)) {
      if (!steps(node, path, level, parameter)) {
        level.broken.add(parameter.key());
      }
      return;
    }
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    Optional<AssumedValue> value =
        stated.isEmpty() ? Optional.empty() : value(stated.get().node(), path, parameter);
    if (stated.isEmpty() || value.isEmpty()) {
      level.broken.add(parameter.key());
      return;
    }
    level.numbers.put(
        parameter,
        new WrittenParameters.Value(
            value.get(), stated.get().provenance(), stated.get().node().location(), path));
  }

  /** Reads a value that changes with time; returns whether it could. */
  private boolean steps(Node node, String path, WrittenParameters level, PhaseParameter parameter) {
    Optional<List<StepsReader.Step<AssumedValue>>> steps =
        new StepsReader(values, problems).read(node, path, (n, at) -> value(n, at, parameter));
    if (steps.isEmpty()) {
      return false;
    }
    List<WrittenParameters.Step> later = new ArrayList<>();
    StepsReader.Step<AssumedValue> first = steps.get().get(0);
    for (StepsReader.Step<AssumedValue> step : steps.get().subList(1, steps.get().size())) {
      if (!dimensionOf(step.value()).equals(dimensionOf(first.value()))) {
        problems.error(
            step.node().location(),
            step.path(),
            "found "
                + dimensionOf(step.value()).noun()
                + " after "
                + dimensionOf(first.value()).noun(),
            "one kind of value in all steps");
        return false;
      }
      later.add(new WrittenParameters.Step(step.from(), written(step), false));
    }
    level.numbers.put(parameter, written(first));
    level.later.put(parameter, new WrittenParameters.Later(first.from(), later));
    return true;
  }

  private static WrittenParameters.Value written(StepsReader.Step<AssumedValue> step) {
    return new WrittenParameters.Value(
        step.value(), step.provenance(), step.node().location(), step.path());
  }

  private static Dimension dimensionOf(AssumedValue value) {
    return ((AssumedValue.Measured) value).dimension();
  }

  private Optional<AssumedValue> value(Node node, String path, PhaseParameter parameter) {
    if (parameter.isDate()) {
      Optional<Distribution> date = values.instant(node, path);
      return date.isEmpty() ? Optional.empty() : Optional.of(new AssumedValue.Dated(date.get()));
    }
    if (parameter.isWhole() || parameter == PhaseParameter.PROBABILITY) {
      return known(node, path, parameter);
    }
    Dimension dimension = dimension(node, parameter);
    Optional<Distribution> number =
        values.number(node, path, dimension, parameter.domain(), parameter.daysPerBareNumber());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (parameter.needsUnit() && isBare(node)) {
      problems.error(
          node.location(),
          path,
          "found " + node.describe() + " without a unit",
          eitherOf(parameter.dimension(), parameter.alternative().orElseThrow()));
      return Optional.empty();
    }
    usual.check(parameter.key(), node, path, number.get(), dimension);
    return Optional.of(new AssumedValue.Measured(number.get(), dimension));
  }

  private static boolean isBare(Node node) {
    return node instanceof Node.Scalar scalar
        && !scalar.isNull()
        && NumberReader.isBare(scalar.text());
  }

  private static String eitherOf(Dimension one, Dimension other) {
    return one.noun()
        + ", such as "
        + one.example()
        + ", or "
        + other.noun()
        + ", such as "
        + other.example();
  }

  /** Returns what a parameter measures as its unit says, where more than one is possible. */
  static Dimension dimension(Node node, PhaseParameter parameter) {
    Optional<Dimension> alternative = parameter.alternative();
    if (alternative.isEmpty() || reads(node, parameter.dimension())) {
      return parameter.dimension();
    }
    // a form that is corrected in the other dimension is meant in it
    List<Problem> faults = faults(node, alternative.get());
    return faults.isEmpty() || faults.get(0).expected().contains(": write ")
        ? alternative.get()
        : parameter.dimension();
  }

  private static boolean reads(Node node, Dimension dimension) {
    return faults(node, dimension).isEmpty();
  }

  private static List<Problem> faults(Node node, Dimension dimension) {
    Problems silent = new Problems();
    new ValueReader(silent).number(node, "", dimension, Domain.ANY, 1);
    return silent.errors();
  }

  /** A number of sites or systems and a chance are known; what the chance decides is drawn. */
  private Optional<AssumedValue> known(Node node, String path, PhaseParameter parameter) {
    Optional<Double> number = values.certain(node, path, parameter.dimension(), parameter.domain());
    if (parameter.isWhole() && number.isPresent() && number.get() != Math.rint(number.get())) {
      problems.error(node.location(), path, "found " + node.describe(), "a whole number ≥ 1");
      return Optional.empty();
    }
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Distribution known = new Distribution.Certain(number.get());
    usual.check(parameter.key(), node, path, known, parameter.dimension());
    return Optional.of(new AssumedValue.Measured(known, parameter.dimension()));
  }
}
