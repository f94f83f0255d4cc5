package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.cli.ExitStatus;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.FormulaText;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.report.schema.OutputSchemas;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.Quantity;

/**
 * Rewrites the generated parts of a Markdown page.
 *
 * <p>{@code <!-- output: ARGUMENTS -->} before a fenced block stands for what the program writes;
 * {@code | keep CLAIMS … Note} after the arguments keeps the lines from one that starts with the
 * first text to one that starts with the second and writes […] for others, and {@code | exit 3}
 * expects that exit code. {@code <!-- file: PATH -->} before a fenced block stands for a file.
 * {@code <!-- table: NAME -->} up to {@code <!-- end -->} stands for a table made from the
 * program's own declarations.
 */
public final class GeneratedText {
  private static final Pattern OUTPUT = Pattern.compile("<!-- output: (.+) -->");
  private static final Pattern FILE = Pattern.compile("<!-- file: (.+) -->");
  private static final Pattern TABLE = Pattern.compile("<!-- table: (.+) -->");
  private static final String FIELDS = "fields ";
  private static final String END = "<!-- end -->";
  private static final Pattern WORD = Pattern.compile("((?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+)");

  /** A word, or an option with its value. */
  private static final Pattern OPTION_OR_WORD =
      Pattern.compile("(?:-\\S+ (?!-))?" + WORD.pattern());

  private static final int WIDTH = 76;

  private final String name;

  /** Creates a writer of a page. */
  public GeneratedText(String name) {
    this.name = name;
  }

