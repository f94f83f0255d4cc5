package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads the one size that a milestone or a growth has. */
final class SizeReader {
  private final AssumptionReader assumptions;
  private final Problems problems;

  SizeReader(AssumptionReader assumptions, Problems problems) {
    this.assumptions = assumptions;
    this.problems = problems;
  }

  /** A size with its kind. */
  record Size(PhaseParameter kind, Assumption amount) {}

  /**
   * Takes the size from a mapping; none and several are reported.
   *
   * @param path of the mapping
   * @param inherited the provenance of a size that states none
   * @param what the mapping is called in messages
   * @param domain of the size, in its base unit
   */
  Optional<Size> read(
      MappingReader reader, String path, Provenance inherited, String what, Domain domain) {
    Optional<Size> found = Optional.empty();
    List<String> written = new ArrayList<>();
    for (PhaseParameter kind : PhaseParameter.SIZES) {
      Optional<Node> node = reader.take(kind.key());
      if (node.isEmpty()) {
        continue;
      }
      written.add(kind.key());
      Optional<Assumption> amount =
          assumptions.measured(node, reader.path(kind.key()), allowed(kind, domain), inherited);
      if (amount.isPresent()) {
        found = Optional.of(new Size(kind, amount.get()));
      }
    }
    if (written.size() == 1) {
      return found;
    }
    if (!written.isEmpty() || !isMisspelt(reader)) {
      problems.error(
          reader.location(),
          path,
          written.isEmpty() ? "found no size in the " + what : "found " + written.size() + " sizes",
          "one of " + String.join(", ", PhaseParameter.SIZE_KEYS));
    }
    return Optional.empty();
  }

  private static AssumptionReader.Number allowed(PhaseParameter kind, Domain domain) {
    return new AssumptionReader.Number(kind.key(), kind.dimension(), domain);
  }

  /** Whether a key that is not known probably means a size, which is reported as such. */
  private boolean isMisspelt(MappingReader reader) {
    return reader.keys().stream()
        .anyMatch(key -> !problems.nearest(key, PhaseParameter.SIZE_KEYS).isEmpty());
  }
}
