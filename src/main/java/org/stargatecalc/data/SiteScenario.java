package org.stargatecalc.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.Site;

/**
 * Writes recorded sites as a scenario that gives the record's power and compute at its dates.
 *
 * <p>What came to a site with one PUE and one compute per watt is a phase. Watts per chip follow
 * from the record's power and H100 equivalents.
 */
public final class SiteScenario {
  private static final int USUAL_FROM = 2025;
  private static final int USUAL_TO = 2030;

  private final Catalog catalog;
  private final StringBuilder out = new StringBuilder();

  private SiteScenario(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whether a scenario can be made of a site: the record has power above 0 of it. */
  public static boolean isPossible(Site site) {
    return !RecordedStep.of(site).isEmpty();
  }

  /**
   * Returns the scenario.
   *
   * @param sites at least one, each of them possible
   */
  public static String text(List<Site> sites, Catalog catalog) {
    SiteScenario scenario = new SiteScenario(catalog);
    scenario.head(sites);
    sites.forEach(scenario::site);
    return scenario.out.toString();
  }

  private void head(List<Site> sites) {
    List<LocalDate> dates =
        sites.stream().flatMap(s -> RecordedStep.of(s).stream()).map(RecordedStep::date).toList();
    int from = dates.stream().mapToInt(LocalDate::getYear).min().orElse(USUAL_FROM);
    int to = dates.stream().mapToInt(LocalDate::getYear).max().orElse(USUAL_TO);
    Optional<LocalDate> newest =
        sites.stream().flatMap(s -> s.vintage().stream()).max(LocalDate::compareTo);
    List<String> names = sites.stream().map(Site::name).toList();
    String what = names.size() <= 3 ? String.join(", ", names) : names.size() + " sites";
    out.append("# ").append(oneLine(what)).append(" as recorded; made by record scenario. ");
    out.append("What the record does not say is the tool's default.\n");
    out.append("name: ").append(name(sites)).append('\n');
    out.append("title: ")
        .append(RecordFile.quoted(what + newest.map(v -> " as recorded on " + v).orElse("")))
        .append('\n');
    newest.ifPresent(v -> out.append("as_of: ").append(v).append('\n'));
    out.append("horizon: {from: ").append(Math.min(from, USUAL_FROM)).append("-01, to: ");
    out.append(Math.max(to, USUAL_TO)).append("-12}\n\n");
    out.append("sources:\n  record: ");
    out.append(RecordFile.quoted(source(sites))).append("\n\nphases:\n");
  }

  private static String name(List<Site> sites) {
    return sites.size() <= 3
        ? String.join("-", sites.stream().map(Site::id).toList()) + "-as-recorded"
        : "recorded-sites";
  }

  private static String source(List<Site> sites) {
    return sites.stream()
        .flatMap(s -> s.provenance().source().stream())
        .map(s -> s.equals(ImportedRecord.SOURCE) ? s + ", https://epoch.ai/data/data-centers" : s)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private void site(Site site) {
    List<List<RecordedStep>> phases = RecordedStep.phases(RecordedStep.of(site));
    for (int i = 0; i < phases.size(); i++) {
      String id = phases.size() == 1 ? site.id() : site.id() + "-" + (i + 1);
      phase(id, site, phases.get(i));
    }
  }

  private void phase(String id, Site site, List<RecordedStep> steps) {
    RecordedStep first = steps.get(0);
    String asOf = site.vintage().map(v -> ", as_of: " + v).orElse("");
    String sure = first.expected() ? "low" : "medium";
    out.append("  ").append(id).append(":\n    site: ").append(site.id()).append('\n');
    out.append("    stage: ").append(stage(site, first)).append('\n');
    chip(site, steps, asOf);
    double facility = steps.stream().mapToDouble(RecordedStep::facilityMw).sum();
    double it = steps.stream().mapToDouble(s -> s.itMw().orElse(Double.NaN)).sum();
    if (first.pue().isPresent()) {
      String ratio = RecordFile.plain(rounded(facility)) + " / " + RecordFile.plain(rounded(it));
      value("pue", digits(facility / it, 4), "record: " + ratio + " MW", sure, asOf);
    }
    milestones(steps, sure, asOf);
  }

  private static String stage(Site site, RecordedStep first) {
    if (!first.expected()) {
      return "operational";
    }
    return site.stage().equals("planned") ? "announced" : "under_construction";
  }

  private void chip(Site site, List<RecordedStep> steps, String asOf) {
    RecordedStep all = sum(steps);
    RecordedChip chip = RecordedChip.of(site, all, catalog);
    value("gpu", chip.accelerator().id(), "record: " + chip.why(), "low", asOf);
    if (chip.watts().isPresent()) {
      String source =
          String.format(
              Locale.ROOT,
              "record: %s MW of IT and %,.0f H100 equivalents, %.4g a chip",
              RecordFile.plain(rounded(all.itMw().orElse(0))),
              all.h100Equivalents().orElse(0),
              chip.accelerator().h100Equivalents().orElse(0));
      value("watts_per_gpu", digits(chip.watts().getAsDouble(), 5) + " W", source, "low", asOf);
    }
  }

  private static RecordedStep sum(List<RecordedStep> steps) {
    RecordedStep last = steps.get(steps.size() - 1);
    double it = steps.stream().mapToDouble(s -> s.itMw().orElse(Double.NaN)).sum();
    double h = steps.stream().mapToDouble(s -> s.h100Equivalents().orElse(Double.NaN)).sum();
    return new RecordedStep(
        last.date(),
        steps.stream().mapToDouble(RecordedStep::facilityMw).sum(),
        Double.isNaN(it) ? OptionalDouble.empty() : OptionalDouble.of(it),
        Double.isNaN(h) ? OptionalDouble.empty() : OptionalDouble.of(h),
        last.expected());
  }

  private void milestones(List<RecordedStep> steps, String sure, String asOf) {
    List<String> marks = new ArrayList<>();
    double facility = 0;
    for (RecordedStep step : steps) {
      facility += step.facilityMw();
      marks.add(
          "{by: "
              + step.date()
              + ", facility_power: "
              + RecordFile.plain(rounded(facility))
              + " MW}");
    }
    out.append("    milestones:\n      value:\n");
    marks.forEach(mark -> out.append("        - ").append(mark).append('\n'));
    String what = steps.get(0).expected() ? "record: expected" : "record: as estimated";
    out.append("      source: ").append(RecordFile.quoted(what)).append('\n');
    out.append("      confidence: ").append(sure).append('\n');
    if (!asOf.isEmpty()) {
      out.append("      ").append(asOf.substring(2)).append('\n');
    }
  }

  private void value(String key, String value, String source, String sure, String asOf) {
    out.append("    ").append(key).append(": {value: ").append(value);
    out.append(", source: ").append(RecordFile.quoted(source));
    out.append(", confidence: ").append(sure).append(asOf).append("}\n");
  }

  private static double rounded(double value) {
    return StrictMath.rint(value * 1000) / 1000;
  }

  private static String digits(double value, int digits) {
    return new BigDecimal(value)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString();
  }
}
