package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.calendar.RampShape;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.provenance.Origin;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.Ownership;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.scenario.Precision;
import org.stargatecalc.scenario.Stage;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/** Reads the phase parameters of one mapping. */
public final class LevelReader {
  private static final double SUM_TOLERANCE = 1e-9;
  private static final Domain FACTOR = new Domain(1, true, 100);

  /** The keys of words, besides the accelerator's, in the order in which they are read. */
  private static final List<String> WORDS =
      List.of("site", "training_system", "shape", "between", "stage", "ownership", "precision");

  /** The parameters that stand at a level by themselves. */
  private static final Map<String, PhaseParameter> NUMBERS = new LinkedHashMap<>();

  static {
    for (PhaseParameter parameter : PhaseParameter.all()) {
      if (!PhaseParameter.SHARES.contains(parameter)) {
        NUMBERS.put(parameter.key(), parameter);
      }
    }
  }

  private final Catalog catalog;
  private final ValueReader values;
  private final Problems problems;

  /** Whether milestones are complete on their day or grow in between. */
  enum Between {
    STEP,
    LINEAR;

    String id() {
      return this == STEP ? "step" : "linear";
    }
  }

  LevelReader(Catalog catalog, ValueReader values, Problems problems) {
    this.catalog = catalog;
    this.values = values;
    this.problems = problems;
  }

  /** Reads all phase parameters of a mapping; the caller finishes the mapping. */
  WrittenParameters read(MappingReader reader, String path) {
    WrittenParameters level = new WrittenParameters(path, reader.location());
    word(reader, level, "gpu");
    reader.know(NUMBERS.keySet());
    for (String key : reader.keys()) {
      PhaseParameter parameter = NUMBERS.get(key);
      if (parameter != null) {
        number(reader, level, parameter);
      }
    }
    split(reader, level);
    for (String key : WORDS) {
      word(reader, level, key);
    }
    plan(reader, level);
    return level;
  }

  /** Adds the keys that the unknown ones of a mapping probably meant to what is not missing. */
  static void finish(MappingReader reader, WrittenParameters level) {
    Set<String> meant = reader.finish();
    level.broken.addAll(meant);
  }

  private void word(MappingReader reader, WrittenParameters level, String key) {
    Optional<Node> node = reader.take(key);
    if (node.isEmpty()) {
      return;
    }
    String path = reader.path(key);
    Optional<ValueReader.Stated> stated = values.stated(node.get(), path);
    Optional<?> constant =
        stated.isEmpty() ? Optional.empty() : constant(key, stated.get().node(), path);
    if (stated.isEmpty() || constant.isEmpty()) {
      level.broken.add(key);
      return;
    }
    String text = ((Node.Scalar) stated.get().node()).text();
    level.words.put(
        key,
        new WrittenParameters.Word(
            constant.get(), text, stated.get().provenance(), stated.get().node().location()));
  }

  private Optional<?> constant(String key, Node node, String path) {
    return switch (key) {
      case "gpu" -> accelerator(node, path);
      case "shape" -> values.word(node, path, RampShape.values(), RampShape::id);
      case "between" -> values.word(node, path, Between.values(), Between::id);
      case "stage" -> values.word(node, path, Stage.values(), Stage::id);
      case "ownership" -> values.word(node, path, Ownership.values(), Ownership::id);
      case "precision" -> values.word(node, path, Precision.values(), Precision::id);
      default -> values.id(node, path);
    };
  }

  private Optional<Accelerator> accelerator(Node node, String path) {
    Optional<String> id = values.id(node, path);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Accelerator> found = catalog.accelerator(id.get());
    if (found.isEmpty()) {
      problems.error(
          node.location(),
          path,
          "found the unknown accelerator '" + id.get() + "'",
          "a catalogue id: 'catalog accelerators' lists them",
          problems.nearest(id.get(), catalog.acceleratorIds()));
    }
    return found;
  }

