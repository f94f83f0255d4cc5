package org.stargatecalc.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.provenance.Provenance;
import org.stargatecalc.scenario.Assumption;
import org.stargatecalc.scenario.OwnChip;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.tree.Location;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.YamlText;

/**
 * A scenario filled in, as a file that projects to the same results by itself: what it extends and
 * what is laid over it are folded in, defaults stand at its top and chips of the catalogue under
 * {@code accelerators}, each with its provenance; what was written stays at its level.
 */
public final class EffectiveScenario {
  private static final Location NOWHERE = new Location("", 0, 0);

  /** Longer numbers are written with an exponent. */
  private static final int MOST_DIGITS = 9;

  private static final String DEFAULT = "default.";

  /** What stands behind the values of all phases. */
  private static final Set<String> LAST =
      Set.of("accelerators", "sites", "phases", "constraints", "risks", "correlations", "expect");

  private final LoadedScenario loaded;
  private final Catalog catalog;
  private final ScenarioSpec spec;

  /** Keys of defaults that are in use, in the order of the catalogue. */
  private final Set<String> used = new LinkedHashSet<>();

  private EffectiveScenario(LoadedScenario loaded, Catalog catalog) {
    this.loaded = loaded;
    this.catalog = catalog;
    this.spec = loaded.spec();
    Set<String> found = new LinkedHashSet<>();
    for (Assumption assumption : spec.assumptions()) {
      if (assumption.declaredAt().startsWith(DEFAULT)) {
        found.add(assumption.declaredAt().substring(DEFAULT.length()));
      }
    }
    for (String key : catalog.defaults().keySet()) {
      if (found.contains(key)) {
        used.add(key);
      }
    }
  }

  /** Returns the text of the file. */
  public static String text(LoadedScenario loaded, Catalog catalog) {
    return new EffectiveScenario(loaded, catalog).text();
  }

  private String text() {
    YamlText text = new YamlText();
    text.comment(spec.name() + ", filled in: what the scenario says, then what it leaves to the");
    text.comment(
        "defaults and the catalogue, then its sites, phases and the rest. It projects to the");
    text.comment("same results by itself.");
    text.gap();
    Map<String, Node> all = new LinkedHashMap<>();
    for (Node.Entry entry : loaded.tree().entries().values()) {
      if (!entry.key().equals("extends") && !entry.key().equals("horizon")) {
        all.put(entry.key(), entry.value());
      }
    }
    for (Map.Entry<String, Node> entry : all.entrySet()) {
      if (!LAST.contains(entry.getKey())) {
        text.entry(entry.getKey(), entry.getValue());
      }
    }
    text.entry("horizon", horizon());
    if (!all.containsKey("claims")) {
      text.entry("claims", claims());
    }
    addDefaults(text);
    chips(all.get("accelerators")).ifPresent(chips -> text.gap().entry("accelerators", chips));
    for (Map.Entry<String, Node> entry : all.entrySet()) {
      if (LAST.contains(entry.getKey()) && !entry.getKey().equals("accelerators")) {
        text.gap().entry(entry.getKey(), entry.getValue());
      }
    }
    return text.toString();
  }

  private Node horizon() {
    Map<String, Node> ends = new LinkedHashMap<>();
    Node.Entry stated = loaded.tree().get("horizon");
    for (String end : List.of("from", "to")) {
      Node.Entry written =
          stated != null && stated.value() instanceof Node.Mapping mapping
              ? mapping.get(end)
              : null;
      ends.put(
          end,
          written != null
              ? written.value()
              : scalar(catalog.defaultValue("horizon." + end).value()));
    }
    return mapping(ends);
  }

  private Node claims() {
    List<Node> ids = new ArrayList<>();
    for (Claim claim : loaded.claims()) {
      ids.add(scalar(claim.id()));
    }
    return new Node.Sequence(ids, NOWHERE);
  }

  private void addDefaults(YamlText text) {
    List<String> follow = new ArrayList<>();
    text.gap();
    text.comment("---- Defaults, for every phase that does not say otherwise ----");
    for (String key : used) {
      DefaultValue value = catalog.defaultValue(key);
      Optional<String> followed = followed(key);
      if (followed.isPresent()) {
        follow.add(key + ": " + value.value() + " by default; follows " + followed.get());
      } else if (key.equals(PhaseParameter.TRAINING.key())) {
        text.entry("capex_split", split());
      } else if (!isElsewhere(key)) {
        text.entry(key, stated(scalar(value.value()), value.provenance()));
      }
    }
    if (!spec.statesRunShare()) {
      follow.add("run_share: follows capex_split.training");
    }
    follow.forEach(text::comment);
  }

