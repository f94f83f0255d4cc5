package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.stargatecalc.analysis.montecarlo.Settings;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.input.ScenarioLoader;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.result.DrawnRun;
import org.stargatecalc.tree.NearestWord;
import org.stargatecalc.uncertainty.Sampling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share; each means the same everywhere. */
final class Options {
  static final String SET = "--set";
  static final String OVERLAY = "--overlay";
  static final String FORMAT = "--format";
  static final String OUTPUT = "--output";
  static final String BY = "--by";
  static final String FROM = "--from";
  static final String TO = "--to";
  static final String AT = "--at";
  static final String SAMPLES = "--samples";
  static final String SEED = "--seed";
  static final String SAMPLING = "--sampling";
  static final String QUANTILES = "--quantiles";
  static final String THREADS = "--threads";
  static final String POINT = "--point";
  static final String SHARD = "--shard";
  static final String DRAWS = "--draws";
  static final String METRIC = "--metric";
  static final String CLAIM = "--claim";
  static final String METHOD = "--method";
  static final String SHOW = "--show";
  static final String METRICS = "--metrics";
  static final String LAYOUT = "--layout";
  static final String PRECISION = "--precision";
  static final String EXCEL = "--excel";
  static final String COLOR = "--color";
  static final String RECORD = "--record";
  static final String SITES = "--sites";
  static final String VINTAGE = "--vintage";
  static final String AS_OF = "--as-of";
  static final String OPERATIONAL_BY = "--operational-by";
  static final String MIN_MW = "--min-mw";
  static final String OWNER = "--owner";
  static final String QUIET = "--quiet";
  static final String VERBOSE = "--verbose";
  static final String DEBUG = "--debug";
  static final String STRICT = "--strict";
  static final String HELP = "--help";
  static final String VERSION = "--version";

  private Options() {}

  /** Declares what every command takes. */
  static void common(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", HELP).usageHelp(true).description("Show this help.").build());
    spec.addOption(
        OptionSpec.builder("-V", VERSION)
            .versionHelp(true)
            .description("Show the version.")
            .build());
    spec.addOption(value(COLOR, "WHEN", "Colour: auto, always or never (NO_COLOR is obeyed)."));
    spec.addOption(flag("Say only errors.", "-q", QUIET));
    spec.addOption(flag("Say more.", "-v", VERBOSE));
    spec.addOption(flag("Show the stack trace of a bug.", DEBUG));
    spec.addOption(flag("Treat warnings as errors.", STRICT));
  }

