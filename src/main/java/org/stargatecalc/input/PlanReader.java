package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Plan;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** The keys that say how much there is and when: the sizes, {@code milestones}, {@code growth}. */
final class PlanReader implements LevelKeys {
  /** The keys that state a size with dates of their own. */
  private static final List<String> DATED = List.of("milestones", "growth");

  /** All keys of which a phase has exactly one, in the order of messages. */
  static final List<String> KEYS = keys();

  /** What a plan with dates of its own leaves no room for. */
  private static final List<String> USELESS = List.of("online", "ramp", "shape");

  private static final String COVERS = "covers";

  private final ValueReader values;
  private final Problems problems;
  private final MilestonesReader milestones;
  private final GrowthReader growth;

  PlanReader(ValueReader values, AssumptionReader assumptions, Problems problems) {
    SizeReader sizes = new SizeReader(assumptions, problems);
    this.values = values;
    this.problems = problems;
    this.milestones = new MilestonesReader(assumptions, sizes, problems);
    this.growth = new GrowthReader(assumptions, sizes, problems);
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(PhaseParameter.SIZE_KEYS);
    keys.addAll(DATED);
    return List.copyOf(keys);
  }

  @Override
  public void read(MappingReader reader, WrittenParameters level) {
    reader.know(DATED);
    if (covers(reader, level)) {
      return;
    }
    List<String> written = new ArrayList<>();
    for (String key : KEYS) {
      if (reader.has(key)) {
        reader.take(key);
        written.add(key);
      }
    }
    if (written.isEmpty()) {
      return;
    }
    String key = written.get(0);
    refuseSecond(reader, written);
    Optional<Plan> plan = Optional.empty();
    if (DATED.contains(key)) {
      plan = dated(reader, key);
      if (plan.isEmpty()) {
        level.broken.add(key);
      }
      refuseDates(reader, key);
    }
    Location location = reader.locationOf(key);
    level.plan = Optional.of(new WrittenParameters.PlanAtLevel(key, plan, location));
  }

  /** Reads which phase this one stands in for, instead of a size and dates. */
  private boolean covers(MappingReader reader, WrittenParameters level) {
    Optional<Node> node = reader.take(COVERS);
    if (node.isEmpty()) {
      return false;
    }
    String path = reader.path(COVERS);
    Optional<String> id =
        values.stated(node.get(), path).flatMap(stated -> values.id(stated.node(), path));
    List<String> useless = new ArrayList<>(KEYS);
    useless.addAll(USELESS);
    for (String key : useless) {
      if (reader.has(key)) {
        reader.take(key);
        problems.error(
            reader.locationOf(key),
            reader.path(key),
            "found " + key + " beside covers",
            "covers alone: the gap of the covered phase is the size");
      }
    }
    if (id.isEmpty()) {
      level.broken.add(COVERS);
    }
    level.plan =
        Optional.of(
            new WrittenParameters.PlanAtLevel(
                COVERS, id.map(Plan.Covering::new), reader.locationOf(COVERS)));
    return true;
  }

  private Optional<Plan> dated(MappingReader reader, String key) {
    String path = reader.path(key);
    Optional<ValueReader.Stated> stated = values.stated(reader.take(key).orElseThrow(), path);
    return stated.isEmpty()
        ? Optional.empty()
        : key.equals("growth")
            ? growth.read(stated.get(), path)
            : milestones.read(stated.get(), path);
  }

  private void refuseSecond(MappingReader reader, List<String> written) {
    String first = written.get(0);
    for (String extra : written.subList(1, written.size())) {
      problems.error(
          reader.locationOf(extra),
          reader.path(extra),
          "found a second size beside " + first + " (" + reader.locationOf(first) + ")",
          "exactly one of " + String.join(", ", KEYS) + "; a null removes an inherited one");
    }
  }

  private void refuseDates(MappingReader reader, String key) {
    for (String useless : USELESS) {
      if (reader.has(useless)) {
        problems.error(
            reader.locationOf(useless),
            reader.path(useless),
            "found " + useless + " beside " + key,
            key + " alone, which has its own dates");
      }
    }
  }
}
