package org.stargatecalc.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.uncertainty.Distribution;

/**
 * The key {@code capex_split}: shares that sum to 100 %, of which one may be {@code rest} and one
 * uncertain, which then needs a rest that gives way to it.
 */
final class SplitReader implements LevelKeys {
  static final String KEY = "capex_split";
  private static final double SUM_TOLERANCE = 1e-9;

  private final ValueReader values;
  private final Problems problems;

  SplitReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Shares as written, without the one that is the rest. */
  private record Shares(
      EnumMap<PhaseParameter, Distribution> given, Optional<PhaseParameter> rest) {
    double sum() {
      double sum = 0;
      for (Distribution share : given.values()) {
        sum += share.median();
      }
      return sum;
    }

    double known() {
      double known = 0;
      for (Distribution share : given.values()) {
        known += share.isCertain() ? share.median() : 0;
      }
      return known;
    }

    /** Returns the share that is the rest of a drawn one. */
    Optional<PhaseParameter> givingWay() {
      return uncertain().isEmpty() ? Optional.empty() : rest;
    }

    List<PhaseParameter> uncertain() {
      List<PhaseParameter> uncertain = new ArrayList<>();
      for (Map.Entry<PhaseParameter, Distribution> share : given.entrySet()) {
        if (!share.getValue().isCertain()) {
          uncertain.add(share.getKey());
        }
      }
      return uncertain;
    }
  }

  @Override
  public void read(MappingReader reader, WrittenParameters level) {
    Optional<Node> node = reader.take(KEY);
    if (node.isEmpty()) {
      return;
    }
    String path = reader.path(KEY);
    if (StepsReader.isStepped(node.get())) {
      Optional<List<StepsReader.Step<Shares>>> steps =
          new StepsReader(values, problems).read(node.get(), path, this::shares);
      if (steps.isEmpty()) {
        level.broken.add(KEY);
      } else {
        keep(steps.get(), level);
      }
      return;
    }
    Optional<ValueReader.Stated> stated = values.stated(node.get(), path);
    Optional<Shares> shares =
        stated.isEmpty() ? Optional.empty() : shares(stated.get().node(), path);
    if (stated.isEmpty() || shares.isEmpty()) {
      level.broken.add(KEY);
      return;
    }
    level.rest = shares.get().givingWay();
    for (Map.Entry<PhaseParameter, Distribution> entry : shares.get().given().entrySet()) {
      PhaseParameter share = entry.getKey();
      level.numbers.put(
          share,
          new WrittenParameters.Value(
              new AssumedValue.Measured(entry.getValue(), share.dimension()),
              stated.get().provenance(),
              stated.get().node().location(),
              path + share.key().substring(KEY.length())));
    }
  }

  /** Keeps shares that change with time: the first ones as numbers, the others as later ones. */
  private static void keep(List<StepsReader.Step<Shares>> steps, WrittenParameters level) {
    StepsReader.Step<Shares> first = steps.get(0);
    level.rest = first.value().givingWay();
    for (PhaseParameter share : PhaseParameter.SHARES) {
      List<WrittenParameters.Step> later = new ArrayList<>();
      for (StepsReader.Step<Shares> step : steps.subList(1, steps.size())) {
        boolean isRest = step.value().givingWay().equals(Optional.of(share));
        later.add(new WrittenParameters.Step(step.from(), written(step, share), isRest));
      }
      level.numbers.put(share, written(first, share));
      level.later.put(share, new WrittenParameters.Later(first.from(), later));
    }
  }

  private static WrittenParameters.Value written(
      StepsReader.Step<Shares> step, PhaseParameter share) {
    return new WrittenParameters.Value(
        new AssumedValue.Measured(
            Objects.requireNonNull(step.value().given().get(share)), share.dimension()),
        step.provenance(),
        step.node().location(),
        step.path() + share.key().substring(KEY.length()));
  }

  private Optional<Shares> shares(Node node, String path) {
    Optional<MappingReader> opened =
        MappingReader.open(node, path, "shares such as {training: 60%, inference: 40%}", problems);
    Optional<Shares> shares = opened.isEmpty() ? Optional.empty() : shares(opened.get());
    return shares.isPresent() && sumsUp(shares.get(), node, path)
        ? filled(shares.get(), node, path)
        : Optional.empty();
  }