  private void number(MappingReader reader, WrittenParameters level, PhaseParameter parameter) {
    Optional<Node> node = reader.take(parameter.key());
    if (node.isEmpty()) {
      return;
    }
    String path = reader.path(parameter.key());
    Optional<ValueReader.Stated> stated = values.stated(node.get(), path);
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

  private Optional<AssumedValue> value(Node node, String path, PhaseParameter parameter) {
    if (parameter.isDate()) {
      Optional<Distribution> date = values.instant(node, path);
      return date.isEmpty() ? Optional.empty() : Optional.of(new AssumedValue.Dated(date.get()));
    }
    if (parameter == PhaseParameter.OFFTAKE_PRICE) {
      return offtakePrice(node, path);
    }
    if (parameter == PhaseParameter.SYSTEMS || parameter == PhaseParameter.PROBABILITY) {
      return known(node, path, parameter);
    }
    Optional<Distribution> number =
        values.number(
            node, path, parameter.dimension(), parameter.domain(), parameter.daysPerBareNumber());
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new AssumedValue.Measured(number.get(), parameter.dimension()));
  }

  /** A number of systems and a chance are known; what the chance decides is drawn. */
  private Optional<AssumedValue> known(Node node, String path, PhaseParameter parameter) {
    Optional<Double> number = values.certain(node, path, parameter.dimension(), parameter.domain());
    if (parameter == PhaseParameter.SYSTEMS
        && number.isPresent()
        && number.get() != Math.rint(number.get())) {
      problems.error(node.location(), path, "found " + node.describe(), "a whole number ≥ 1");
      return Optional.empty();
    }
    return number.map(
        n -> new AssumedValue.Measured(new Distribution.Certain(n), parameter.dimension()));
  }

  /** An offtake price is money per power and year or money per GPU-hour, as written. */
  private Optional<AssumedValue> offtakePrice(Node node, String path) {
    PhaseParameter parameter = PhaseParameter.OFFTAKE_PRICE;
    boolean perGpuHour =
        node instanceof Node.Scalar scalar && scalar.text().matches("(?s).*(GPU|chip|package)-.*");
    Dimension dimension = perGpuHour ? Dimension.MONEY_PER_COUNT_TIME : parameter.dimension();
    return values
        .number(node, path, dimension, parameter.domain(), 1)
        .map(n -> new AssumedValue.Measured(n, dimension));
  }

  private void split(MappingReader reader, WrittenParameters level) {
    Optional<Node> node = reader.take("capex_split");
    if (node.isEmpty()) {
      return;
    }
    String path = reader.path("capex_split");
    Optional<ValueReader.Stated> stated = values.stated(node.get(), path);
    Optional<MappingReader> opened =
        stated.isEmpty()
            ? Optional.empty()
            : MappingReader.open(
                stated.get().node(),
                path,
                "shares such as {training: 60%, inference: 40%}",
                problems);
    if (stated.isEmpty() || opened.isEmpty()) {
      level.broken.add("capex_split");
      return;
    }
    if (!shares(opened.get(), stated.get(), path, level)) {
      level.broken.add("capex_split");
    }
  }

