package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of the command line; each is declared here and nowhere else.
 *
 * <p>A command names those that it takes. Two constants of one name are two meanings, of which no
 * command has both.
 */
enum Option {
  SET(
      "--set",
      "PATH=VALUE",
      Takes.VALUES,
      "Set a parameter, such as pue=1.3 or phases.*.delay='6 months'."),
  SCALE(
      "--scale",
      "PATH=FACTOR",
      Takes.VALUES,
      "Multiply what is there, such as '**.pue=1.1' or sites.*.energy_price=120%."),
  OVERLAY("--overlay", "FILE", Takes.VALUES, "Lay a file over the scenario; later ones win."),
  RECORD(
      "--record",
      "FILE",
      Takes.VALUES,
      "Lay a file over the record of sites, or Epoch AI's tables (.csv); later ones win."),

  // which part of an answer
  BY(
      "--by",
      "PERIOD",
      Takes.VALUE,
      "Rows by month, quarter, half or year (quarter; for people and compare: year)."),
  FROM("--from", "DATE", Takes.VALUE, "Leave out periods that end before a date."),
  TO("--to", "DATE", Takes.VALUE, "Leave out periods that end after a date."),
  AT("--at", "DATE", Takes.VALUE, "One row at the end of a date; flows are sums since the start."),
  AT_DATES("--at", "DATES", Takes.VALUE, "Compare at these dates, comma-separated."),
  SHOW(
      "--show",
      "PARTS",
      Takes.VALUE,
      "Only timeline, claims, readings, cost, assumptions, phases, sites or samples; -o DIR/ gets a"
          + " csv of each."),
  SHOW_PART("--show", "PART", Takes.VALUE, "Only points, scores or amounts (csv: points)."),
  METRICS(
      "--metrics", "IDS", Takes.VALUE, "Only these metrics, such as facility_power_gw,gpu_count."),
  LAYOUT("--layout", "LAYOUT", Takes.VALUE, "csv layout: wide or long (wide)."),

  // what is compared
  CHANGED_SINCE(
      "--changed-since",
      "REV",
      Takes.VALUE,
      "Compare each scenario of a folder that a git revision has otherwise, or not."),
  EXPLAIN(
      "--explain", "Say which changed input carries how much of each change, in the central case."),

  // which combinations of values a sweep goes through
  VARY(
      "--vary",
      "PATH=VALUES",
      Takes.VALUES,
      "Go through values: 1.1,1.2 or 1.1..1.5 by 0.1 or 30%..90% in 7 or own,offtake."),
  TOGETHER("--together", "Go through the values side by side, no grid."),
  SAMPLE("--sample", "N", Takes.VALUE, "N Sobol points of the ranges, such as 1.1..1.5, no grid."),
  SHARD_OF_ROWS(
      "--shard",
      "I/N",
      Takes.VALUE,
      "Only the I-th of N nearly equal parts of the rows (csv and tsv)."),
  AT_END(
      "--at",
      "DATE",
      Takes.VALUE,
      "Metrics at the end of a date (the horizon's); flows are sums since the start."),

  // what a sensitivity is asked about
  METRIC("--metric", "M@DATE", Takes.VALUE, "A metric on a date, such as facility_power_gw@2027."),
  CLAIM("--claim", "ID", Takes.VALUE, "A claim of the scenario: its metric at its deadline."),
  METHOD("--method", "HOW", Takes.VALUE, "tornado, rank or sobol (tornado)."),

  VARY_INPUTS(
      "--vary",
      "SHARE",
      Takes.VALUE,
      "Move by so much, such as 10%, what is stated with low confidence, or --inputs."),
  INPUTS(
      "--inputs",
      "PATHS",
      Takes.VALUE,
      "What --vary moves, such as **.pue,phases.*.watts_per_gpu."),

  // how much of an explanation is shown
  PHASE("--phase", "ID", Takes.VALUE, "Only the part of one phase; the others as one."),
  DEPTH("--depth", "N", Takes.VALUE, "Levels shown below the number."),
  EFFECTIVE(
      "--effective", "Write the scenario filled in, with defaults and catalogue values, as YAML."),

  // what is solved for
  GOAL(
      "--goal",
      "EXPR",
      Takes.VALUE,
      "What is to be true, such as 'facility_power_gw@2027 >= 5 GW'; with == its root."),
  CLAIM_TO_MEET("--claim", "ID", Takes.VALUE, "Short for --goal 'claim(ID) == met'."),
  FOR(
      "--for",
      "PATH",
      Takes.VALUE,
      "The one parameter that moves, as --set names it (each that matters)."),
  BETWEEN("--between", "LOW..HIGH", Takes.VALUE, "Where it moves (the domain of its key)."),

  // how draws are made, and what is read off them
  SAMPLES("--samples", "-n", "N", Takes.VALUE, "Draws of an uncertain scenario (10000)."),
  SEED("--seed", "N", Takes.VALUE, "Seed of the draws (1)."),
  SAMPLING("--sampling", "HOW", Takes.VALUE, "sobol or random points (sobol)."),
  QUANTILES("--quantiles", "P,...", Takes.VALUE, "Percentiles of every metric (5,50,95)."),
  THREADS("--threads", "N", Takes.VALUE, "Threads; results do not depend on it."),
  POINT("--point", "Only the central case, no draws."),
  SHARD(
      "--shard",
      "I/N",
      Takes.VALUE,
      "Save the draws of the I-th of N equal parts to -o FILE; merge joins the parts."),
  DRAWS(
      "--draws",
      "FROM..TO",
      Takes.VALUE,
      "Save these draws to -o FILE, counted from 0 as in the samples."),

