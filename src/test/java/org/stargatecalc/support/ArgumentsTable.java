package org.stargatecalc.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.projection.Metric;
import tools.jackson.databind.JsonNode;

/**
 * The table of arguments, each with the scenario that holds it and what its output says.
 *
 * <p>In the texts {@code {claim}} stands for how the scenario answers a claim and {@code
 * {metric@date}} for a metric at a date, or in a year; {@code scenario:} before either asks another
 * scenario.
 */
final class ArgumentsTable {
  private static final Path TEXTS = Path.of("src/test/resources/arguments.txt");
  private static final Pattern ASKED =
      Pattern.compile("\\{(?:([\\w-]+):)?([\\w.-]+)(?:@([\\d-]+))?}");
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final Map<String, JsonNode> answers = new HashMap<>();

  private ArgumentsTable() {}

  static List<String> rows() {
    ArgumentsTable table = new ArgumentsTable();
    List<String> rows = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(TEXTS)) {
        String[] cells = line.split(" \\| ");
        assertThat(cells).as(line).hasSize(3);
        rows.add(
            "| %s | [`%s`](../../../scenarios/%s.yaml) | %s |"
                .formatted(cells[0], cells[1], cells[1], table.filled(cells[1], cells[2])));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }

  private String filled(String scenario, String text) {
    Matcher asked = ASKED.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (asked.find()) {
      String of = asked.group(1) == null ? scenario : asked.group(1);
      String answer =
          asked.group(3) == null
              ? claim(of, asked.group(2))
              : metric(of, asked.group(2), asked.group(3));
      asked.appendReplacement(filled, Matcher.quoteReplacement(answer));
    }
    return asked.appendTail(filled).toString();
  }

  private String claim(String scenario, String id) {
    JsonNode claim =
        answer("project", file(scenario), "--point", "--set", "claims=[" + id + "]", "-f", "json")
            .get("claims")
            .get(0);
    return switch (claim.get("verdict").asString()) {
      case "met" -> "is met on " + claim.get("reached_on").asString();
      case "late" -> "is late, on " + claim.get("reached_on").asString();
      case "not_reached" ->
          "is never reached, "
              + rounded(100 * claim.get("attainment").asDouble())
              + " % by its date";
      default -> throw new AssertionError(scenario + " does not answer " + id);
    };
  }

  private String metric(String scenario, String id, String when) {
    List<String> words =
        new ArrayList<>(
            List.of("project", file(scenario), "--point", "-f", "json", "--metrics", id));
    words.addAll(
        when.length() == 4
            ? List.of("--from", when, "--to", when, "--by", "year")
            : List.of("--at", when));
    JsonNode timeline = answer(words.toArray(String[]::new)).get("timeline");
    assertThat(timeline.size()).as(id + "@" + when).isEqualTo(1);
    String unit = Metric.of(id).orElseThrow().unit().symbol();
    double value = timeline.get(0).get(id).asDouble();
    String number = rounded(value);
    return switch (unit) {
      case "USD bn" -> value < 1 ? "$" + rounded(1000 * value) + " million" : "$" + number + "bn";
      case "GPU" -> number + " GPUs";
      case "H100e" -> number + " H100e";
      case "OOM" -> number + " orders of magnitude";
      default -> number + " " + unit;
    };
  }

  private static String rounded(double value) {
    BigDecimal three = new BigDecimal(value).round(THREE_DIGITS);
    return String.format(
        Locale.ROOT, "%,." + Math.max(0, three.stripTrailingZeros().scale()) + "f", three);
  }

  private JsonNode answer(String... words) {
    return answers.computeIfAbsent(String.join(" ", words), command -> JsonOutput.of(words));
  }

  private static String file(String scenario) {
    return "scenarios/" + scenario + ".yaml";
  }
}
