package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.projection.Unknown;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ConstraintSpec;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.RiskSpec;
import org.stargatecalc.scenario.ScenarioParameter;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads a scenario from its tree, reporting every problem with its place. */
final class ScenarioReader {
  private final Catalog catalog;
  private final Problems problems;
  private final ValueReader values;
  private final UsualCheck usual;
  private final AssumptionReader assumptions;
  private final NamedReader named;
  private final LevelReader levels;
  private final Chips chips;
  private final Defaults defaults;
  private final PhaseMemory earlier;

  ScenarioReader(Catalog catalog, Problems problems) {
    this(catalog, problems, PhaseMemory.none());
  }

  /**
   * Creates a reader.
   *
   * @param earlier what was read of another scenario, which may have sites and phases in common
   */
  ScenarioReader(Catalog catalog, Problems problems, PhaseMemory earlier) {
    this.earlier = earlier;
    this.catalog = catalog;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.usual = new UsualCheck(catalog, problems);
    this.assumptions = new AssumptionReader(values, usual);
    this.named = new NamedReader(values, problems);
    this.chips = new Chips(catalog, values, usual, named);
    this.levels = new LevelReader(chips, values, assumptions, usual, problems);
    this.defaults = new Defaults(catalog);
  }

  /** A stated scenario with its claims. */
  record Result(ScenarioSpec spec, List<Claim> claims, List<Expectation> expectations) {}

  /** What stands at the top of a scenario under keys of its own, not yet read. */
  private record Blocks(
      Optional<Node> claims,
      Optional<Node> constraints,
      Optional<Node> risks,
      Optional<Node> correlations,
      Optional<Node> expect,
      Optional<Node> sites,
      Optional<Node> phases) {
    static Blocks of(MappingReader reader) {
      return new Blocks(
          reader.take("claims"),
          reader.take("constraints"),
          reader.take("risks"),
          reader.take("correlations"),
          reader.take("expect"),
          reader.take("sites"),
          reader.take("phases"));
    }
  }

  /** What holds a scenario's power. */
  private record Body(
      List<PhaseSpec> phases, List<ConstraintSpec> constraints, List<RiskSpec> risks) {}

  /** Returns the scenario, empty if there is any problem. */
  Optional<Result> read(Node.Mapping root) {
    MappingReader reader = new MappingReader(root, "", problems);
    String name =
        values.id(reader.require("name", "an id such as my-plan"), "name").orElse("scenario");
    Optional<String> title = values.text(reader.take("title"), "title");
    Optional<String> description = values.text(reader.take("description"), "description");
    sources(reader.take("sources"));
    List<Assumption> labels = new ArrayList<>();
    Optional<String> asOf = values.dateAsWritten(reader.take("as_of"), "as_of");
    Horizon horizon =
        new HorizonReader(catalog, values, problems).read(reader.take("horizon"), labels);
    Assumption discountRate = number(reader, ScenarioParameter.DISCOUNT_RATE);
    Assumption pricePerformance = number(reader, ScenarioParameter.PRICE_PERFORMANCE);
    Assumption referenceRun = number(reader, ScenarioParameter.REFERENCE_RUN);
    Amortization amortization = amortization(reader, labels);
    reader.take("extends");
    chips.read(reader.take("accelerators"));
    Blocks blocks = Blocks.of(reader);
    ClaimReader claimReader = new ClaimReader(catalog, values, problems);
    List<Claim> claims =
        blocks.claims().isPresent()
            ? claimReader.read(blocks.claims().get())
            : claimReader.defaults();
    List<Expectation> expectations = expectations(blocks.expect(), claims, horizon);
    Body body = body(reader, blocks, name, horizon, earlier.about(root));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    ScenarioSpec spec =
        new ScenarioSpec(
            name,
            title,
            description,
            asOf,
            horizon,
            discountRate,
            amortization,
            pricePerformance,
            referenceRun,
            body.phases(),
            body.constraints(),
            body.risks(),
            List.of(),
            chips.stated(),
            labels);
    Optional<ScenarioSpec> whole = checked(spec, blocks, claims);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    if (problems.wantsWarnings()) {
      Lifetimes.check(whole.get(), claims, expectations, root, problems);
    }
    return Optional.of(new Result(whole.get(), claims, expectations));
  }