  /** What is written in another place: shares, ends of the horizon and prices of chips. */
  private static boolean isElsewhere(String key) {
    return key.startsWith("capex_split.")
        || key.startsWith("horizon.")
        || key.equals(PhaseParameter.CAPEX_PER_GPU.key());
  }

  /** Returns what a default follows, so that it would no longer do so if it were written. */
  private Optional<String> followed(String key) {
    if (key.startsWith("mfu.")) {
      return Optional.of("precision");
    }
    if (key.equals(PhaseParameter.SYSTEMS.key())) {
      return Optional.of("site_count");
    }
    boolean exceedsPeak = false;
    if (key.equals(PhaseParameter.PUE_AVERAGE.key())) {
      for (PhaseSpec phase : spec.phases()) {
        Assumption average = phase.parameters().get(PhaseParameter.PUE_AVERAGE);
        Assumption peak = phase.parameters().get(PhaseParameter.PUE);
        exceedsPeak |= average != null && peak != null && average.median() > peak.median();
      }
    }
    return exceedsPeak ? Optional.of("pue where that is lower") : Optional.empty();
  }

  /** The shares of a split are stated as one. */
  private Node split() {
    Map<String, Node> shares = new LinkedHashMap<>();
    for (PhaseParameter share : PhaseParameter.SHARES) {
      String key = share.key().substring("capex_split.".length());
      shares.put(key, scalar(catalog.defaultValue(share.key()).value()));
    }
    return stated(
        mapping(shares), catalog.defaultValue(PhaseParameter.TRAINING.key()).provenance());
  }

  /**
   * Returns the chips that phases use: those of the scenario as written, those of the catalogue.
   */
  private Optional<Node> chips(@Nullable Node written) {
    Map<String, Node> chips = new LinkedHashMap<>();
    if (written instanceof Node.Mapping own) {
      own.entries().values().forEach(entry -> chips.put(entry.key(), entry.value()));
    }
    Set<String> known = new LinkedHashSet<>();
    for (OwnChip own : spec.ownChips()) {
      known.add(own.id());
    }
    for (PhaseSpec phase : spec.phases()) {
      if (known.add(phase.accelerator().id())) {
        chips.put(phase.accelerator().id(), chip(phase.accelerator()));
      }
    }
    return chips.isEmpty() ? Optional.empty() : Optional.of(mapping(chips));
  }

  private Node chip(Accelerator chip) {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("title", scalar(chip.title()));
    if (!chip.vendor().isEmpty()) {
      entries.put("vendor", scalar(chip.vendor()));
    }
    put(entries, "it_watts", chip.itWatts(), "W", chip.provenance());
    put(entries, "chip_tdp", chip.chipTdpWatts(), "W", chip.provenance());
    put(entries, "bf16_flops", chip.bf16Flops(), "FLOP/s", chip.provenance());
    put(entries, "fp8_flops", chip.fp8Flops(), "FLOP/s", chip.provenance());
    if (chip.capexPerGpuUsd().isPresent()) {
      put(entries, "capex_per_gpu", chip.capexPerGpuUsd(), "USD/GPU", chip.capexProvenance());
    } else {
      DefaultValue price = catalog.defaultValue(PhaseParameter.CAPEX_PER_GPU.key());
      entries.put("capex_per_gpu", stated(scalar(price.value()), price.provenance()));
    }
    return mapping(entries);
  }

  private static void put(
      Map<String, Node> entries, String key, OptionalDouble value, String unit, Provenance from) {
    if (value.isPresent()) {
      String text = shortest(value.getAsDouble()) + " " + unit;
      entries.put(key, stated(scalar(text), from));
    }
  }

  /** Returns the fewest digits that read back as the same number. */
  private static String shortest(double value) {
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return written(rounded);
      }
    }
    return written(new BigDecimal(value).round(new MathContext(17)));
  }

  private static String written(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.precision() - plain.scale() > MOST_DIGITS
        ? plain.round(new MathContext(17)).toString().replace("E+", "e")
        : value.toPlainString();
  }

  private static Node stated(Node value, Provenance provenance) {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("value", value);
    provenance.source().ifPresent(source -> entries.put("source", scalar(source)));
    provenance
        .confidence()
        .map(Confidence::id)
        .ifPresent(c -> entries.put("confidence", scalar(c)));
    provenance.asOf().ifPresent(date -> entries.put("as_of", scalar(date)));
    return entries.size() == 1 ? value : mapping(entries);
  }

  private static Node scalar(String text) {
    return new Node.Scalar(text, false, NOWHERE);
  }

  private static Node.Mapping mapping(Map<String, Node> nodes) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    nodes.forEach((key, node) -> entries.put(key, new Node.Entry(key, NOWHERE, node)));
    return new Node.Mapping(entries, NOWHERE);
  }
}