  /** Reads the shares of a split; one may be {@code rest}, which an uncertain one needs. */
  private boolean shares(
      MappingReader shares, ValueReader.Stated stated, String path, WrittenParameters level) {
    Map<PhaseParameter, Distribution> read = new EnumMap<>(PhaseParameter.class);
    Optional<PhaseParameter> rest = Optional.empty();
    boolean complete = true;
    for (PhaseParameter share : PhaseParameter.SHARES) {
      String key = share.key().substring(share.key().indexOf('.') + 1);
      Optional<Node> part = shares.take(key);
      if (part.isEmpty()) {
        read.put(share, new Distribution.Certain(0));
      } else if (part.get() instanceof Node.Scalar scalar && scalar.text().equals("rest")) {
        if (rest.isPresent()) {
          problems.error(
              scalar.location(),
              shares.path(key),
              "found a second rest beside " + rest.get().key(),
              "'rest' for one share");
          complete = false;
        }
        rest = Optional.of(share);
      } else {
        Optional<Distribution> number =
            values.number(part.get(), shares.path(key), share.dimension(), share.domain(), 1);
        if (number.isPresent()) {
          read.put(share, number.get());
        } else {
          complete = false;
        }
      }
    }
    complete &= shares.finish().isEmpty();
    if (!complete) {
      return false;
    }
    double sum = 0;
    double known = 0;
    List<PhaseParameter> uncertain = new ArrayList<>();
    for (Map.Entry<PhaseParameter, Distribution> entry : read.entrySet()) {
      double median = entry.getValue().median();
      sum += median;
      if (entry.getValue().isCertain()) {
        known += median;
      } else {
        uncertain.add(entry.getKey());
      }
    }
    if (uncertain.size() > 1 || (uncertain.size() == 1 && rest.isEmpty())) {
      problems.error(
          stated.node().location(),
          path,
          "found an uncertain share",
          "one uncertain share at most, and 'rest' for the share that gives way to it");
      return false;
    }
    if (rest.isPresent() ? sum > 1 + SUM_TOLERANCE : Math.abs(sum - 1) > SUM_TOLERANCE) {
      problems.error(
          stated.node().location(),
          path,
          "found shares that sum to " + percent(sum),
          rest.isPresent() ? "shares that leave a rest" : "shares that sum to 100%");
      return false;
    }
    if (rest.isPresent()) {
      read.put(rest.get(), new Distribution.Certain(Math.max(0, 1 - sum)));
    }
    for (PhaseParameter share : uncertain) {
      Distribution whole = new Distribution.Certain(0);
      read.put(share, Distribution.truncate(read.getOrDefault(share, whole), 0, 1 - known));
    }
    level.rest = uncertain.isEmpty() ? Optional.empty() : rest;
    for (Map.Entry<PhaseParameter, Distribution> entry : read.entrySet()) {
      PhaseParameter share = entry.getKey();
      level.numbers.put(
          share,
          new WrittenParameters.Value(
              new AssumedValue.Measured(entry.getValue(), share.dimension()),
              stated.provenance(),
              stated.node().location(),
              path + share.key().substring("capex_split".length())));
    }
    return true;
  }

  private static String percent(double share) {
    String text = String.format(java.util.Locale.ROOT, "%.6f", share * 100);
    return text.replaceAll("\\.?0+$", "") + "%";
  }

  private void plan(MappingReader reader, WrittenParameters level) {
    List<String> written = new ArrayList<>();
    for (PhaseParameter size : PhaseParameter.SIZES) {
      if (reader.has(size.key())) {
        written.add(size.key());
      }
    }
    for (String key : List.of("milestones", "growth")) {
      reader.take(key);
      if (reader.has(key)) {
        written.add(key);
      }
    }
    for (String extra : written.subList(Math.min(1, written.size()), written.size())) {
      problems.error(
          reader.locationOf(extra),
          reader.path(extra),
          "found a second size beside "
              + written.get(0)
              + " ("
              + reader.locationOf(written.get(0))
              + ")",
          "exactly one of gpu_count, it_power, facility_power, capex, milestones, growth;"
              + " a null removes an inherited one");
    }
    if (written.isEmpty()) {
      return;
    }
    String key = written.get(0);
    Location location = reader.locationOf(key);
    Optional<Node> node = reader.take(key);
    String path = reader.path(key);
    Optional<Plan> plan = Optional.empty();
    if (key.equals("milestones") || key.equals("growth")) {
      Optional<ValueReader.Stated> stated =
          node.isEmpty() ? Optional.empty() : values.stated(node.get(), path);
      if (stated.isPresent()) {
        plan =
            key.equals("milestones") ? milestones(stated.get(), path) : growth(stated.get(), path);
      }
      if (plan.isEmpty()) {
        level.broken.add(key);
      }
      for (String useless : List.of("online", "ramp", "shape")) {
        if (reader.has(useless)) {
          problems.error(
              reader.locationOf(useless),
              reader.path(useless),
              "found " + useless + " beside " + key,
              key + " alone, which has its own dates");
        }
      }
    }
    level.plan = Optional.of(new WrittenParameters.PlanAtLevel(key, plan, location));
  }