  private Body body(
      MappingReader reader, Blocks blocks, String name, Horizon horizon, PhaseMemory memory) {
    WrittenParameters top = levels.read(reader, "");
    LevelReader.finish(reader, top);
    List<PhaseSpec> phases =
        new SitesAndPhases(
                levels, named, new PhaseReader(chips, defaults, problems), usual, memory, problems)
            .read(blocks.sites(), blocks.phases(), name, top);
    AppliesTo appliesTo =
        new AppliesTo(AppliesTo.sites(blocks.phases(), top, name), values, problems);
    return new Body(
        phases,
        constraints(blocks.constraints(), appliesTo, horizon),
        risks(blocks.risks(), appliesTo));
  }

  /** Returns a scenario with its correlations if all of it goes together. */
  private Optional<ScenarioSpec> checked(ScenarioSpec stated, Blocks blocks, List<Claim> claims) {
    checkKnown(claims, blocks.claims(), stated);
    ScenarioSpec spec =
        blocks.correlations().isPresent()
            ? new CorrelationReader(values, problems).read(blocks.correlations().get(), stated)
            : stated;
    if (problems.isEmpty() && usual.farthest().isPresent()) {
      Computable.check(spec, usual.farthest().get(), problems);
    }
    return problems.isEmpty() ? Optional.of(spec) : Optional.empty();
  }

  /** Claims about what nobody knows of a chip cannot be answered. */
  private void checkKnown(List<Claim> claims, Optional<Node> node, ScenarioSpec spec) {
    for (int i = 0; i < claims.size(); i++) {
      Optional<Unknown> unknown = Unknown.of(claims.get(i).metric(), spec);
      if (unknown.isPresent() && node.orElse(null) instanceof Node.Sequence list) {
        problems.error(
            list.items().get(i).location(),
            "claims[" + i + "]",
            unknown.get().found(),
            unknown.get().expected());
      }
    }
  }

  private void sources(Optional<Node> node) {
    Optional<MappingReader> opened =
        node.isEmpty()
            ? Optional.empty()
            : MappingReader.open(
                node.get(), "sources", "a mapping of short names to texts", problems);
    if (opened.isEmpty()) {
      return;
    }
    MappingReader sources = opened.get();
    for (String id : sources.keys()) {
      Optional<String> text = values.text(sources.take(id), sources.path(id));
      if (text.isPresent()) {
        values.addSource(id, text.get());
      }
    }
  }

  private Assumption number(MappingReader reader, ScenarioParameter parameter) {
    String key = parameter.key();
    Optional<Assumption> stated =
        assumptions.measured(
            reader.take(key),
            key,
            new AssumptionReader.Number(key, parameter.dimension(), parameter.domain()),
            Provenance.NONE);
    return stated.isPresent() ? stated.get() : defaults.of(key, parameter.dimension(), key);
  }

  private Amortization amortization(MappingReader reader, List<Assumption> labels) {
    String key = "amortization";
    Optional<Node> node = reader.take(key);
    if (node.isEmpty()) {
      labels.add(defaults.named(key, key));
      return defaults.constant(key, Amortization.values());
    }
    Optional<ValueReader.Stated> stated = values.stated(node.get(), key);
    Optional<Amortization> found =
        stated.flatMap(s -> values.word(s.node(), key, Amortization.values()));
    found.ifPresent(
        a ->
            labels.add(
                new Assumption(
                    key,
                    key,
                    new AssumedValue.Named(a.id()),
                    Origin.GIVEN,
                    stated.get().provenance())));
    return found.orElse(Amortization.ANNUITY);
  }

  private List<Expectation> expectations(Optional<Node> node, List<Claim> claims, Horizon horizon) {
    if (node.isEmpty()) {
      return List.of();
    }
    Set<String> claimIds = new LinkedHashSet<>();
    claims.forEach(claim -> claimIds.add(claim.id()));
    // --set may take a claim away that an expectation names: that matters to check alone
    claimIds.addAll(catalog.claimIds());
    return new ExpectationReader(values, problems).read(node.get(), horizon, claimIds);
  }

  private List<ConstraintSpec> constraints(Optional<Node> node, AppliesTo phases, Horizon horizon) {
    return node.isEmpty()
        ? List.of()
        : new ConstraintReader(named, values, assumptions, phases, horizon, problems)
            .read(node.get());
  }

  private List<RiskSpec> risks(Optional<Node> node, AppliesTo phases) {
    return node.isEmpty() ? List.of() : new RiskReader(named, assumptions, phases).read(node.get());
  }
}
