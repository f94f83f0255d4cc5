package org.stargatecalc.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stargatecalc.analysis.compare.Tolerance;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.render.Format;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of compare. */
final class CompareOptions {
  static final String EXIT_CODE = "--exit-code";
  static final String TOLERANCE = "--tolerance";

  static final Set<Format> FORMATS =
      EnumSet.of(Format.TABLE, Format.CSV, Format.TSV, Format.JSON, Format.MARKDOWN, Format.HTML);

  private CompareOptions() {}

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("BASE OTHER...")
            .hideParamSyntax(true)
            .arity("2..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Each a scenario, a result saved by project -o FILE.json, or git:REVISION:path.")
            .build());
    Options.changesOf(spec);
    spec.addOption(Options.value(Options.AT, "DATES", "Compare at these dates, comma-separated."));
    spec.addOption(
        Options.value(Options.BY, "PERIOD", "Compare by month, quarter, half or year (year)."));
    spec.addOption(Options.value(Options.FROM, "DATE", "Leave out periods that end before."));
    spec.addOption(Options.value(Options.TO, "DATE", "Leave out periods that end after."));
    spec.addOption(Options.value(Options.METRICS, "IDS", "Compare only these metrics."));
    spec.addOption(
        Options.values(
            TOLERANCE, "SHARE", "Tolerate relative changes: 1%% of any metric, or METRIC=5%%."));
    spec.addOption(
        Options.flag("Exit 11 if results differ by more than the tolerance.", EXIT_CODE));
  }

  static List<Metric> metrics(ParseResult line) throws UsageException {
    List<Metric> chosen = Options.metrics(line);
    return chosen.isEmpty() ? Arrays.asList(Metric.values()) : chosen;
  }

  static Tolerance tolerance(ParseResult line) throws UsageException {
    double general = 0;
    Map<Metric, Double> byMetric = new EnumMap<>(Metric.class);
    for (String text : Options.texts(line, TOLERANCE)) {
      int equals = text.indexOf('=');
      double share = share(text.substring(equals + 1));
      if (equals < 0) {
        general = share;
      } else {
        byMetric.put(
            Options.constant(
                TOLERANCE, text.substring(0, equals).strip(), Metric.values(), Metric::id),
            share);
      }
    }
    return new Tolerance(general, byMetric);
  }

  private static double share(String text) throws UsageException {
    try {
      double share = QuantityParser.parse(text, Dimension.SHARE);
      if (share >= 0 && text.contains("%")) {
        return share;
      }
      throw new UsageException(
          TOLERANCE + ": found '" + text + "'; expected a share of 0% or more, such as 5%");
    } catch (InvalidTextException fault) {
      throw new UsageException(
          TOLERANCE + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }
}