  private Optional<Plan> milestones(ValueReader.Stated stated, String path) {
    if (!(stated.node() instanceof Node.Sequence list) || list.items().isEmpty()) {
      problems.error(
          stated.node().location(),
          path,
          "found "
              + (stated.node() instanceof Node.Sequence
                  ? "an empty list"
                  : stated.node().describe()),
          "a list such as [{by: 2026-06, facility_power: 300 MW}]");
      return Optional.empty();
    }
    List<Plan.Step> steps = new ArrayList<>();
    Optional<PhaseParameter> kind = Optional.empty();
    boolean complete = true;
    for (int i = 0; i < list.items().size(); i++) {
      String itemPath = path + "[" + i + "]";
      Node item = list.items().get(i);
      Optional<MappingReader> opened =
          MappingReader.open(
              item, itemPath, "a milestone such as {by: 2026-06, gpu_count: 100k}", problems);
      if (opened.isEmpty()) {
        complete = false;
        continue;
      }
      MappingReader reader = opened.get();
      Optional<Assumption> by =
          dated(reader.require("by", "a date"), reader.path("by"), stated.provenance());
      Optional<SizeAtStep> size = size(reader, itemPath, stated.provenance(), "milestone");
      reader.finish();
      if (by.isEmpty() || size.isEmpty()) {
        complete = false;
        continue;
      }
      if (kind.isPresent() && kind.get() != size.get().kind) {
        problems.error(
            item.location(),
            itemPath,
            "found " + size.get().kind.key(),
            kind.get().key() + " as in the milestones before");
        complete = false;
      }
      if (kind.isEmpty()) {
        kind = Optional.of(size.get().kind);
      }
      complete &= checkOrder(steps, by.get(), size.get().size, item, itemPath);
      steps.add(new Plan.Step(by.get(), size.get().size));
    }
    return complete && kind.isPresent()
        ? Optional.of(new Plan.Milestones(kind.get(), steps, false))
        : Optional.empty();
  }

  private boolean checkOrder(
      List<Plan.Step> before, Assumption by, Assumption size, Node item, String path) {
    if (before.isEmpty()) {
      return true;
    }
    Plan.Step last = before.get(before.size() - 1);
    boolean inOrder = true;
    if (median(by) <= median(last.by())) {
      problems.error(
          item.location(), path + ".by", "found a date not after the one before", "later dates");
      inOrder = false;
    }
    if (median(size) < median(last.size())) {
      problems.error(
          item.location(),
          path,
          "found a size below the one before",
          "cumulative sizes that do not decrease");
      inOrder = false;
    }
    return inOrder;
  }

  private static double median(Assumption assumption) {
    return assumption.value() instanceof AssumedValue.Dated dated
        ? dated.distribution().median()
        : ((AssumedValue.Measured) assumption.value()).distribution().median();
  }

  /** A size with its kind. */
  private record SizeAtStep(PhaseParameter kind, Assumption size) {}