  /** Declares scenario operands and what changes them. */
  static void input(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SCENARIO")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Scenario files; - is standard input.")
            .build());
    changesOf(spec);
  }

  /** Declares what changes the scenarios that a command reads. */
  static void changesOf(CommandSpec spec) {
    spec.addOption(
        values(
            SET, "PATH=VALUE", "Set a parameter, such as pue=1.3 or phases.a.delay='6 months'."));
    spec.addOption(values(OVERLAY, "FILE", "Lay a file over the scenario; later ones win."));
  }

  /** Declares where output goes and in which format. */
  static void output(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-f", FORMAT)
            .paramLabel("FORMAT")
            .type(String.class)
            .description(
                "table, csv, tsv, json, markdown or html; check: also junit, github, sarif.")
            .build());
    spec.addOption(
        OptionSpec.builder("-o", OUTPUT)
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("Write to a file, format by its extension or as FORMAT:FILE; may repeat.")
            .build());
    spec.addOption(value(PRECISION, "DIGITS", "Significant digits in csv and tsv (6)."));
    spec.addOption(flag("Write csv for Excel: byte order mark and CR LF.", EXCEL));
  }

  /** Declares periods and parts of an answer. */
  static void shape(CommandSpec spec) {
    spec.addOption(value(BY, "PERIOD", "Rows by month, quarter, half or year (quarter)."));
    spec.addOption(value(FROM, "DATE", "Leave out periods that end before a date."));
    spec.addOption(value(TO, "DATE", "Leave out periods that end after a date."));
    spec.addOption(
        value(AT, "DATE", "One row at the end of a date; flows are sums since the start."));
    spec.addOption(
        value(SHOW, "PARTS", "Only timeline, claims, readings, cost, assumptions or samples."));
    spec.addOption(
        value(METRICS, "IDS", "Only these metrics, such as facility_power_gw,gpu_count."));
    spec.addOption(value(LAYOUT, "LAYOUT", "csv layout: wide or long (wide)."));
  }

  /** Declares the answer that a sensitivity is asked about. */
  static void target(CommandSpec spec) {
    spec.addOption(value(METRIC, "M@DATE", "A metric on a date, such as facility_power_gw@2027."));
    spec.addOption(value(CLAIM, "ID", "A claim of the scenario: its metric at its deadline."));
    spec.addOption(value(METHOD, "HOW", "tornado, rank or sobol (tornado)."));
  }

  static Metric metric(String option, String id) throws UsageException {
    return constant(option, id, Metric.values(), Metric::id);
  }

  /** Declares how draws are made. */
  static void sampling(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-n", SAMPLES)
            .paramLabel("N")
            .type(String.class)
            .description("Draws of an uncertain scenario (10000).")
            .build());
    spec.addOption(value(SEED, "N", "Seed of the draws (1)."));
    spec.addOption(value(SAMPLING, "HOW", "sobol or random points (sobol)."));
    reading(spec);
    spec.addOption(flag("Only the central case, no draws.", POINT));
  }

  /** Declares what is read off draws. */
  static void reading(CommandSpec spec) {
    spec.addOption(value(QUANTILES, "P,...", "Percentiles of every metric (5,50,95)."));
    spec.addOption(value(THREADS, "N", "Threads; results do not depend on it."));
  }

  static Settings settings(ParseResult line) throws UsageException {
    Set<Integer> percentiles = new TreeSet<>();
    for (String percentile : text(line, QUANTILES).orElse("5,50,95").split(",")) {
      percentiles.add((int) whole(QUANTILES, percentile.strip(), 1, 99));
    }
    return settings(line, List.copyOf(percentiles));
  }

  /** Reads how draws are made, for certain percentiles. */
  static Settings settings(ParseResult line, List<Integer> ascending) throws UsageException {
    return new Settings(
        (int) whole(SAMPLES, text(line, SAMPLES).orElse("10000"), 1, DrawnRun.MOST_DRAWS),
        whole(SEED, text(line, SEED).orElse("1"), 0, Long.MAX_VALUE),
        word(line, SAMPLING, Sampling.values(), Sampling::id).orElse(Sampling.SOBOL),
        ascending,
        (int)
            whole(
                THREADS,
                text(line, THREADS)
                    .orElse(Integer.toString(Runtime.getRuntime().availableProcessors())),
                1,
                1024));
  }

  static long whole(String option, String text, long least, long most) throws UsageException {
    String digits = text.replace("_", "");
    // Of 19 digits what is too large for a signed number becomes a negative one.
    long number = digits.matches("\\d{1,19}") ? Long.parseUnsignedLong(digits) : -1;
    if (number < least || number > most) {
      throw new UsageException(
          option + ": found '" + text + "'; expected a whole number from " + least + " to " + most);
    }
    return number;
  }

  static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  static OptionSpec values(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .description(description + " May repeat.")
        .build();
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
        .type(boolean.class)
        .description(description)
        .build();
  }

  static boolean has(ParseResult line, String option) {
    return line.hasMatchedOption(option);
  }

  static Optional<String> text(ParseResult line, String option) {
    return Optional.ofNullable(line.matchedOptionValue(option, (String) null));
  }

  static List<String> texts(ParseResult line, String option) {
    return line.matchedOptionValue(option, List.of());
  }

  static List<String> operands(ParseResult line) {
    return line.matchedPositionalValue(0, List.of());
  }

  static ScenarioLoader.Changes changes(ParseResult line) {
    return new ScenarioLoader.Changes(texts(line, OVERLAY), texts(line, SET));
  }

  /** Refuses a setting that names no path. */
  static void checkSettings(ParseResult line) throws UsageException {
    if (!line.commandSpec().optionsMap().containsKey(SET)) {
      return;
    }
    for (String setting : texts(line, SET)) {
      if (setting.indexOf('=') <= 0) {
        throw new UsageException(
            "--set: found '" + setting + "'; expected PATH=VALUE, such as pue=1.3");
      }
    }
  }

  static ProjectView shapeOf(ParseResult line) throws UsageException {
    Optional<Period> by = word(line, BY, Period.values(), Period::id);
    Optional<ProjectView.Layout> layout =
        word(line, LAYOUT, ProjectView.Layout.values(), ProjectView.Layout::id);
    Optional<PartialDate> first = date(line, FROM);
    Optional<LocalDate> from =
        first.isPresent() ? Optional.of(first.get().first()) : Optional.empty();
    Optional<LocalDate> to = lastDay(line, TO);
    Optional<LocalDate> at = lastDay(line, AT);
    List<ProjectView.Part> parts = new ArrayList<>();
    for (String part : commaSeparated(line, SHOW)) {
      parts.add(constant(SHOW, part, ProjectView.Part.values(), ProjectView.Part::id));
    }
    List<Metric> metrics = metrics(line);
    if (at.isPresent() && (from.isPresent() || to.isPresent() || by.isPresent())) {
      throw new UsageException("--at asks for one date: leave out --by, --from and --to");
    }
    return new ProjectView(
        by.orElse(Period.QUARTER),
        from,
        to,
        at,
        parts,
        metrics,
        layout.orElse(ProjectView.Layout.WIDE));
  }

  private static Optional<LocalDate> lastDay(ParseResult line, String option)
      throws UsageException {
    Optional<PartialDate> date = date(line, option);
    return date.isPresent() ? Optional.of(date.get().last()) : Optional.empty();
  }

  static List<Metric> metrics(ParseResult line) throws UsageException {
    List<Metric> metrics = new ArrayList<>();
    for (String id : commaSeparated(line, METRICS)) {
      metrics.add(constant(METRICS, id, Metric.values(), Metric::id));
    }
    return metrics;
  }

  static List<String> commaSeparated(ParseResult line, String option) {
    List<String> items = new ArrayList<>();
    if (has(line, option)) {
      for (String item : text(line, option).orElse("").split(",")) {
        items.add(item.strip());
      }
    }
    return items;
  }

  static Optional<PartialDate> date(ParseResult line, String option) throws UsageException {
    Optional<String> text = text(line, option);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(text.get()));
    } catch (InvalidTextException fault) {
      throw new UsageException(
          option + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }

  static <E> Optional<E> word(
      ParseResult line, String option, E[] constants, Function<E, String> id)
      throws UsageException {
    Optional<String> text = text(line, option);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(constant(option, text.get(), constants, id));
  }

  static <E> E constant(String option, String word, E[] constants, Function<E, String> id)
      throws UsageException {
    for (E constant : constants) {
      if (id.apply(constant).equals(word)) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(constants).map(id).toList();
    String nearest = NearestWord.of(word, words);
    throw new UsageException(
        option
            + ": found '"
            + word
            + "'; expected one of "
            + String.join(", ", words)
            + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
  }
}
