package org.stargatecalc.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.stargatecalc.support.ProjectedYaml;

/**
 * A valid scenario that a seed decides, as text: the same seed gives the same bytes everywhere.
 *
 * <p>It may have every kind of size, plan, ownership, constraint and override; a law that holds for
 * fewer says which kinds to leave out.
 */
final class RandomScenario {
  /** What a law may have to leave out. */
  enum Without {
    /** All that is planned can be built. */
    CONSTRAINTS,
    /** One phase only, stated at the top. */
    SEVERAL_PHASES,
    /** Every PUE is 1. */
    OVERHEAD,
    /** A training system is a site. */
    NAMED_SYSTEMS,
    /** Plans are straight lines between their dates. */
    CURVES,
    /** Dates are as planned. */
    DELAYS
  }

  private static final List<String> GPUS =
      List.of(
          "h100",
          "h200",
          "b200",
          "b300",
          "gb200",
          "gb300",
          "vr200",
          "mi300x",
          "mi355x",
          "tpu_v7",
          "trainium2",
          "trainium3");
  private static final List<String> SIZES =
      List.of("gpu_count", "it_power", "facility_power", "capex");

  private final String label;
  private final Map<String, Object> tree;

  private RandomScenario(String label, Map<String, Object> tree) {
    this.label = label;
    this.tree = tree;
  }

  /** Returns the scenario of a seed. */
  static RandomScenario of(long seed, Without... without) {
    return new RandomScenario("seed " + seed, new Generator(seed, without).scenario());
  }

  /** Returns the scenarios of the first so many seeds. */
  static List<RandomScenario> many(int count, Without... without) {
    List<RandomScenario> scenarios = new ArrayList<>();
    for (long seed = 1; seed <= count; seed++) {
      scenarios.add(of(seed, without));
    }
    return scenarios;
  }

  /** Returns this scenario with a value at the top. */
  RandomScenario with(String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(tree);
    changed.put(key, value);
    return new RandomScenario(label + ", " + key + " " + value, changed);
  }

  /** Returns this scenario without a key at the top. */
  RandomScenario without(String key) {
    Map<String, Object> changed = new LinkedHashMap<>(tree);
    changed.remove(key);
    return new RandomScenario(label + ", no " + key, changed);
  }

  /** Returns this scenario with one more constraint, after those that it has. */
  RandomScenario withConstraint(String id, Object constraint) {
    Map<String, Object> constraints = new LinkedHashMap<>(mapping(tree.get("constraints")));
    constraints.put(id, constraint);
    return with("constraints", constraints);
  }

  /** Returns this scenario with a value at every phase. */
  RandomScenario withAtPhases(String key, Object value) {
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    phases.replaceAll((id, phase) -> with(phase, key, value));
    return phases.isEmpty() ? with(key, value) : with("phases", phases);
  }

  /** Returns this scenario without a key at any phase. */
  RandomScenario withoutAtPhases(String key) {
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    phases.replaceAll(
        (id, phase) -> {
          Map<String, Object> changed = new LinkedHashMap<>(mapping(phase));
          changed.remove(key);
          return changed;
        });
    return phases.isEmpty() ? without(key) : with("phases", phases);
  }

  private static Map<String, Object> with(Object phase, String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(mapping(phase));
    changed.put(key, value);
    return changed;
  }

  /**
   * Returns this scenario with the life that a seed gives each of its phases: some are paid before,
   * some end, some shrink and grow again.
   */
  RandomScenario living(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    phases.replaceAll((id, phase) -> living(mapping(phase), random));
    return new RandomScenario(label + ", living", tree).with("phases", phases);
  }

