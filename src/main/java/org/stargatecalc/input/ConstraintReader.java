package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ConstraintSpec;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads {@code constraints}: what holds phases back, as a level or as a supply. */
final class ConstraintReader {
  private final NamedReader named;
  private final ValueReader values;
  private final AssumptionReader assumptions;
  private final AppliesTo phases;
  private final Horizon horizon;
  private final Problems problems;

  ConstraintReader(
      NamedReader named,
      ValueReader values,
      AssumptionReader assumptions,
      AppliesTo phases,
      Horizon horizon,
      Problems problems) {
    this.named = named;
    this.values = values;
    this.assumptions = assumptions;
    this.phases = phases;
    this.horizon = horizon;
    this.problems = problems;
  }

  List<ConstraintSpec> read(Node node) {
    return named.list(
        node, "constraints", "constraint", "what the constraint limits", this::constraint);
  }

  private Optional<ConstraintSpec> constraint(String id, String path, MappingReader reader) {
    Optional<PhaseParameter> limits =
        reader
            .require("limits", "one of " + String.join(", ", PhaseParameter.SIZE_KEYS))
            .flatMap(n -> values.word(n, path + ".limits", PhaseParameter.SIZE_KEYS))
            .map(ConstraintReader::size);
    Set<String> appliesTo = phases.read(reader, path);
    Optional<Node> available = reader.take("available");
    Optional<Node> supply = reader.take("supply");
    reader.finish();
    if (available.isPresent() == supply.isPresent()) {
      problems.error(
          reader.location(),
          path,
          available.isPresent()
              ? "found available beside supply"
              : "found no available and no supply",
          "either available: [{from: DATE, at: LEVEL}] or supply: {YEAR: AMOUNT}");
      return Optional.empty();
    }
    if (limits.isEmpty()) {
      return Optional.empty();
    }
    Optional<ConstraintSpec.Availability> availability =
        available.isPresent()
            ? levels(available.get(), path + ".available", limits.get())
            : supply(supply.orElseThrow(), path + ".supply", limits.get());
    return availability.map(a -> new ConstraintSpec(id, limits.get(), appliesTo, a));
  }

  /** How much of the limited thing there may be: none, too. */
  private static AssumptionReader.Number amount(PhaseParameter limits) {
    return new AssumptionReader.Number(limits.key(), limits.dimension(), Domain.NOT_NEGATIVE);
  }

  private static PhaseParameter size(String key) {
    return PhaseParameter.SIZES.get(PhaseParameter.SIZE_KEYS.indexOf(key));
  }

  private Optional<ConstraintSpec.Availability> levels(
      Node node, String path, PhaseParameter limits) {
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    if (!(stated.get().node() instanceof Node.Sequence list) || list.items().isEmpty()) {
      problems.error(
          node.location(), path, "found " + stated.get().node().describe(), "a list of {from, at}");
      return Optional.empty();
    }
    List<Plan.Step> steps = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < list.items().size(); i++) {
      String itemPath = path + "[" + i + "]";
      Node item = list.items().get(i);
      Optional<Plan.Step> step = level(item, itemPath, limits, stated.get().provenance());
      if (step.isEmpty()) {
        complete = false;
        continue;
      }
      if (!steps.isEmpty() && !isLater(step.get(), steps.get(steps.size() - 1))) {
        problems.error(
            item.location(),
            itemPath + ".from",
            "found a date not after the one before",
            "later dates");
        complete = false;
      }
      steps.add(step.get());
    }
    return complete ? Optional.of(new ConstraintSpec.Levels(steps)) : Optional.empty();
  }

  private Optional<Plan.Step> level(
      Node item, String path, PhaseParameter limits, Provenance inherited) {
    Optional<MappingReader> opened =
        MappingReader.open(item, path, "{from: DATE, at: LEVEL}", problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = opened.get();
    Optional<Assumption> from =
        assumptions.dated(reader.require("from", "a date"), path + ".from", inherited);
    Optional<Assumption> at =
        assumptions.measured(
            reader.require("at", "a level"), path + ".at", amount(limits), inherited);
    reader.finish();
    return from.isEmpty() || at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Plan.Step(from.get(), at.get()));
  }

  private static boolean isLater(Plan.Step step, Plan.Step before) {
    return step.by().median() > before.by().median();
  }

  private Optional<ConstraintSpec.Availability> supply(
      Node node, String path, PhaseParameter limits) {
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    Optional<MappingReader> opened =
        stated.flatMap(
            s ->
                MappingReader.open(
                    s.node(), path, "a mapping such as {2025: 120k, 2026: 420k}", problems));
    if (stated.isEmpty() || opened.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = opened.get();
    List<ConstraintSpec.YearlyAmount> years = new ArrayList<>();
    for (String key : reader.keys()) {
      Optional<Node> amount = reader.take(key);
      if (!key.matches("(19[7-9]|2[01])\\d\\d?") || key.length() != 4) {
        problems.error(reader.locationOf(key), path, "found '" + key + "'", "a calendar year");
        continue;
      }
      assumptions
          .measured(amount, path + "." + key, amount(limits), stated.get().provenance())
          .map(read -> new ConstraintSpec.YearlyAmount(Integer.parseInt(key), read))
          .ifPresent(years::add);
    }
    if (years.size() < reader.keys().size()) {
      return Optional.empty();
    }
    warnOfUnlisted(years, reader, path);
    years.sort(Comparator.comparingInt(ConstraintSpec.YearlyAmount::year));
    return Optional.of(new ConstraintSpec.Supply(years));
  }

  private void warnOfUnlisted(
      List<ConstraintSpec.YearlyAmount> years, MappingReader reader, String path) {
    Set<Integer> listed = new LinkedHashSet<>();
    years.forEach(year -> listed.add(year.year()));
    List<String> unlisted = new ArrayList<>();
    for (int year = horizon.from().getYear(); year <= horizon.to().getYear(); year++) {
      if (!listed.contains(year)) {
        unlisted.add(Integer.toString(year));
      }
    }
    if (!unlisted.isEmpty()) {
      problems.warning(
          reader.location(),
          path,
          "nothing is supplied in years that are not listed: " + String.join(", ", unlisted));
    }
  }
}
