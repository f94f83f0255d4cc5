package org.stargatecalc.input;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.RiskSpec;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;

/** Reads {@code risks}: what may happen, how likely it is and how long it delays which phases. */
final class RiskReader {
  private final NamedReader named;
  private final AssumptionReader assumptions;
  private final AppliesTo phases;

  RiskReader(NamedReader named, AssumptionReader assumptions, AppliesTo phases) {
    this.named = named;
    this.assumptions = assumptions;
    this.phases = phases;
  }

  List<RiskSpec> read(Node node) {
    return named.list(
        node, "risks", "risk", "a mapping such as {probability: 40%, delay: 6 months}", this::risk);
  }

  private Optional<RiskSpec> risk(String id, String path, MappingReader reader) {
    Optional<Assumption> probability =
        assumptions.chance(
            reader.require("probability", "a share such as 40%"), path + ".probability");
    Optional<Assumption> delay =
        assumptions.measured(
            reader.require("delay", "a duration such as 6 months"),
            path + ".delay",
            AssumptionReader.Number.of(PhaseParameter.DELAY),
            Provenance.NONE);
    Set<String> appliesTo = phases.read(reader, path);
    reader.finish();
    return probability.isEmpty() || delay.isEmpty()
        ? Optional.empty()
        : Optional.of(new RiskSpec(id, probability.get(), delay.get(), appliesTo));
  }
}
