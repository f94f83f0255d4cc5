package org.stargatecalc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stargatecalc.support.JsonOutput;
import org.stargatecalc.support.Shipped;
import tools.jackson.databind.JsonNode;

/** Writes the page on all scenarios of the folder {@code scenarios} from what the tool says. */
final class RecordPage {
  private static final String CLAIMS = "claims=[stargate-1gw-2025, stargate-5gw-2027]";
  private static final List<String> SCOPES =
      List.of(
          "largest_training_system_gw",
          "largest_site_gw",
          "training_power_gw",
          "facility_power_gw");

  private final StringBuilder page = new StringBuilder();

  private RecordPage() {}

  static String text() throws IOException {
    RecordPage record = new RecordPage();
    List<String> files = Shipped.scenarios().stream().map(Path::toString).toList();
    List<JsonNode> projected = new ArrayList<>();
    for (String file : files) {
      projected.add(JsonOutput.of("project", file, "--set", CLAIMS, "--point", "-f", "json"));
    }
    List<String> args = new ArrayList<>(files);
    args.add(0, "backtest");
    args.addAll(List.of("-f", "json"));
    record.write(projected, JsonOutput.of(args.toArray(String[]::new)));
    return record.page.toString();
  }

  private void write(List<JsonNode> projected, JsonNode backtest) {
    line(
        "<!-- Written by RecordPageTest from the tool's own output: mvn test -Drecord.update=true -Dtest=RecordPageTest -->");
    line("# Every scenario against both claims and the record\n");
    line(
        "Each file of `scenarios/` as `project` and `backtest` answer it, with every uncertain input at"
            + " its median. The claim speaks of one training system and leaves the power basis open;"
            + " the other readings stand beside it.\n");
    for (int claim = 0; claim < 2; claim++) {
      claim(projected, claim);
    }
    capex(projected);
    scores(backtest);
    amounts(backtest);
    baselines(backtest);
    line("\n## Source of the record\n");
    JsonNode record = backtest.get("record");
    line(
        record.get("credit").asString()
            + ". Vintages "
            + record.get("vintage_from").asString()
            + " to "
            + record.get("vintage_to").asString()
            + ".");
  }

  private void claim(List<JsonNode> projected, int index) {
    JsonNode asked = projected.get(0).get("claims").get(index);
    line("## " + asked.get("title").asString() + "\n");
    line(
        "`"
            + asked.get("id").asString()
            + "`: by "
            + asked.get("by").asString()
            + ". Each cell: facility power / IT power, and the month in which it is reached.\n");
    row("scenario", "one training system", "one site", "all training", "whole fleet");
    row("---", "---", "---", "---", "---");
    for (JsonNode result : projected) {
      List<String> cells = new ArrayList<>(List.of(name(result)));
      for (String scope : SCOPES) {
        List<String> words = new ArrayList<>();
        for (JsonNode reading : result.get("claims").get(index).get("readings")) {
          if (reading.get("metric").asString().equals(scope)) {
            words.add(verdict(reading));
          }
        }
        cells.add(words.get(0).equals(words.get(1)) ? words.get(0) : String.join(" / ", words));
      }
      row(cells.toArray(String[]::new));
    }
    line("");
  }

  private static String verdict(JsonNode reading) {
    String word = reading.get("verdict").asString().replace('_', ' ');
    return reading.get("reached_on").isNull()
        ? word
        : word + " " + reading.get("reached_on").asString().substring(0, 7);
  }

  private void capex(List<JsonNode> projected) {
    line("## What they argue and what they cost\n");
    row("scenario", "title", "capex to the horizon's end [USD bn]", "horizon", "facility [GW]");
    row("---", "---", "---:", "---", "---:");
    for (JsonNode result : projected) {
      JsonNode timeline = result.get("timeline");
      JsonNode last = timeline.get(timeline.size() - 1);
      JsonNode scenario = result.get("scenario");
      row(
          name(result),
          scenario.get("title").asString("").replace("|", "\\|"),
          fixed(last.get("cumulative_capex_usd_bn"), 1),
          scenario.get("horizon_to").asString().substring(0, 7),
          fixed(last.get("facility_power_gw"), 2));
    }
    line("");
  }

  private void scores(JsonNode backtest) {
    line("## Against the record\n");
    line(
        "Facility power at the recorded dates of the scenario's sites. MAPE is the mean absolute"
            + " percentage error; what happened and what the record's authors still forecast are scored"
            + " apart. Where the record falls, only a plan that falls too can follow. The baselines are held against"
            + " the scenario's site, or against the largest of several at the end of each quarter.\n");
    row(
        "scenario",
        "sites",
        "happened: within 1 %",
        "MAPE",
        "forecast: within 1 %",
        "MAPE",
        "best baseline so far",
        "best on forecasts");
    row("---", "---:", "---", "---:", "---", "---:", "---", "---");
    for (JsonNode result : backtest.get("results")) {
      JsonNode subject = principal(result);
      if (subject != null) {
        List<String> cells = new ArrayList<>();
        cells.add(name(result));
        cells.add(Long.toString(sites(result).size()));
        for (String window : List.of("happened", "forecast")) {
          cells.add(within(result, window));
          cells.add(
              percent(
                  score(result.get("site_scores"), window, "facility", "projection").get("mape")));
        }
        cells.add(best(subject, "happened"));
        cells.add(best(subject, "forecast"));
        row(cells.toArray(String[]::new));
      }
    }
    line("\nA scenario without a row has no recorded site.\n");
  }