  /** Returns a text with every generated part as it should be. */
  public String refresh(String text) throws IOException {
    List<String> lines = text.lines().toList();
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      fresh.add(line);
      Matcher output = OUTPUT.matcher(line);
      Matcher table = TABLE.matcher(line);
      Matcher file = FILE.matcher(line);
      if (output.matches() || file.matches()) {
        String fence = lines.get(i + 1);
        assertThat(fence).as("%s:%d: a fence follows a marker", name, i + 2).startsWith("```");
        fresh.add(fence);
        fresh.addAll(output.matches() ? output(output.group(1)) : file(file.group(1)));
        i = next(lines, i + 2, "```");
        fresh.add(lines.get(i));
      } else if (table.matches()) {
        fresh.addAll(table(table.group(1)));
        i = next(lines, i + 1, END);
        fresh.add(lines.get(i));
      }
    }
    return String.join("\n", fresh) + "\n";
  }

  private int next(List<String> lines, int from, String wanted) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).equals(wanted)) {
        return i;
      }
    }
    throw new AssertionError(name + ":" + from + ": no line '" + wanted + "' follows");
  }

  /** Splits a command line at spaces as a shell does, quotes included. */
  public static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1).replaceAll("['\"]", ""));
    }
    return words;
  }

  private static List<String> file(String path) throws IOException {
    return Files.readAllLines(Path.of(path));
  }

  private static List<String> output(String marker) {
    String[] parts = marker.split(" \\| ");
    int exit = 0;
    List<String> kept = new ArrayList<>();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      if (part.startsWith("exit ")) {
        exit = Integer.parseInt(part.substring("exit ".length()));
      } else if (part.startsWith("keep ")) {
        kept.add(part.substring("keep ".length()));
      } else {
        throw new AssertionError("unknown part '" + part + "' of an output marker");
      }
    }
    CommandResult result = CommandResult.of(words(parts[0]).toArray(String[]::new)).exits(exit);
    List<String> lines = prompt(parts[0]);
    List<String> all = (result.stdout() + result.stderr()).lines().toList();
    lines.addAll(kept.isEmpty() ? all : keep(all, kept));
    return lines;
  }

  /** The command as a reader would type it, over several lines if it is long. */
  private static List<String> prompt(String arguments) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("$ target/stargate-calc");
    Matcher words = OPTION_OR_WORD.matcher(arguments);
    while (words.find()) {
      if (line.length() + words.group().length() > WIDTH && line.length() > 3) {
        lines.add(line + " \\");
        line = new StringBuilder("   ");
      }
      line.append(' ').append(words.group());
    }
    lines.add(line.toString());
    return lines;
  }

  /** Keeps the stretches from a line that starts with a text to the next that starts with one. */
  private static List<String> keep(List<String> all, List<String> stretches) {
    List<String> kept = new ArrayList<>();
    int next = 0;
    for (String stretch : stretches) {
      String[] ends = stretch.split(" … ");
      int first = find(all, next, ends[0]);
      int last = ends.length == 1 ? first : find(all, first, ends[1]);
      if (first > next) {
        kept.add("[…]");
      }
      kept.addAll(all.subList(first, last + 1));
      next = last + 1;
    }
    if (next < all.size()) {
      kept.add("[…]");
    }
    return kept;
  }

  private static int find(List<String> lines, int from, String start) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(start)) {
        return i;
      }
    }
    throw new AssertionError("no line starts with '" + start + "' in " + lines);
  }

  private static List<String> table(String what) {
    if (what.startsWith(FIELDS)) {
      return fields(what.substring(FIELDS.length()).split("/"));
    }
    return switch (what) {
      case "phase-parameters" -> phaseParameters();
      case "other-defaults" -> otherDefaults();
      case "metrics" -> metrics();
      case "per-gpu" -> perGpu();
      case "formulas" -> formulas();
      case "dimensions" -> dimensions();
      case "exit-codes" -> exitCodes();
      case "arguments" -> arguments();
      case "commands" -> ProgramTables.commands();
      case "schemas" -> ProgramTables.schemas();
      case "scenario-keys" -> ProgramTables.keys();
      default -> throw new AssertionError("unknown table '" + what + "'");
    };
  }

  static List<String> head(String... columns) {
    List<String> rows = new ArrayList<>();
    rows.add("| " + String.join(" | ", columns) + " |");
    rows.add("|" + " --- |".repeat(columns.length));
    return rows;
  }

  /** The keys of a record of a document, both by their names. */
  private static List<String> fields(String[] place) {
    OutputSchemas outputs = new OutputSchemas(CatalogReader.baselines());
    Map<String, Fields<?>> records = new TreeMap<>();
    outputs.named(place[0]).orElseThrow().choices().forEach(choice -> collect(choice, records));
    List<String> rows = head("key", "unit", "is", "null", "there");
    for (Field<?> field : records.get(place[1]).all()) {
      if (field.isInDocuments()) {
        rows.add(
            String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %s |",
                field.writtenId(),
                field.unit(),
                field.meaning() + words(field),
                field.type().nullable() ? "yes" : "",
                presence(field)));
      }
    }
    return rows;
  }

  private static void collect(Fields<?> fields, Map<String, Fields<?>> records) {
    records.put(fields.name(), fields);
    for (Field<?> field : fields.all()) {
      field.type().of().ifPresent(inner -> collect(inner, records));
    }
  }

  private static String words(Field<?> field) {
    List<String> words = field.type().words();
    return words.size() < 2 ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String presence(Field<?> field) {
    return switch (field.presence()) {
      case ALWAYS -> "always";
      case WITH_DRAWS -> "with draws";
      case WHERE_ASKED -> "where asked";
      case WHERE_KNOWN -> "where known";
    };
  }

  private static List<String> phaseParameters() {
    Catalog catalog = CatalogReader.shipped();
    List<String> rows =
        head("key", "unit of a bare number", "domain", "usual", "default", "meaning");
    for (PhaseParameter parameter : PhaseParameter.all()) {
      String unit =
          parameter.isDate()
              ? "date"
              : parameter.daysPerBareNumber() > 1 ? "years" : parameter.dimension().baseUnit();
      rows.add(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s | %s | %s |",
              parameter.key(),
              parameter.needsUnit() ? "none: with its unit" : unit,
              parameter.isDate() ? "" : parameter.domain().describe(),
              catalog
                  .usualRange(parameter.key())
                  .map(usual -> usual.low() + " to " + usual.high())
                  .orElse(""),
              defaultOf(parameter, catalog),
              parameter.meaning()));
    }
    return rows;
  }

  private static String defaultOf(PhaseParameter parameter, Catalog catalog) {
    DefaultValue own = catalog.defaults().get(parameter.key());
    return switch (parameter) {
      case WATTS_PER_GPU, FLOPS_PER_GPU -> "catalogue";
      case CHIP_TDP -> "catalogue, where `system_overhead` is given";
      case CAPEX_PER_GPU -> "catalogue, else " + own.value();
      case PUE_AVERAGE -> own.value() + ", or `pue` if that is less";
      case MFU ->
          catalog.defaultValue("mfu.bf16").value()
              + " at bf16, "
              + catalog.defaultValue("mfu.fp8").value()
              + " at fp8";
      case SYSTEMS -> "`site_count`";
      case RUN_SHARE -> "`capex_split.training`";
      case RAMP -> own.value() + ", which is one day";
      default -> own == null ? "" : own.value();
    };
  }

  private static List<String> otherDefaults() {
    Map<String, DefaultValue> others = new TreeMap<>(CatalogReader.shipped().defaults());
    PhaseParameter.all().forEach(parameter -> others.remove(parameter.key()));
    List<String> rows = head("key", "default", "confidence");
    for (DefaultValue value : others.values()) {
      rows.add(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s |",
              value.key(),
              value.value(),
              value.provenance().confidence().map(c -> c.id()).orElse("")));
    }
    return rows;
  }

  private static List<String> metrics() {
    List<String> rows = head("id", "unit", "kind", "what it is", "basis", "claims");
    for (Metric metric : Metric.values()) {
      rows.add(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s | %s | %s |",
              metric.id(),
              metric.unit().symbol(),
              metric.kind().id(),
              metric.label(),
              metric.hasBasis() ? "both" : "",
              metric.canBeClaimed() ? "yes" : ""));
    }
    return rows;
  }

  private static List<String> perGpu() {
    List<String> rows = head("per GPU", "unit", "is");
    for (Quantity.Named quantity : PerGpu.ALL) {
      rows.add(
          "| %s | %s | %s |"
              .formatted(quantity.symbol(), quantity.unit(), FormulaText.of(quantity.of())));
    }
    return rows;
  }

  private static List<String> formulas() {
    List<String> rows = head("metric", "is");
    for (Metric metric : Metric.values()) {
      rows.add("| `" + metric.id() + "` | " + FormulaText.of(metric) + " |");
    }
    return rows;
  }

  private static List<String> dimensions() {
    List<String> rows = head("dimension", "base unit", "written, for example");
    for (Dimension dimension : Dimension.values()) {
      rows.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s |",
              dimension.noun().replaceFirst("^an? ", ""),
              dimension.baseUnit(),
              dimension.example()));
    }
    return rows;
  }

  private static List<String> arguments() {
    List<String> rows = head("argument", "scenario", "what the output says");
    rows.addAll(ArgumentsTable.rows());
    return rows;
  }

  private static List<String> exitCodes() {
    List<String> rows = head("code", "meaning");
    Arrays.stream(ExitStatus.values())
        .sorted(java.util.Comparator.comparingInt(ExitStatus::code))
        .forEach(status -> rows.add("| " + status.code() + " | " + status.meaning() + " |"));
    return rows;
  }
}
