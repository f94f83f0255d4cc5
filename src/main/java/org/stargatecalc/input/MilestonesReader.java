package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads {@code milestones}: sizes of one kind, on rising dates. */
final class MilestonesReader {
  private final AssumptionReader assumptions;
  private final SizeReader sizes;
  private final Problems problems;

  MilestonesReader(AssumptionReader assumptions, SizeReader sizes, Problems problems) {
    this.assumptions = assumptions;
    this.sizes = sizes;
    this.problems = problems;
  }

  /** A milestone with the kind of its size. */
  private record Milestone(PhaseParameter kind, Plan.Step step) {}

  Optional<Plan> read(ValueReader.Stated stated, String path) {
    Node node = stated.node();
    if (!(node instanceof Node.Sequence list) || list.items().isEmpty()) {
      problems.error(
          node.location(),
          path,
          "found " + (node instanceof Node.Sequence ? "an empty list" : node.describe()),
          "a list such as [{by: 2026-06, facility_power: 300 MW}]");
      return Optional.empty();
    }
    List<Plan.Step> steps = new ArrayList<>();
    Optional<PhaseParameter> kind = Optional.empty();
    boolean complete = true;
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String itemPath = path + "[" + i + "]";
      Optional<Milestone> read = milestone(item, itemPath, stated.provenance());
      if (read.isEmpty()) {
        complete = false;
        continue;
      }
      Milestone milestone = read.get();
      if (kind.isPresent()) {
        complete &= isOfKind(kind.get(), milestone.kind(), item, itemPath);
        complete &= follows(steps.get(steps.size() - 1), milestone.step(), item, itemPath);
      } else {
        kind = Optional.of(milestone.kind());
      }
      steps.add(milestone.step());
    }
    return complete && kind.isPresent()
        ? Optional.of(new Plan.Milestones(kind.get(), steps, false))
        : Optional.empty();
  }

  private Optional<Milestone> milestone(Node item, String path, Provenance inherited) {
    Optional<MappingReader> opened =
        MappingReader.open(
            item, path, "a milestone such as {by: 2026-06, gpu_count: 100k}", problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = opened.get();
    Optional<Assumption> by =
        assumptions.dated(reader.require("by", "a date"), reader.path("by"), inherited);
    Optional<SizeReader.Size> size =
        sizes.read(reader, path, inherited, "milestone", Domain.NOT_NEGATIVE);
    reader.finish();
    return by.isEmpty() || size.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Milestone(size.get().kind(), new Plan.Step(by.get(), size.get().amount())));
  }

  private boolean isOfKind(PhaseParameter first, PhaseParameter kind, Node item, String path) {
    if (kind != first) {
      problems.error(
          item.location(),
          path,
          "found " + kind.key(),
          first.key() + " as in the milestones before");
    }
    return kind == first;
  }

  private boolean follows(Plan.Step last, Plan.Step next, Node item, String path) {
    boolean later = next.by().median() > last.by().median();
    if (!later) {
      problems.error(
          item.location(), path + ".by", "found a date not after the one before", "later dates");
    }
    return later;
  }
}