  private void amounts(JsonNode backtest) {
    line("## Compute and money\n");
    line(
        "H100 equivalents and capital expenditure to date on the last recorded date of each kind, all"
            + " recorded sites of a scenario together: record, scenario, and how far apart they are."
            + " The record has one cost per watt of chips; a scenario takes each chip's price.\n");
    row("scenario", "H100e so far", "H100e forecast", "USD bn so far", "USD bn forecast");
    row("---", "---", "---", "---", "---");
    for (JsonNode result : backtest.get("results")) {
      List<String> cells = new ArrayList<>();
      cells.add(name(result));
      for (String amount : List.of("h100_equivalents", "capex_usd_bn")) {
        for (String set : List.of("happened", "forecast")) {
          cells.add(amount(result, amount, set));
        }
      }
      if (!String.join("", cells.subList(1, cells.size())).isEmpty()) {
        row(cells.toArray(String[]::new));
      }
    }
    line(
        "\nA scenario without a row has no recorded site, or constraints that sites share; what is rented is nobody's capital here.\n");
  }

  private static String amount(JsonNode result, String amount, String set) {
    JsonNode last = null;
    int sites = sites(result).size();
    for (JsonNode point : result.get("amounts")) {
      boolean sum = point.get("site").isNull();
      if (point.get("amount").asString().equals(amount)
          && point.get("set").asString().equals(set)
          && (sum || sites == 1)) {
        last = point;
      }
    }
    if (last == null) {
      return "";
    }
    String form =
        amount.equals("capex_usd_bn") ? "%,.1f / %,.1f, %+.1f %%" : "%,.0f / %,.0f, %+.1f %%";
    return String.format(
        Locale.ROOT,
        form,
        last.get("recorded").asDouble(),
        last.get("projected").asDouble(),
        last.get("error_share").asDouble() * 100);
  }

  private static List<JsonNode> sites(JsonNode result) {
    List<JsonNode> sites = new ArrayList<>();
    for (JsonNode subject : result.get("subjects")) {
      if (subject.get("scope").asString().equals("site")) {
        sites.add(subject);
      }
    }
    return sites;
  }

  private static String within(JsonNode result, String window) {
    int falls = 0;
    for (JsonNode site : sites(result)) {
      for (JsonNode point : site.get("points")) {
        boolean counts =
            point.get("set").asString().equals(window)
                && point.get("basis").asString().equals("facility");
        falls += counts && point.get("record_falls").asString("").equals("yes") ? 1 : 0;
      }
    }
    JsonNode score = score(result.get("site_scores"), window, "facility", "projection");
    int points = score.get("positive_points").asInt();
    return points == 0
        ? ""
        : score.get("within_1_percent").asInt()
            + " of "
            + points
            + (falls > 0 ? ", of which falls: " + falls : "");
  }

  private void baselines(JsonNode backtest) {
    line("## The baselines against the record's largest site\n");
    line("As `backtest scenarios/whole-frontier.yaml` has it, at the end of each quarter.\n");
    row("model", "basis", "happened: MAPE", "since the plan: MAPE", "forecast: MAPE");
    row("---", "---", "---:", "---:", "---:");
    for (JsonNode result : backtest.get("results")) {
      if (result.get("whole_frontier").asBoolean()) {
        JsonNode subject = principal(result);
        for (JsonNode score : subject.get("scores")) {
          if (score.get("window").asString().equals("happened")) {
            String model = score.get("model").asString();
            String basis = score.get("basis").asString();
            List<String> cells = new ArrayList<>(List.of(model, basis));
            for (String window : List.of("happened", "since_plan", "forecast")) {
              JsonNode one = score(subject.get("scores"), window, basis, model);
              boolean silent = model.equals("plan") && window.equals("happened");
              String text = silent ? "" : percent(one.get("mape"));
              cells.add(one.get("best_baseline").asBoolean() ? "**" + text + "**" : text);
            }
            row(cells.toArray(String[]::new));
          }
        }
      }
    }
    line("\nBold: the best baseline.");
  }

  private static JsonNode principal(JsonNode result) {
    JsonNode first = null;
    for (JsonNode subject : result.get("subjects")) {
      if (subject.get("scope").asString().equals("largest")) {
        return subject;
      }
      JsonNode scores = subject.get("scores");
      boolean scored =
          score(scores, "happened", "facility", "projection").get("points").asInt() > 0
              || score(scores, "forecast", "facility", "projection").get("points").asInt() > 0;
      first = first == null && scored ? subject : first;
    }
    return first;
  }

  private static JsonNode score(JsonNode scores, String window, String basis, String model) {
    for (JsonNode score : scores) {
      if (score.get("window").asString().equals(window)
          && score.get("basis").asString().equals(basis)
          && score.get("model").asString().equals(model)) {
        return score;
      }
    }
    throw new AssertionError("no score " + window + " " + basis + " " + model);
  }

  private static String best(JsonNode subject, String window) {
    for (JsonNode score : subject.get("scores")) {
      if (score.get("window").asString().equals(window)
          && score.get("basis").asString().equals("facility")
          && score.get("best_baseline").asBoolean()) {
        return score.get("model").asString() + ", " + percent(score.get("mape"));
      }
    }
    return "";
  }

  private static String name(JsonNode result) {
    return result.get("scenario").get("name").asString();
  }

  private static String percent(JsonNode share) {
    return share.isNull() ? "" : String.format(Locale.ROOT, "%.1f %%", share.asDouble() * 100);
  }

  private static String fixed(JsonNode number, int decimals) {
    return number.isNull()
        ? ""
        : String.format(Locale.ROOT, "%." + decimals + "f", number.asDouble());
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
