package org.stargatecalc.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.expression.Expectation;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.Amortization;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.ConstraintSpec;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.RiskSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.YamlTree;
import org.stargatecalc.uncertainty.Distribution;

/** Reads a scenario from its tree, reporting every problem with its place. */
public final class ScenarioReader {
  private static final Domain RATE = new Domain(-1, false, 10);
  private static final int LONGEST_HORIZON_YEARS = 100;

  /** Phases, sites, constraints or risks in a scenario. */
  private static final int MOST = 10_000;

  /** Phases that the constraints and risks of a scenario apply to, counted for each anew. */
  private static final int MOST_APPLIED = 1_000_000;

  private final Catalog catalog;
  private final Problems problems;
  private final ValueReader values;
  private final LevelReader levels;
  private final PhaseReader phases;
  private final ClaimReader claims;
  private final Defaults defaults;
  private int applied;

  ScenarioReader(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.levels = new LevelReader(catalog, values, problems);
    this.defaults = new Defaults(catalog);
    this.phases = new PhaseReader(catalog, defaults, problems);
    this.claims = new ClaimReader(catalog, values, problems);
  }

  /** A stated scenario with its claims. */
  record Result(ScenarioSpec spec, List<Claim> claims, List<Expectation> expectations) {}

  /** Returns the scenario, empty if there is any problem. */
  Optional<Result> read(Node.Mapping root) {
    MappingReader reader = new MappingReader(root, "", problems);
    Optional<String> name = values.id(reader.require("name", "an id such as my-plan"), "name");
    Optional<String> title = values.text(reader.take("title"), "title");
    Optional<String> description = values.text(reader.take("description"), "description");
    sources(reader);
    List<Assumption> labels = new ArrayList<>();
    Optional<String> asOf = values.dateAsWritten(reader.take("as_of"), "as_of");
    Horizon horizon = horizon(reader, labels);
    Assumption discountRate = scenarioNumber(reader, "discount_rate", Dimension.SHARE, RATE);
    Assumption pricePerformance =
        scenarioNumber(reader, "price_performance", Dimension.RATIO, Domain.POSITIVE);
    Amortization amortization = amortization(reader, labels);
    reader.take("extends");
    Optional<Node> claimsNode = reader.take("claims");
    List<Claim> stated = claimsNode.isPresent() ? claims.read(claimsNode.get()) : claims.defaults();
    Optional<Node> constraintsNode = reader.take("constraints");
    Optional<Node> risksNode = reader.take("risks");
    Optional<Node> correlationsNode = reader.take("correlations");
    Optional<Node> expectNode = reader.take("expect");
    Set<String> claimIds = new LinkedHashSet<>();
    for (Claim claim : stated) {
      claimIds.add(claim.id());
    }
    // --set may take a claim away that an expectation names: that matters to check alone
    claimIds.addAll(catalog.claimIds());
    List<Expectation> expectations =
        expectNode.isPresent()
            ? new ExpectationReader(values, problems).read(expectNode.get(), horizon, claimIds)
            : List.of();
    Optional<Node> sitesNode = reader.take("sites");
    Optional<Node> phasesNode = reader.take("phases");
    WrittenParameters top = levels.read(reader, "");
    LevelReader.finish(reader, top);
    Map<String, WrittenParameters> sites = named(sitesNode, "sites", "site");
    List<PhaseSpec> specs =
        phasesNode.isPresent()
            ? phases(phasesNode.get(), sites, top)
            : singlePhase(name.orElse("scenario"), sites, top);
    PhaseIds ids = phaseIds(phasesNode, top, name.orElse("scenario"));
    List<ConstraintSpec> constraints =
        constraintsNode.isPresent() ? constraints(constraintsNode.get(), ids, horizon) : List.of();
    List<RiskSpec> risks = risksNode.isPresent() ? risks(risksNode.get(), ids) : List.of();
    if (!problems.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    ScenarioSpec spec =
        new ScenarioSpec(
            name.get(),
            title,
            description,
            asOf,
            horizon,
            discountRate,
            amortization,
            pricePerformance,
            specs,
            constraints,
            risks,
            List.of(),
            labels);
    if (correlationsNode.isPresent()) {
      spec = new CorrelationReader(values, problems).read(correlationsNode.get(), spec);
    }
    return problems.isEmpty()
        ? Optional.of(new Result(spec, stated, expectations))
        : Optional.empty();
  }

  private void sources(MappingReader reader) {
    Optional<Node> node = reader.take("sources");
    if (node.isEmpty()) {
      return;
    }
    Optional<MappingReader> opened =
        MappingReader.open(node.get(), "sources", "a mapping of short names to texts", problems);
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

  private Horizon horizon(MappingReader reader, List<Assumption> labels) {
    LocalDate from = defaultDate("horizon.from").first();
    LocalDate to = defaultDate("horizon.to").last();
    Origin fromOrigin = Origin.DEFAULT;
    Origin toOrigin = Origin.DEFAULT;
    Optional<Node> node = reader.take("horizon");
    Optional<MappingReader> opened =
        node.isEmpty()
            ? Optional.empty()
            : MappingReader.open(
                node.get(), "horizon", "a mapping such as {from: 2025-01, to: 2030-12}", problems);
    if (opened.isPresent()) {
      MappingReader horizon = opened.get();
      Optional<PartialDate> statedFrom = values.date(horizon.take("from"), "horizon.from");
      Optional<PartialDate> statedTo = values.date(horizon.take("to"), "horizon.to");
      horizon.finish();
      if (statedFrom.isPresent()) {
        from = statedFrom.get().first();
        fromOrigin = Origin.GIVEN;
      }
      if (statedTo.isPresent()) {
        to = statedTo.get().last();
        toOrigin = Origin.GIVEN;
      }
      if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_HORIZON_YEARS))) {
        problems.error(
            horizon.location(),
            "horizon",
            "found a horizon from " + from + " to " + to,
            "a horizon of at most " + LONGEST_HORIZON_YEARS + " years that ends after it begins");
        to = from;
      }
    }
    labels.add(label("horizon.from", from, fromOrigin));
    labels.add(label("horizon.to", to, toOrigin));
    return new Horizon(from, to);
  }

  private Assumption label(String key, LocalDate date, Origin origin) {
    return new Assumption(
        key,
        origin == Origin.DEFAULT ? "default." + key : key,
        new AssumedValue.Dated(new Distribution.Certain((double) date.toEpochDay())),
        origin,
        origin == Origin.DEFAULT ? catalog.defaultValue(key).provenance() : Provenance.NONE);
  }

  private PartialDate defaultDate(String key) {
    try {
      return PartialDate.parse(defaults.word(key));
    } catch (org.stargatecalc.quantity.InvalidTextException fault) {
      throw new IllegalStateException("the default of " + key, fault);
    }
  }

  private Assumption scenarioNumber(
      MappingReader reader, String key, Dimension dimension, Domain domain) {
    Optional<Assumption> stated =
        levels.measured(reader.take(key), key, dimension, domain, Provenance.NONE);
    return stated.isPresent() ? stated.get() : defaults.of(key, dimension, key);
  }

  private Amortization amortization(MappingReader reader, List<Assumption> labels) {
    String key = "amortization";
    Optional<Node> node = reader.take(key);
    if (node.isEmpty()) {
      labels.add(defaults.named(key, key));
      return defaults.constant(key, Amortization.values(), Amortization::id);
    }
    Optional<ValueReader.Stated> stated = values.stated(node.get(), key);
    Optional<Amortization> found =
        stated.flatMap(s -> values.word(s.node(), key, Amortization.values(), Amortization::id));
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

  /** Reads the mapping of sites or of phases into levels by id. */
  private Map<String, WrittenParameters> named(Optional<Node> node, String key, String what) {
    Map<String, WrittenParameters> read = new LinkedHashMap<>();
    if (node.isEmpty()) {
      return read;
    }
    Optional<MappingReader> opened =
        MappingReader.open(node.get(), key, "a mapping of " + what + " ids", problems);
    if (opened.isEmpty()) {
      return read;
    }
    if (areTooMany(opened.get(), key)) {
      return read;
    }
    for (String id : opened.get().keys()) {
      String path = opened.get().path(id);
      values.isId(id, opened.get().locationOf(id), path);
      Node body = opened.get().take(id).orElseThrow();
      Optional<MappingReader> reader =
          MappingReader.open(body, path, "the parameters of a " + what, problems);
      if (reader.isPresent()) {
        WrittenParameters level = levels.read(reader.get(), path);
        LevelReader.finish(reader.get(), level);
        read.put(id, level);
      }
    }
    return read;
  }

  private boolean areTooMany(MappingReader reader, String key) {
    return problems.areTooMany(reader.keys().size(), MOST, reader.location(), key, key);
  }

  private List<PhaseSpec> phases(
      Node node, Map<String, WrittenParameters> sites, WrittenParameters top) {
    List<PhaseSpec> specs = new ArrayList<>();
    Map<String, WrittenParameters> stated = named(Optional.of(node), "phases", "phase");
    if (stated.isEmpty() && node instanceof Node.Mapping mapping && mapping.keys().isEmpty()) {
      problems.error(node.location(), "phases", "found no phase", "at least one phase");
    }
    Set<String> used = new HashSet<>();
    for (Map.Entry<String, WrittenParameters> entry : stated.entrySet()) {
      WrittenParameters level = entry.getValue();
      String site = site(entry.getKey(), level, top);
      used.add(site);
      WrittenParameters siteLevel = sites.get(site);
      PhaseReader.Levels chain =
          siteLevel == null
              ? new PhaseReader.Levels(List.of(level, top), List.of(Origin.GIVEN, Origin.SCENARIO))
              : new PhaseReader.Levels(
                  List.of(level, siteLevel, top),
                  List.of(Origin.GIVEN, Origin.SITE, Origin.SCENARIO));
      Optional<PhaseSpec> spec = phases.read(entry.getKey(), site, chain);
      if (spec.isPresent()) {
        specs.add(spec.get());
      }
    }
    warnOfUnusedSites(sites, used);
    return specs;
  }

  private List<PhaseSpec> singlePhase(
      String name, Map<String, WrittenParameters> sites, WrittenParameters top) {
    String site = site(name, top, top);
    WrittenParameters siteLevel = sites.get(site);
    PhaseReader.Levels chain =
        siteLevel == null
            ? new PhaseReader.Levels(List.of(top), List.of(Origin.GIVEN))
            : new PhaseReader.Levels(List.of(top, siteLevel), List.of(Origin.GIVEN, Origin.SITE));
    warnOfUnusedSites(sites, Set.of(site));
    Optional<PhaseSpec> spec = phases.read(name, site, chain);
    return spec.isPresent() ? List.of(spec.get()) : List.of();
  }

  private void warnOfUnusedSites(Map<String, WrittenParameters> sites, Set<String> used) {
    for (Map.Entry<String, WrittenParameters> site : sites.entrySet()) {
      if (!used.contains(site.getKey())) {
        WrittenParameters level = site.getValue();
        problems.warning(level.location, level.path, "no phase is at this site");
      }
    }
  }

  private static String site(String phase, WrittenParameters level, WrittenParameters top) {
    for (WrittenParameters at : List.of(level, top)) {
      WrittenParameters.Word site = at.words.get("site");
      if (site != null) {
        return (String) site.constant();
      }
    }
    return phase;
  }

  /**
   * The phases that constraints and risks may apply to.
   *
   * @param all ids of all phases
   * @param byId ids of phases by their own id and by that of their site
   */
  private record PhaseIds(Set<String> all, Map<String, Set<String>> byId) {}

  private static PhaseIds phaseIds(Optional<Node> phasesNode, WrittenParameters top, String name) {
    Map<String, String> sites = new LinkedHashMap<>();
    if (phasesNode.isPresent() && phasesNode.get() instanceof Node.Mapping mapping) {
      mapping.entries().values().forEach(entry -> sites.put(entry.key(), siteOf(entry, top)));
    } else {
      sites.put(name, site(name, top, top));
    }
    Map<String, Set<String>> byId = new LinkedHashMap<>();
    sites.forEach(
        (phase, site) -> {
          byId.computeIfAbsent(phase, id -> new LinkedHashSet<>()).add(phase);
          byId.computeIfAbsent(site, id -> new LinkedHashSet<>()).add(phase);
        });
    return new PhaseIds(Set.copyOf(sites.keySet()), byId);
  }

  private static String siteOf(Node.Entry phase, WrittenParameters top) {
    WrittenParameters.Word topSite = top.words.get("site");
    String inherited = topSite == null ? phase.key() : (String) topSite.constant();
    if (!(phase.value() instanceof Node.Mapping mapping)) {
      return inherited;
    }
    Node site = YamlTree.child(mapping, "site");
    if (site instanceof Node.Mapping provenance) {
      site = YamlTree.child(provenance, "value");
    }
    return site instanceof Node.Scalar scalar ? scalar.text() : inherited;
  }

  private List<ConstraintSpec> constraints(Node node, PhaseIds ids, Horizon horizon) {
    List<ConstraintSpec> read = new ArrayList<>();
    Optional<MappingReader> opened =
        MappingReader.open(node, "constraints", "a mapping of constraint ids", problems);
    if (opened.isEmpty()) {
      return read;
    }
    if (areTooMany(opened.get(), "constraints")) {
      return read;
    }
    for (String id : opened.get().keys()) {
      String path = opened.get().path(id);
      values.isId(id, opened.get().locationOf(id), path);
      MappingReader.open(
              opened.get().take(id).orElseThrow(), path, "what the constraint limits", problems)
          .flatMap(reader -> constraint(id, path, reader, ids, horizon))
          .ifPresent(read::add);
    }
    return read;
  }

  private Optional<ConstraintSpec> constraint(
      String id, String path, MappingReader reader, PhaseIds ids, Horizon horizon) {
    PhaseParameter[] sizes = PhaseParameter.SIZES.toArray(PhaseParameter[]::new);
    Optional<PhaseParameter> limits =
        reader
            .require("limits", "one of gpu_count, it_power, facility_power, capex")
            .flatMap(n -> values.word(n, path + ".limits", sizes, PhaseParameter::key));
    Set<String> appliesTo = appliesTo(reader, path, ids);
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
            ? levelsOf(available.get(), path + ".available", limits.get())
            : supplyOf(supply.orElseThrow(), path + ".supply", limits.get(), horizon);
    return availability.map(a -> new ConstraintSpec(id, limits.get(), appliesTo, a));
  }

  private Optional<ConstraintSpec.Availability> levelsOf(
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
      Optional<MappingReader> item =
          MappingReader.open(list.items().get(i), itemPath, "{from: DATE, at: LEVEL}", problems);
      if (item.isEmpty()) {
        complete = false;
        continue;
      }
      Provenance provenance = stated.get().provenance();
      Optional<Assumption> from =
          levels.dated(item.get().require("from", "a date"), itemPath + ".from", provenance);
      Optional<Assumption> at =
          levels.measured(
              item.get().require("at", "a level"),
              itemPath + ".at",
              limits.dimension(),
              Domain.NOT_NEGATIVE,
              provenance);
      item.get().finish();
      if (from.isEmpty() || at.isEmpty()) {
        complete = false;
        continue;
      }
      if (!steps.isEmpty() && day(from.get()) <= day(steps.get(steps.size() - 1).by())) {
        problems.error(
            list.items().get(i).location(),
            itemPath + ".from",
            "found a date not after the one before",
            "later dates");
        complete = false;
      }
      steps.add(new Plan.Step(from.get(), at.get()));
    }
    return complete ? Optional.of(new ConstraintSpec.Levels(steps)) : Optional.empty();
  }

  private static double day(Assumption date) {
    return ((AssumedValue.Dated) date.value()).distribution().median();
  }

  private Optional<ConstraintSpec.Availability> supplyOf(
      Node node, String path, PhaseParameter limits, Horizon horizon) {
    Optional<ValueReader.Stated> stated = values.stated(node, path);
    Optional<MappingReader> opened =
        stated.flatMap(
            s ->
                MappingReader.open(
                    s.node(), path, "a mapping such as {2025: 120k, 2026: 420k}", problems));
    if (stated.isEmpty() || opened.isEmpty()) {
      return Optional.empty();
    }
    List<ConstraintSpec.YearlyAmount> years = new ArrayList<>();
    boolean complete = true;
    Set<Integer> listed = new LinkedHashSet<>();
    for (String key : opened.get().keys()) {
      Optional<Node> amount = opened.get().take(key);
      if (!key.matches("(19[7-9]|2[01])\\d\\d?") || key.length() != 4) {
        problems.error(
            opened.get().locationOf(key), path, "found '" + key + "'", "a calendar year");
        complete = false;
        continue;
      }
      Optional<Assumption> read =
          levels.measured(
              amount,
              path + "." + key,
              limits.dimension(),
              Domain.NOT_NEGATIVE,
              stated.get().provenance());
      if (read.isEmpty()) {
        complete = false;
        continue;
      }
      listed.add(Integer.parseInt(key));
      years.add(new ConstraintSpec.YearlyAmount(Integer.parseInt(key), read.get()));
    }
    List<String> unlisted = new ArrayList<>();
    for (int year = horizon.from().getYear(); year <= horizon.to().getYear(); year++) {
      if (!listed.contains(year)) {
        unlisted.add(Integer.toString(year));
      }
    }
    if (!unlisted.isEmpty() && complete) {
      problems.warning(
          opened.get().location(),
          path,
          "nothing is supplied in years that are not listed: " + String.join(", ", unlisted));
    }
    years.sort(java.util.Comparator.comparingInt(ConstraintSpec.YearlyAmount::year));
    return complete ? Optional.of(new ConstraintSpec.Supply(years)) : Optional.empty();
  }

  private Set<String> appliesTo(MappingReader reader, String path, PhaseIds ids) {
    Optional<Node> node = reader.take("applies_to");
    if (node.isEmpty()) {
      return counted(ids.all(), reader, path);
    }
    Set<String> phaseIds = new LinkedHashSet<>();
    Set<String> wanted = new LinkedHashSet<>();
    if (!(node.get() instanceof Node.Sequence list)) {
      problems.error(
          node.get().location(),
          path + ".applies_to",
          "found " + node.get().describe(),
          "a list of site or phase ids");
      return phaseIds;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      String itemPath = path + ".applies_to[" + i + "]";
      Optional<String> id = values.id(item, itemPath);
      if (id.isPresent() && !ids.byId().containsKey(id.get())) {
        problems.error(
            item.location(),
            itemPath,
            "found the unknown id '" + id.get() + "'",
            "a site or phase of this scenario",
            problems.nearest(id.get(), ids.byId().keySet()));
      }
      id.filter(wanted::add)
          .ifPresent(one -> phaseIds.addAll(ids.byId().getOrDefault(one, Set.of())));
    }
    return counted(phaseIds, reader, path);
  }

  /** Returns phases that something applies to, none of them if that are too many in all. */
  private Set<String> counted(Set<String> phaseIds, MappingReader reader, String path) {
    applied += phaseIds.size();
    if (applied <= MOST_APPLIED) {
      return phaseIds;
    }
    problems.error(
        reader.location(),
        path,
        "found more than " + MOST_APPLIED + " phases that constraints and risks apply to",
        "fewer constraints and risks, or fewer phases in applies_to");
    return Set.of();
  }

  private List<RiskSpec> risks(Node node, PhaseIds ids) {
    List<RiskSpec> read = new ArrayList<>();
    Optional<MappingReader> opened =
        MappingReader.open(node, "risks", "a mapping of risk ids", problems);
    if (opened.isEmpty()) {
      return read;
    }
    if (areTooMany(opened.get(), "risks")) {
      return read;
    }
    for (String id : opened.get().keys()) {
      String path = opened.get().path(id);
      values.isId(id, opened.get().locationOf(id), path);
      Optional<MappingReader> risk =
          MappingReader.open(
              opened.get().take(id).orElseThrow(),
              path,
              "a mapping such as {probability: 40%, delay: 6 months}",
              problems);
      if (risk.isEmpty()) {
        continue;
      }
      Optional<Assumption> probability =
          risk.get()
              .require("probability", "a share such as 40%")
              .flatMap(n -> levels.chance(n, path + ".probability"));
      Optional<Assumption> delay =
          levels.measured(
              risk.get().require("delay", "a duration such as 6 months"),
              path + ".delay",
              Dimension.DURATION,
              Domain.NOT_NEGATIVE,
              Provenance.NONE);
      Set<String> appliesTo = appliesTo(risk.get(), path, ids);
      risk.get().finish();
      if (probability.isPresent() && delay.isPresent()) {
        read.add(new RiskSpec(id, probability.get(), delay.get(), appliesTo));
      }
    }
    return read;
  }
}
