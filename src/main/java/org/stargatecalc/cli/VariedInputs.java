package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.input.LoadedScenario;
import org.stargatecalc.input.OpenScenario;
import org.stargatecalc.input.SettableInput;
import org.stargatecalc.input.SettableInputs;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.tree.Problems;
import org.stargatecalc.tree.Setting;

/**
 * Numbers of a scenario that are made uncertain, to see which of them matter.
 *
 * @param share by how much, as it was typed
 * @param paths which; none for every number of low confidence
 */
record VariedInputs(String share, List<String> paths) {
  /** Returns what a command line asks to vary, empty if nothing. */
  static Optional<VariedInputs> of(Arguments arguments) throws UsageException {
    Optional<String> share = arguments.text(Option.VARY_INPUTS);
    if (share.isEmpty() && arguments.has(Option.INPUTS)) {
      throw new UsageException(Option.INPUTS + " needs " + Option.VARY_INPUTS + " SHARE");
    }
    if (share.isEmpty()) {
      return Optional.empty();
    }
    try {
      double number = QuantityParser.parse(share.get(), Dimension.SHARE);
      if (number > 0 && number < 0.8 && share.get().contains("%")) {
        return Optional.of(new VariedInputs(share.get(), arguments.commaSeparated(Option.INPUTS)));
      }
    } catch (InvalidTextException no) {
      // said below
    }
    throw new UsageException(
        Option.VARY_INPUTS
            + ": found '"
            + share.get()
            + "'; expected a share above 0% and below 80%, such as 10%");
  }

  /** Returns the scenario with ranges, or nothing after saying what is wrong. */
  Optional<LoadedScenario> load(ScenarioInput input, Session session) throws UsageException {
    Problems problems = new Problems();
    Optional<OpenScenario> open = input.open(session, problems);
    Optional<LoadedScenario> loaded = open.isEmpty() ? Optional.empty() : open.get().read(problems);
    if (loaded.isPresent() && problems.errors().isEmpty()) {
      loaded =
          paths.isEmpty()
              ? lowConfidence(open.orElseThrow(), loaded.get(), input, session)
              : named(open.orElseThrow(), problems);
    }
    return input.printer().accepts(problems, session) ? loaded : Optional.empty();
  }

  private Optional<LoadedScenario> named(OpenScenario open, Problems problems) {
    OpenScenario varied = open;
    for (String path : paths) {
      varied = varied.spread(spreading(Option.INPUTS, path), problems);
    }
    return problems.errors().isEmpty() ? varied.read(problems) : Optional.empty();
  }

  /** What cannot be a range by itself, such as a part of a split, is left as it is and named. */
  private Optional<LoadedScenario> lowConfidence(
      OpenScenario open, LoadedScenario loaded, ScenarioInput input, Session session)
      throws UsageException {
    OpenScenario varied = open;
    Optional<LoadedScenario> result = Optional.empty();
    List<String> left = new ArrayList<>();
    for (SettableInput one : new SettableInputs(open, loaded.spec()).all()) {
      boolean isLow =
          one.assumption().provenance().confidence().equals(Optional.of(Confidence.LOW));
      boolean isOfPhaseOnly = one.text().isEmpty() && one.path().startsWith("phases.");
      if (!isLow || isOfPhaseOnly || !(one.assumption().value() instanceof AssumedValue.Measured)) {
        continue;
      }
      Problems problems = new Problems();
      OpenScenario next = varied.spread(spreading(Option.VARY_INPUTS, one.path()), problems);
      Optional<LoadedScenario> read =
          problems.errors().isEmpty() ? next.read(problems) : Optional.empty();
      if (read.isPresent() && problems.errors().isEmpty()) {
        varied = next;
        result = read;
      } else if (!one.text().isEmpty()) {
        left.add(one.path());
      }
    }
    if (!left.isEmpty()) {
      input
          .printer()
          .sayNotes(
              List.of(
                  "not varied, being 0, a whole number, a part of a split or too near to a bound: "
                      + String.join(", ", left)),
              session);
    }
    if (result.isEmpty()) {
      throw new UsageException(
          open.file()
              + " states no number with low confidence; name what to vary: "
              + Option.INPUTS
              + " pue,watts_per_gpu");
    }
    return result;
  }

  private Setting spreading(Option option, String path) {
    return new Setting(option.word(), path + "=" + share);
  }
}