  private static Map<String, Object> living(Map<String, Object> phase, Random random) {
    Map<String, Object> changed = new LinkedHashMap<>(phase);
    if (phase.get("milestones") instanceof List<?> steps && random.nextInt(2) == 0) {
      List<Object> shrinking = new ArrayList<>(steps);
      int at = random.nextInt(steps.size());
      Map<String, Object> step = new LinkedHashMap<>(mapping(steps.get(at)));
      String kind = SIZES.stream().filter(step::containsKey).findFirst().orElseThrow();
      step.put(kind, Generator.size(kind, 1 + random.nextInt(50)));
      shrinking.set(at, step);
      changed.put("milestones", shrinking);
    }
    if (random.nextInt(2) == 0) {
      changed.put("until", LocalDate.of(2025, 6, 1).plusDays(random.nextInt(1300)));
    }
    boolean falls = changed.get("milestones") != phase.get("milestones");
    if (!falls && !"offtake".equals(phase.get("ownership")) && random.nextInt(3) == 0) {
      Map<String, Object> next = new LinkedHashMap<>();
      next.put("after", (10 + random.nextInt(30)) + " months");
      if (random.nextBoolean()) {
        next.put("gpu", "vr200");
      }
      changed.put("refresh", random.nextBoolean() ? next : List.of(next, next));
    }
    for (String lead : List.of("compute_lead", "facility_lead", "generation_lead")) {
      if (random.nextInt(3) == 0) {
        changed.put(lead, random.nextInt(900) + " days");
      }
    }
    return changed;
  }

  /** Returns this scenario with a hedge, as a seed decides, for each phase that can have one. */
  RandomScenario hedged(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    for (String id : List.copyOf(phases.keySet())) {
      if (!"offtake".equals(mapping(phases.get(id)).get("ownership"))) {
        Map<String, Object> hedge = new LinkedHashMap<>();
        hedge.put("ownership", "offtake");
        hedge.put("covers", id);
        hedge.put("cover_share", random.nextInt(101) + "%");
        hedge.put("gpu", GPUS.get(random.nextInt(GPUS.size())));
        phases.put("cover-" + id, hedge);
      }
    }
    return new RandomScenario(label + ", hedged", tree).with("phases", phases);
  }

  /** Returns this scenario with values that change with time, as a seed decides. */
  RandomScenario stepped(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    phases.replaceAll((id, phase) -> stepped(mapping(phase), random));
    return new RandomScenario(label + ", stepped", tree).with("phases", phases);
  }

  private static Map<String, Object> stepped(Map<String, Object> phase, Random random) {
    Map<String, Object> changed = new LinkedHashMap<>(phase);
    if (random.nextInt(2) == 0) {
      changed.put("energy_price", steps(random, () -> between(random, 1, 20) + " c/kWh"));
    }
    if (random.nextInt(2) == 0) {
      changed.put("load_factor", steps(random, () -> between(random, 10, 100) + "%"));
    }
    // a size in money would change with the price
    if (random.nextInt(2) == 0 && !phase.toString().matches(".*\\bcapex=.*")) {
      changed.put("capex_per_gpu", steps(random, () -> "$" + between(random, 5, 150) + "k/GPU"));
    }
    if (random.nextInt(2) == 0) {
      changed.put("capex_split", steps(random, () -> split(random)));
    }
    return changed;
  }

  private static Map<String, Object> split(Random random) {
    int training = between(random, 0, 100);
    int inference = between(random, 0, 100 - training);
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("training", training + "%");
    split.put("inference", inference + "%");
    split.put("research", (100 - training - inference) + "%");
    return split;
  }

