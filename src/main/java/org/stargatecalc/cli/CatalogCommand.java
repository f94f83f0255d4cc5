package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.catalog.CatalogReport;
import org.stargatecalc.report.catalog.SiteChangesReport;
import org.stargatecalc.report.catalog.SiteRecordReport;

/** The shipped data with its sources. */
final class CatalogCommand extends Command<CatalogCommand.Request> {
  private static final List<String> LISTS =
      List.of("accelerators", "defaults", "claims", "sites", "changes", "capex", "chronology");

  /**
   * What is asked for.
   *
   * @param list of records
   * @param id of one record in full, empty for all
   * @param filters which records of the list
   * @param records the record of sites
   * @param output where the answer goes
   */
  record Request(
      String list, Optional<String> id, Filters filters, SiteRecords records, Output output) {}

  CatalogCommand() {
    super(
        "catalog",
        "the shipped data with its sources: chips, claims, recorded sites",
        Operands.words(
            "[LIST [ID]]",
            0,
            2,
            "accelerators, defaults, claims, sites, changes (of sites, since the vintage before),"
                + " capex or chronology; with an id, one record in full. A site may be called by"
                + " its name."),
        Format.USUAL,
        Option.all(
            List.of(
                Option.RECORD, Option.SINCE, Option.OPERATIONAL_BY, Option.MIN_MW, Option.OWNER),
            Output.OPTIONS));
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    if (before.isEmpty()) {
      return Candidates.of(LISTS);
    }
    return switch (before.size() > 1 ? "" : before.get(0)) {
      case "accelerators" -> Candidates.of(session.catalog().acceleratorIds());
      case "defaults" -> Candidates.of(session.catalog().defaults().keySet());
      case "claims" -> ScenarioWords.shippedClaims(session.catalog());
      case "site", "sites", "changes" -> OptionValues.sites();
      default -> Candidates.NONE;
    };
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    List<String> operands = arguments.operands();
    String first = operands.isEmpty() ? "accelerators" : operands.get(0);
    String list = first.equals("site") ? "sites" : first;
    return new Request(
        list,
        operands.stream().skip(1).findFirst(),
        Filters.of(arguments, list),
        SiteRecords.of(arguments),
        Output.of(arguments, formats()));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Output output = request.output();
    if (request.list().equals("sites")) {
      Optional<SiteRecord> record = request.records().load(session);
      return record.isEmpty()
          ? ExitStatus.INVALID
          : output.write(sites(record.get(), request.id(), request.filters()), session);
    }
    if (request.list().equals("changes")) {
      Optional<SiteRecord> record = request.records().load(session);
      return record.isEmpty()
          ? ExitStatus.INVALID
          : output.write(changes(record.get(), request.id(), request.filters()), session);
    }
    Report report =
        request.id().isPresent()
            ? one(request.list(), request.id().get(), session.catalog())
            : all(request.list(), request.filters(), session.catalog());
    return output.write(report, session);
  }

  /** Which rows of a list are asked for. */
  private record Filters(
      Optional<LocalDate> operationalBy,
      Optional<LocalDate> since,
      OptionalDouble minMw,
      Optional<String> owner) {
    static Filters of(Arguments arguments, String list) throws UsageException {
      for (Option option : List.of(Option.OPERATIONAL_BY, Option.MIN_MW)) {
        if (arguments.has(option) && !list.equals("sites")) {
          throw new UsageException(option + " applies to 'catalog sites' only");
        }
      }
      if (arguments.has(Option.SINCE) && !list.equals("changes")) {
        throw new UsageException("--since applies to 'catalog changes' only");
      }
      if (arguments.has(Option.RECORD) && !List.of("sites", "changes").contains(list)) {
        throw new UsageException("--record applies to sites and changes only");
      }
      if (arguments.has(Option.OWNER)
          && !List.of("sites", "changes", "capex", "chronology").contains(list)) {
        throw new UsageException("--owner applies to sites, changes, capex and chronology only");
      }
      return new Filters(
          arguments.lastDay(Option.OPERATIONAL_BY),
          arguments.lastDay(Option.SINCE),
          megawatts(arguments),
          arguments.text(Option.OWNER));
    }

    private static OptionalDouble megawatts(Arguments arguments) throws UsageException {
      Optional<String> text = arguments.text(Option.MIN_MW);
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
      throw missing("the record has no site", id.get(), record.words());
    }
    return SiteRecordReport.site(site.get(), record);
  }

  private static Report changes(SiteRecord record, Optional<String> id, Filters filters)
      throws UsageException {
    Optional<Site> site = id.flatMap(record::named);
    if (id.isPresent() && site.isEmpty()) {
      throw missing("the record has no site", id.get(), record.words());
    }
    return SiteChangesReport.of(record, site, filters.since(), filters.owner());
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
    return new UsageException(what + " '" + id + "'" + Arguments.didYouMean(id, known));
  }

  private static UsageException unknownList(String list) {
    return Arguments.unknown("catalog has no list", list, LISTS);
  }
}