  private Optional<Shares> shares(MappingReader reader) {
    EnumMap<PhaseParameter, Distribution> given = new EnumMap<>(PhaseParameter.class);
    Optional<PhaseParameter> rest = Optional.empty();
    boolean complete = true;
    for (PhaseParameter share : PhaseParameter.SHARES) {
      String key = share.key().substring(KEY.length() + 1);
      Optional<Node> part = reader.take(key);
      if (part.isEmpty()) {
        given.put(share, new Distribution.Certain(0));
      } else if (part.get() instanceof Node.Scalar scalar && scalar.text().equals("rest")) {
        if (rest.isPresent()) {
          problems.error(
              scalar.location(),
              reader.path(key),
              "found a second rest beside " + rest.get().key(),
              "'rest' for one share");
          complete = false;
        }
        rest = Optional.of(share);
      } else {
        Optional<Distribution> number =
            values.number(part.get(), reader.path(key), share.dimension(), share.domain(), 1);
        complete &= number.isPresent();
        if (number.isPresent()) {
          given.put(share, number.get());
        }
      }
    }
    complete &= reader.finish().isEmpty();
    return complete ? Optional.of(new Shares(given, rest)) : Optional.empty();
  }

  private boolean sumsUp(Shares shares, Node node, String path) {
    int uncertain = shares.uncertain().size();
    boolean hasRest = shares.rest().isPresent();
    if (uncertain > 1 || (uncertain == 1 && !hasRest)) {
      problems.error(
          place(node),
          path,
          "found an uncertain share",
          "one uncertain share at most, and 'rest' for the share that gives way to it");
      return false;
    }
    double sum = shares.sum();
    if (hasRest ? sum > 1 + SUM_TOLERANCE : Math.abs(sum - 1) > SUM_TOLERANCE) {
      problems.error(
          place(node),
          path,
          "found shares that sum to " + percent(sum),
          hasRest
              ? "shares that leave a rest"
              : "shares that sum to 100%; " + givingWay(node) + ": rest takes what is left");
      return false;
    }
    return true;
  }

  /** Returns where a share was changed from outside, else where the split stands. */
  private static Location place(Node node) {
    for (Node.Entry share : ((Node.Mapping) node).entries().values()) {
      if (share.keyLocation().isOption()) {
        return share.keyLocation();
      }
    }
    return node.location();
  }

  /** Returns a share that may give way to the others: one that the last change left alone. */
  private static String givingWay(Node node) {
    Location changed = place(node);
    for (String key : List.of("inference", "training")) {
      Node.Entry share = ((Node.Mapping) node).get(key);
      if (share == null || !share.keyLocation().equals(changed)) {
        return key;
      }
    }
    return "inference";
  }

  /** Fills in the rest, and lets an uncertain share take no more than is left for it. */
  private Optional<Shares> filled(Shares shares, Node node, String path) {
    EnumMap<PhaseParameter, Distribution> filled = new EnumMap<>(shares.given());
    if (shares.rest().isPresent()) {
      filled.put(shares.rest().get(), new Distribution.Certain(Math.max(0, 1 - shares.sum())));
    }
    double left = 1 - shares.known();
    for (PhaseParameter share : shares.uncertain()) {
      Distribution whole = Objects.requireNonNull(filled.get(share));
      Optional<Distribution> inside = Truncation.of(whole, 0, left);
      if (inside.isEmpty()) {
        problems.error(
            node.location(),
            path,
            "found " + share.key() + " mostly above what the others leave, " + percent(left),
            "shares that leave a rest");
        return Optional.empty();
      }
      String cut = Truncation.words(whole, inside.get(), 0, left, "", List.of());
      if (!cut.isEmpty()) {
        problems.warning(node.location(), path, share.key() + ": " + cut);
      }
      filled.put(share, inside.get());
    }
    return Optional.of(new Shares(filled, shares.rest()));
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.6f", share * 100);
    return text.replaceAll("\\.?0+$", "") + "%";
  }
}