  private static Map<String, Object> steps(Random random, Supplier<Object> value) {
    Map<String, Object> steps = new LinkedHashMap<>();
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = between(random, 1, 4); i > 0; i--) {
      day = day.plusDays(between(random, 1, 700));
      steps.put(day.toString(), value.get());
    }
    return Map.of("steps", steps);
  }

  private static int between(Random random, int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** Returns this scenario with every delay replaced by one for all phases. */
  RandomScenario delayedBy(String delay) {
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    phases.replaceAll(
        (id, phase) -> {
          Map<String, Object> changed = new LinkedHashMap<>(mapping(phase));
          changed.put("delay", delay);
          return changed;
        });
    return phases.isEmpty() ? with("delay", delay) : with("phases", phases);
  }

  /** Returns this scenario with one phase, by its position, delayed. */
  RandomScenario withPhaseDelayed(int position, String delay) {
    Map<String, Object> phases = new LinkedHashMap<>(mapping(tree.get("phases")));
    if (phases.isEmpty()) {
      return with("delay", delay);
    }
    String id = new ArrayList<>(phases.keySet()).get(position % phases.size());
    Map<String, Object> changed = new LinkedHashMap<>(mapping(phases.get(id)));
    changed.put("delay", delay);
    phases.put(id, changed);
    return with("phases", phases);
  }

  /** Returns this scenario with the keys of its mappings in another order, except ids. */
  RandomScenario shuffled(Random random) {
    return new RandomScenario(label + ", shuffled", shuffled(tree, "", random));
  }

  private static Map<String, Object> shuffled(
      Map<String, Object> mapping, String path, Random random) {
    List<String> keys = new ArrayList<>(mapping.keySet());
    // the order of phases and of constraints has a meaning
    if (!path.equals("phases") && !path.equals("constraints")) {
      Collections.shuffle(keys, random);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    for (String key : keys) {
      Object value = mapping.get(key);
      result.put(
          key, value instanceof Map<?, ?> ? shuffled(mapping(value), path + key, random) : value);
    }
    return result;
  }

  Map<String, Object> tree() {
    return tree;
  }

  String yaml() {
    StringBuilder text = new StringBuilder();
    write(tree, "", text);
    return text.toString();
  }

  ProjectedYaml project() {
    return ProjectedYaml.of(yaml());
  }

  @Override
  public String toString() {
    return label + "\n" + yaml();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> mapping(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static void write(Map<String, Object> mapping, String indent, StringBuilder text) {
    mapping.forEach(
        (key, value) -> {
          text.append(indent).append(key).append(':');
          if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            text.append('\n');
            write(mapping(inner), indent + "  ", text);
          } else {
            text.append(' ').append(flow(value)).append('\n');
          }
        });
  }

  /** Returns a value as it stands behind a colon. */
  static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach((key, member) -> members.add(key + ": " + flow(member)));
      return "{" + String.join(", ", members) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(RandomScenario::flow).toList()) + "]";
    }
    return value.toString();
  }

  /** Draws a scenario. */
  private static final class Generator {
    private final Random random;
    private final Set<Without> without = EnumSet.noneOf(Without.class);
    private final LocalDate from;
    private final LocalDate to;

    Generator(long seed, Without... without) {
      this.random = new Random(seed * 0x9E3779B97F4A7C15L);
      this.without.addAll(Arrays.asList(without));
      this.from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
      this.to = from.plusDays(300 + random.nextInt(2000));
    }

    private boolean may(Without kind, double chance) {
      return chance(chance) && !without.contains(kind);
    }

    private boolean chance(double chance) {
      return random.nextDouble() < chance;
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private int between(int low, int high) {
      return low + random.nextInt(high - low + 1);
    }

    Map<String, Object> scenario() {
      Map<String, Object> top = new LinkedHashMap<>();
      top.put("name", "random");
      Map<String, Object> horizon = new LinkedHashMap<>();
      horizon.put("from", from);
      horizon.put("to", to);
      top.put("horizon", horizon);
      if (chance(0.5)) {
        top.put("discount_rate", between(0, 12) + "%");
      }
      if (chance(0.3)) {
        top.put("amortization", one(List.of("annuity", "straight_line")));
      }
      if (chance(0.3)) {
        top.put("price_performance", "1." + between(0, 9));
      }
      overrides(top, 0.3);
      boolean several = may(Without.SEVERAL_PHASES, 0.85);
      List<String> phases = new ArrayList<>();
      List<String> sites = List.of("east", "west", "north");
      if (several) {
        Map<String, Object> siteLevels = new LinkedHashMap<>();
        for (String site : sites) {
          Map<String, Object> level = new LinkedHashMap<>();
          overrides(level, 0.25);
          level.put("load_factor", between(40, 100) + "%");
          siteLevels.put(site, level);
        }
        top.put("sites", siteLevels);
        Map<String, Object> phaseLevels = new LinkedHashMap<>();
        int count = between(1, 6);
        for (int i = 0; i < count; i++) {
          String id = "p" + i;
          phases.add(id);
          phaseLevels.put(id, phase(sites));
        }
        top.put("phases", phaseLevels);
      } else {
        top.putAll(plan("own"));
      }
      if (without.contains(Without.OVERHEAD)) {
        withoutOverhead(top);
      }
      risks(top);
      constraints(top, phases, sites);
      claims(top);
      return top;
    }

    private Map<String, Object> phase(List<String> sites) {
      Map<String, Object> phase = new LinkedHashMap<>();
      if (chance(0.8)) {
        phase.put("site", one(sites));
      }
      if (may(Without.NAMED_SYSTEMS, 0.3)) {
        phase.put("training_system", one(List.of("wan", "east", "other")));
      }
      if (chance(0.2)) {
        phase.put("systems", between(1, 4));
      }
      String ownership = one(List.of("own", "own", "lease_shell", "offtake"));
      phase.put("ownership", ownership);
      if (chance(0.1)) {
        phase.put("probability", one(List.of("40%", "60%")));
      }
      overrides(phase, 0.15);
      phase.putAll(plan(ownership));
      return phase;
    }

    /** Parameters that may stand on any level. */
    private void overrides(Map<String, Object> level, double chance) {
      if (chance(chance)) {
        level.put("gpu", one(GPUS));
      }
      if (chance(chance)) {
        if (chance(0.7)) {
          level.put("watts_per_gpu", between(500, 4000) + " W");
        } else {
          level.put("chip_tdp", between(300, 2000) + " W");
          level.put("system_overhead", "1." + between(10, 99));
        }
      }
      if (chance(chance)) {
        // the annual PUE stays below every peak PUE that another level may state
        level.put("pue", "1." + between(10, 50));
        if (chance(0.5)) {
          level.put("pue_average", "1.0" + between(0, 9));
        }
      }
      if (chance(chance)) {
        int training = between(0, 100);
        int inference = between(0, 100 - training);
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("training", training + "%");
        split.put("inference", inference + "%");
        split.put("research", (100 - training - inference) + "%");
        level.put("capex_split", split);
      }
      maybe(level, chance, "load_factor", between(30, 100) + "%");
      maybe(level, chance, "capex_per_gpu", "$" + between(5, 150) + "k/GPU");
      maybe(level, chance, "facility_capex", "$" + between(0, 15) + "/W");
      maybe(level, chance, "generation_capex", "$0." + between(0, 9) + "/W");
      maybe(level, chance, "energy_price", between(3, 15) + " c/kWh");
      maybe(level, chance, "opex", "$0." + between(0, 9) + "/W-year");
      maybe(level, chance, "shell_price", "$" + between(1, 3) + "bn/GW-year");
      maybe(
          level,
          chance,
          "offtake_price",
          chance(0.5) ? "$" + between(8, 14) + "/W-year" : "$" + between(1, 4) + ".25/GPU-hour");
      maybe(level, chance, "compute_life", between(2, 8) + " years");
      maybe(level, chance, "facility_life", between(10, 40) + " years");
      maybe(level, chance, "precision", one(List.of("bf16", "fp8")));
      maybe(level, chance, "mfu", between(15, 60) + "%");
      maybe(level, chance, "run_length", between(10, 200) + " days");
    }

    private void maybe(Map<String, Object> level, double chance, String key, Object value) {
      if (chance(chance)) {
        level.put(key, value);
      }
    }

    private Map<String, Object> plan(String ownership) {
      Map<String, Object> plan = new LinkedHashMap<>();
      // what is rented has no capex of its own that could size it
      String kind = SIZES.get(random.nextInt(ownership.equals("offtake") ? 3 : 4));
      double draw = random.nextDouble();
      if (draw < 0.5) {
        plan.put(kind, size(kind, between(1, 1000)));
        plan.put("online", date());
        if (chance(0.7)) {
          plan.put("ramp", one(List.of(between(0, 700) + " days", between(1, 24) + " months")));
        }
        if (may(Without.CURVES, 0.4)) {
          plan.put("shape", "s_curve");
        }
      } else if (draw < 0.8 || without.contains(Without.CURVES)) {
        plan.put("milestones", milestones(kind));
        if (chance(0.5)) {
          plan.put("between", "linear");
        }
      } else {
        Map<String, Object> growth = new LinkedHashMap<>();
        LocalDate start = date();
        growth.put("from", start);
        growth.put(kind, size(kind, between(1, 100)));
        growth.put("per_year", between(1, 3) + "." + between(0, 9));
        if (chance(0.5)) {
          growth.put("until", start.plusDays(random.nextInt(1000)));
        }
        plan.put("growth", growth);
      }
      if (may(Without.DELAYS, 0.4)) {
        plan.put("delay", one(List.of(between(0, 400) + " days", between(1, 12) + " months")));
      }
      return plan;
    }

    private List<Object> milestones(String kind) {
      List<Object> steps = new ArrayList<>();
      LocalDate by = date();
      int total = 0;
      for (int i = between(1, 5); i > 0; i--) {
        total += between(0, 300) + (total == 0 ? 1 : 0);
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("by", by);
        step.put(kind, size(kind, total));
        steps.add(step);
        by = by.plusDays(between(1, 300));
      }
      return steps;
    }

    private static String size(String kind, int thousandth) {
      return switch (kind) {
        case "gpu_count" -> thousandth + "k";
        case "capex" -> "$" + thousandth / 10.0 + "bn";
        default -> thousandth + " MW";
      };
    }

    private LocalDate date() {
      long days = to.toEpochDay() - from.toEpochDay();
      return from.plusDays(between(-200, (int) days + 100));
    }

    private void risks(Map<String, Object> top) {
      if (may(Without.DELAYS, 0.2)) {
        Map<String, Object> risk = new LinkedHashMap<>();
        risk.put("probability", one(List.of("30%", "70%")));
        risk.put("delay", between(1, 300) + " days");
        top.put("risks", new LinkedHashMap<>(Map.of("queue", risk)));
      }
    }

    private void constraints(Map<String, Object> top, List<String> phases, List<String> sites) {
      if (!may(Without.CONSTRAINTS, 0.7)) {
        return;
      }
      Map<String, Object> constraints = new LinkedHashMap<>();
      for (int i = between(1, 3); i > 0; i--) {
        Map<String, Object> constraint = constraint(random.nextBoolean());
        if (chance(0.4) && !phases.isEmpty()) {
          Set<String> ids = new TreeSet<>(List.of(one(phases), one(phases)));
          boolean bySite = chance(0.3) && top.toString().contains("site=" + sites.get(0));
          constraint.put("applies_to", bySite ? List.of(sites.get(0)) : List.copyOf(ids));
        }
        constraints.put("c" + i, constraint);
      }
      top.put("constraints", constraints);
    }

    private Map<String, Object> constraint(boolean bySupply) {
      Map<String, Object> constraint = new LinkedHashMap<>();
      String kind = one(SIZES);
      constraint.put("limits", kind);
      if (bySupply) {
        Map<String, Object> supply = new LinkedHashMap<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
          if (chance(0.8)) {
            supply.put(Integer.toString(year), size(kind, between(0, 600)));
          }
        }
        supply.put(Integer.toString(to.getYear() + 1), size(kind, 1));
        constraint.put("supply", supply);
      } else {
        List<Object> levels = new ArrayList<>();
        LocalDate day = from.minusDays(100);
        for (int i = between(1, 4); i > 0; i--) {
          Map<String, Object> level = new LinkedHashMap<>();
          level.put("from", day);
          level.put("at", size(kind, between(0, 1500)));
          levels.add(level);
          day = day.plusDays(between(1, 500));
        }
        constraint.put("available", levels);
      }
      return constraint;
    }

    private void claims(Map<String, Object> top) {
      List<Object> claims = new ArrayList<>();
      for (String metric :
          List.of(
              "largest_training_system_gw",
              "largest_site_gw",
              "training_power_gw",
              "facility_power_gw")) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", metric.replace('_', '-'));
        claim.put("metric", metric);
        claim.put("at_least", between(1, 1000) + " MW");
        claim.put("by", date());
        claims.add(claim);
      }
      top.put("claims", claims);
    }

    private static void withoutOverhead(Map<String, Object> level) {
      level.remove("pue");
      level.remove("pue_average");
      level.values().forEach(Generator::withoutOverheadBelow);
      level.put("pue", 1);
    }

    private static void withoutOverheadBelow(Object value) {
      if (value instanceof Map<?, ?> below) {
        Map<String, Object> level = mapping(below);
        level.remove("pue");
        level.remove("pue_average");
        level.values().forEach(Generator::withoutOverheadBelow);
      }
    }
  }
}
