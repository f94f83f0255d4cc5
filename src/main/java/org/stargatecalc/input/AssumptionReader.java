package org.stargatecalc.input;

import java.util.Optional;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.Node;
import org.stargatecalc.uncertainty.Distribution;

/** Reads values that are used where they are written: of a plan, a constraint, a risk. */
final class AssumptionReader {
  private final ValueReader values;
  private final UsualCheck usual;

  AssumptionReader(ValueReader values, UsualCheck usual) {
    this.values = values;
    this.usual = usual;
  }

  /** Reads a date, if there is one; without a source of its own it has the inherited one. */
  Optional<Assumption> dated(Optional<Node> node, String path, Provenance inherited) {
    Optional<ValueReader.Stated> stated = stated(node, path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Optional<Distribution> date = values.instant(stated.get().node(), path);
    return date.isEmpty()
        ? Optional.empty()
        : given(path, new AssumedValue.Dated(date.get()), stated.get(), inherited);
  }

  /** A number that is read wherever it stands: the key of its usual range, and what it may be. */
  record Number(String key, Dimension dimension, Domain domain) {
    static Number of(PhaseParameter parameter) {
      return new Number(parameter.key(), parameter.dimension(), parameter.domain());
    }
  }

  /** Reads a number, if there is one; without a source of its own it has the inherited one. */
  Optional<Assumption> measured(
      Optional<Node> node, String path, Number kind, Provenance inherited) {
    Optional<ValueReader.Stated> stated = stated(node, path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Optional<Distribution> number =
        values.number(stated.get().node(), path, kind.dimension(), kind.domain(), 1);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    usual.check(kind.key(), stated.get().node(), path, number.get(), kind.dimension());
    AssumedValue value = new AssumedValue.Measured(number.get(), kind.dimension());
    return given(path, value, stated.get(), inherited);
  }

  /** Reads a chance, which is known; what it decides is drawn. */
  Optional<Assumption> chance(Optional<Node> node, String path) {
    Optional<ValueReader.Stated> stated = stated(node, path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> chance =
        values.certain(stated.get().node(), path, Dimension.SHARE, Domain.SHARE);
    return chance.isEmpty()
        ? Optional.empty()
        : given(
            path,
            new AssumedValue.Measured(new Distribution.Certain(chance.get()), Dimension.SHARE),
            stated.get(),
            Provenance.NONE);
  }

  private Optional<ValueReader.Stated> stated(Optional<Node> node, String path) {
    return node.isEmpty() ? Optional.empty() : values.stated(node.get(), path);
  }

  private static Optional<Assumption> given(
      String path, AssumedValue value, ValueReader.Stated stated, Provenance inherited) {
    Provenance provenance = stated.provenance().orElse(inherited);
    return Optional.of(new Assumption(path, path, value, Origin.GIVEN, provenance));
  }
}
