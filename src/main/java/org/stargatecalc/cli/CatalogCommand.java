package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.catalog.CatalogReport;
import org.stargatecalc.report.catalog.SiteRecordReport;
import org.stargatecalc.tree.NearestWord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The shipped data with its sources. */
final class CatalogCommand implements Command {
  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public String summary() {
    return "the shipped data with its sources: chips, claims, recorded sites";
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("[LIST [ID]]")
            .hideParamSyntax(true)
            .arity("0..2")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "accelerators, defaults, claims, sites, capex or chronology; with an id, one"
                    + " record in full. A site may be called by its name.")
            .build());
    Records.declare(spec);
    spec.addOption(
        Options.value(
            Options.OPERATIONAL_BY, "DATE", "Sites with power on a date, and how much then."));
    spec.addOption(Options.value(Options.MIN_MW, "MW", "Sites with so much facility power."));
    spec.addOption(
        Options.value(
            Options.OWNER, "TEXT", "Sites, capex or chronology of an owner, company or actor."));
    Options.output(spec);
  }

  @Override
  public ExitStatus run(ParseResult line, Session session) throws UsageException {
    Output output = Output.of(line);
    List<String> operands = Options.operands(line);
    String list = operands.isEmpty() ? "accelerators" : operands.get(0);
    if (list.equals("site")) {
      list = "sites";
    }
    Filters filters = Filters.of(line, list);
    Optional<String> id = operands.stream().skip(1).findFirst();
    if (list.equals("sites")) {
      Optional<SiteRecord> record = Records.load(line, session);
      return record.isEmpty()
          ? ExitStatus.INVALID
          : output.write(sites(record.get(), id, filters), session);
    }
    Report report =
        id.isPresent()
            ? one(list, id.get(), session.catalog())
            : all(list, filters, session.catalog());
    return output.write(report, session);
  }

  /** Which rows of a list are asked for. */
  private record Filters(
      Optional<LocalDate> operationalBy, OptionalDouble minMw, Optional<String> owner) {
    static Filters of(ParseResult line, String list) throws UsageException {
      for (String option : List.of(Options.OPERATIONAL_BY, Options.MIN_MW, Options.RECORD)) {
        if (Options.has(line, option) && !list.equals("sites")) {
          throw new UsageException(option + " applies to 'catalog sites' only");
        }
      }
      if (Options.has(line, Options.OWNER)
          && !List.of("sites", "capex", "chronology").contains(list)) {
        throw new UsageException("--owner applies to sites, capex and chronology only");
      }
      return new Filters(
          Options.date(line, Options.OPERATIONAL_BY).map(PartialDate::last),
          megawatts(line),
          Options.text(line, Options.OWNER));
    }

    private static OptionalDouble megawatts(ParseResult line) throws UsageException {
      Optional<String> text = Options.text(line, Options.MIN_MW);
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      if (!text.get().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        throw new UsageException(
            "--min-mw: found '" + text.get() + "'; expected a number of MW, 0 or more");
      }
      return OptionalDouble.of(Double.parseDouble(text.get()));
    }
  }

  private static Report sites(SiteRecord record, Optional<String> id, Filters filters)
      throws UsageException {
    if (id.isEmpty()) {
      return SiteRecordReport.sites(
          record, filters.operationalBy(), filters.minMw(), filters.owner());
    }
    Optional<Site> site = record.named(id.get());
    if (site.isEmpty()) {
      List<String> words = new ArrayList<>(record.sites().keySet());
      for (Site known : record.sites().values()) {
        words.addAll(known.aliases());
        words.add(known.name());
      }
      throw missing("the record has no site", id.get(), words);
    }
    return SiteRecordReport.site(site.get(), record);
  }

  private static Report all(String list, Filters filters, Catalog catalog) throws UsageException {
    return switch (list) {
      case "accelerators" -> CatalogReport.accelerators(catalog);
      case "defaults" -> CatalogReport.defaults(catalog);
      case "claims" -> CatalogReport.claims(catalog);
      case "capex" -> SiteRecordReport.capex(CatalogReader.capex(), filters.owner());
      case "chronology" -> SiteRecordReport.chronology(CatalogReader.chronology(), filters.owner());
      default -> throw unknownList(list);
    };
  }

  private static Report one(String list, String id, Catalog catalog) throws UsageException {
    return switch (list) {
      case "accelerators" -> find(id, catalog.accelerators(), CatalogReport::accelerator);
      case "defaults" -> find(id, catalog.defaults(), CatalogReport::defaultValue);
      case "claims" -> find(id, catalog.claims(), CatalogReport::claim);
      case "capex", "chronology" ->
          throw new UsageException("catalog " + list + " has no ids; --owner picks rows");
      default -> throw unknownList(list);
    };
  }

  /** Returns the report on the record of an id. */
  static <T> Report find(String id, Map<String, T> records, Function<T, Report> report)
      throws UsageException {
    T found = records.get(id);
    if (found == null) {
      throw missing("the catalogue has no", id, records.keySet());
    }
    return report.apply(found);
  }

  /** Says that an id is not known, and which one was probably meant. */
  static UsageException missing(String what, String id, Collection<String> known) {
    String nearest = NearestWord.of(id, known);
    return new UsageException(
        what + " '" + id + "'" + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
  }

  private static UsageException unknownList(String list) {
    List<String> lists =
        List.of("accelerators", "defaults", "claims", "sites", "capex", "chronology");
    String nearest = NearestWord.of(list, lists);
    return new UsageException(
        "catalog has no list '"
            + list
            + "'; expected one of "
            + String.join(", ", lists)
            + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)"));
  }
}