  private Optional<SizeAtStep> size(
      MappingReader reader, String path, Provenance provenance, String what) {
    Optional<SizeAtStep> found = Optional.empty();
    List<String> written = new ArrayList<>();
    for (PhaseParameter kind : PhaseParameter.SIZES) {
      Optional<Node> node = reader.take(kind.key());
      if (node.isEmpty()) {
        continue;
      }
      written.add(kind.key());
      Optional<Assumption> size =
          measured(node, reader.path(kind.key()), kind.dimension(), kind.domain(), provenance);
      if (size.isPresent()) {
        found = Optional.of(new SizeAtStep(kind, size.get()));
      }
    }
    if (written.size() != 1) {
      boolean misspelt =
          written.isEmpty()
              && reader.keys().stream()
                  .anyMatch(key -> !problems.nearest(key, sizeKeys()).isEmpty());
      if (!misspelt) {
        problems.error(
            reader.location(),
            path,
            written.isEmpty()
                ? "found no size in the " + what
                : "found " + written.size() + " sizes",
            "one of gpu_count, it_power, facility_power, capex");
      }
      return Optional.empty();
    }
    return found;
  }

  private static List<String> sizeKeys() {
    return PhaseParameter.SIZES.stream().map(PhaseParameter::key).toList();
  }

  private Optional<Plan> growth(ValueReader.Stated stated, String path) {
    Optional<MappingReader> opened =
        MappingReader.open(
            stated.node(),
            path,
            "a mapping such as {from: 2025-03, facility_power: 0.3 GW, per_year: 2}",
            problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = opened.get();
    Provenance provenance = stated.provenance();
    Optional<Assumption> from =
        dated(reader.require("from", "a date"), reader.path("from"), provenance);
    Optional<SizeAtStep> size = size(reader, path, provenance, "growth");
    Optional<Assumption> perYear =
        measured(
            reader.require("per_year", "a growth factor ≥ 1"),
            reader.path("per_year"),
            Dimension.RATIO,
            FACTOR,
            provenance);
    Optional<Assumption> until = dated(reader.take("until"), reader.path("until"), provenance);
    reader.finish();
    if (from.isEmpty() || size.isEmpty() || perYear.isEmpty()) {
      return Optional.empty();
    }
    if (until.isPresent() && median(until.get()) < median(from.get())) {
      problems.error(
          reader.locationOf("until"),
          reader.path("until"),
          "found a date before from",
          "a later date");
      return Optional.empty();
    }
    return Optional.of(
        new Plan.Growth(size.get().kind, from.get(), size.get().size, perYear.get(), until));
  }

  /** Reads a date inside a plan or constraint, if there is one. */
  Optional<Assumption> dated(Optional<Node> node, String path, Provenance inherited) {
    Optional<ValueReader.Stated> stated =
        node.isEmpty() ? Optional.empty() : values.stated(node.get(), path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Optional<Distribution> date = values.instant(stated.get().node(), path);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    Provenance provenance = stated.get().provenance().orElse(inherited);
    return Optional.of(given(path, new AssumedValue.Dated(date.get()), provenance));
  }

  /** Reads a chance, which is known; what it decides is drawn. */
  Optional<Assumption> chance(Node node, String path) {
    return values
        .stated(node, path)
        .flatMap(
            s ->
                values
                    .certain(s.node(), path, Dimension.SHARE, Domain.SHARE)
                    .map(Distribution.Certain::new)
                    .map(
                        d ->
                            new Assumption(
                                path,
                                path,
                                new AssumedValue.Measured(d, Dimension.SHARE),
                                Origin.GIVEN,
                                s.provenance())));
  }

  /** Reads a number inside a plan, constraint or risk, if there is one. */
  Optional<Assumption> measured(
      Optional<Node> node, String path, Dimension dimension, Domain domain, Provenance inherited) {
    Optional<ValueReader.Stated> stated =
        node.isEmpty() ? Optional.empty() : values.stated(node.get(), path);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Optional<Distribution> number = values.number(stated.get().node(), path, dimension, domain, 1);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Provenance provenance = stated.get().provenance().orElse(inherited);
    return Optional.of(given(path, new AssumedValue.Measured(number.get(), dimension), provenance));
  }

  private static Assumption given(String path, AssumedValue value, Provenance provenance) {
    return new Assumption(path, path, value, Origin.GIVEN, provenance);
  }
}