  // the record of sites
  SITES("--sites", "IDS", Takes.VALUE, "Only these recorded sites, such as a,b."),
  VINTAGE("--vintage", "DATE", Takes.VALUE, "The record as it was known on a date (newest)."),
  IMPORTED_VINTAGE(
      "--vintage",
      "DATE",
      Takes.VALUE,
      "import: the day of the tables (the last date whose compute they call current)."),
  AS_OF("--as-of", "DATE", Takes.VALUE, "Points dated later do not count as happened."),
  OPERATIONAL_BY(
      "--operational-by", "DATE", Takes.VALUE, "Sites with power on a date, and how much then."),
  SINCE("--since", "DATE", Takes.VALUE, "Changes since the record as it was on a date."),
  MIN_MW("--min-mw", "MW", Takes.VALUE, "Sites with so much facility power."),
  OWNER(
      "--owner", "TEXT", Takes.VALUE, "Sites, capex or chronology of an owner, company or actor."),

  // what fails
  FAIL_ON(
      "--fail-on",
      "EXPR",
      Takes.VALUES,
      "Exit 10 if EXPR is true or cannot be said, such as 'facility_power_gw@2027-12-31 < 2 GW'."),
  NO_FAIL("--no-fail", "Exit 0 even if a check fails."),
  BASELINE(
      "--baseline",
      "FILE",
      Takes.VALUE,
      "Saved results, or a scenario as it is written, that changes are relative to."),
  UPDATE_BASELINE("--update-baseline", "Write the results to the baseline file and check."),
  TOLERANCE(
      "--tolerance",
      "SHARE",
      Takes.VALUES,
      "Tolerate relative changes: 1% of every metric; METRIC=5% alone judges that metric and its"
          + " claims alone. check: at every year's end, or --at."),
  FRESH(
      "--fresh",
      "PERIOD",
      Takes.VALUE,
      "Warn of values older than '12 months' before the scenario's as_of, or without a source."),
  EXIT_CODE("--exit-code", "Exit 11 if results differ by more than the tolerance."),

  // where output goes
  FORMAT("--format", "-f", "FORMAT", Takes.VALUE, "What standard output is written as: "),
  OUTPUT(
      "--output",
      "-o",
      "FILE",
      Takes.VALUES,
      "Write to a file, format by its extension or as FORMAT:FILE."),
  OUTPUT_TEXT("--output", "-o", "FILE", Takes.VALUE, "Write to a file."),
  PRECISION("--precision", "DIGITS", Takes.VALUE, "Significant digits in csv and tsv (6)."),
  EXCEL("--excel", "Write csv for Excel: byte order mark and CR LF."),
  NO_HEADER("--no-header", "Leave out the first line of csv and tsv."),
  CHART("--chart", "NAME", Takes.VALUE, "svg: claims, power, cost or plan (claims)."),

  // where the program comes from
  URL(
      "--url",
      "ADDRESS",
      Takes.VALUE,
      "Where the workflow fetches this program (the project's releases)."),

  // what every command takes
  COLOR("--color", "WHEN", Takes.VALUE, "Colour: auto, always or never (NO_COLOR is obeyed)."),
  QUIET("--quiet", "-q", "Say only errors."),
  VERBOSE("--verbose", "-v", "Show in full what a report folds away."),
  DEBUG("--debug", "Show the stack trace of a bug."),
  STRICT("--strict", "Treat warnings as errors."),
  HELP("--help", "-h", "Show this help."),
  VERSION("--version", "-V", "Show the version.");

  /** What follows an option. */
  enum Takes {
    /** It stands alone. */
    NOTHING,
    /** One value, given once. */
    VALUE,
    /** One value each time; it may repeat. */
    VALUES
  }

  /** Returns the options of several lists in their order. */
  @SafeVarargs
  static List<Option> all(List<Option>... lists) {
    List<Option> all = new ArrayList<>();
    for (List<Option> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  private final String word;
  private final @Nullable String letter;
  private final String label;
  private final Takes takes;
  private final String meaning;

  Option(String word, String meaning) {
    this(word, null, "", Takes.NOTHING, meaning);
  }

  Option(String word, String letter, String meaning) {
    this(word, letter, "", Takes.NOTHING, meaning);
  }

  Option(String word, String label, Takes takes, String meaning) {
    this(word, null, label, takes, meaning);
  }

  Option(String word, @Nullable String letter, String label, Takes takes, String meaning) {
    this.word = word;
    this.letter = letter;
    this.label = label;
    this.takes = takes;
    this.meaning = meaning;
  }

  /** Returns its name with both dashes. */
  String word() {
    return word;
  }

  /** Returns all its names, the short one first. */
  String[] names() {
    return letter == null ? new String[] {word} : new String[] {letter, word};
  }

  /** Returns what stands for its value in help. */
  String label() {
    return label;
  }

  Takes takes() {
    return takes;
  }

  /** Returns what it does, a sentence. */
  String meaning() {
    return meaning;
  }

  /** Returns whether an argument is this option, its value not attached. */
  boolean isNamed(String argument) {
    return argument.equals(word) || argument.equals(letter);
  }

  @Override
  public String toString() {
    return word;
  }
}
