package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.ImportedRecord;
import org.stargatecalc.data.RecordFile;
import org.stargatecalc.data.SiteScenario;

/** Records of sites: made of others' tables, and made into scenarios. */
final class RecordCommand extends Command<RecordCommand.Request> {
  private static final List<String> WORDS = List.of("import", "scenario");

  /**
   * What is asked for.
   *
   * @param word what to do
   * @param names tables to import, or sites
   * @param records the record of sites
   * @param vintage the day of the tables, empty to find it out
   * @param file where the answer goes, {@code -} for standard output
   */
  record Request(
      String word,
      List<String> names,
      SiteRecords records,
      Optional<LocalDate> vintage,
      String file) {}

  RecordCommand() {
    super(
        "record",
        "anyone's record: tables into a record file, sites into a scenario",
        Operands.atLeast(
            2,
            "import|scenario NAME...",
            "import FILE...: Epoch AI's data-centre tables (csv) as a record file for --record."
                + " scenario SITE...: a scenario of recorded sites, ready to be extended."),
        List.of(),
        List.of(Option.RECORD, Option.IMPORTED_VINTAGE, Option.OUTPUT_TEXT));
  }

  @Override
  public Candidates operand(List<String> before, Session session) {
    if (before.isEmpty()) {
      return Candidates.of(WORDS);
    }
    return before.get(0).equals("scenario") ? OptionValues.sites() : Candidates.FILES;
  }

  @Override
  public Request request(Arguments arguments) throws UsageException {
    List<String> operands = arguments.operands();
    String word = operands.get(0);
    if (!WORDS.contains(word)) {
      throw new UsageException(
          "record: found '"
              + word
              + "'"
              + Arguments.didYouMean(word, WORDS)
              + "; expected import FILE... or scenario SITE...");
    }
    if (word.equals("scenario") && arguments.has(Option.IMPORTED_VINTAGE)) {
      throw new UsageException("--vintage applies to 'record import' only");
    }
    return new Request(
        word,
        operands.subList(1, operands.size()),
        SiteRecords.of(arguments),
        arguments.lastDay(Option.IMPORTED_VINTAGE),
        arguments.text(Option.OUTPUT_TEXT).orElse("-"));
  }

  @Override
  public ExitStatus run(Request request, Session session) throws UsageException {
    Optional<SiteRecord> record = request.records().load(session);
    if (record.isEmpty()) {
      return ExitStatus.INVALID;
    }
    Optional<String> text =
        request.word().equals("import")
            ? imported(request, record.get(), session)
            : Optional.of(
                SiteScenario.text(sites(request.names(), record.get()), session.catalog()));
    if (text.isEmpty()) {
      return ExitStatus.INVALID;
    }
    return Output.write(text.get(), request.file(), session);
  }

  private static Optional<String> imported(Request request, SiteRecord record, Session session) {
    Optional<ImportedRecord> read =
        request.records().tables(record, request.names(), request.vintage(), session);
    read.ifPresent(
        imported ->
            request.records().printer().sayNotes(List.of(imported.summary(record)), session));
    return read.map(RecordFile::text);
  }

  private static List<Site> sites(List<String> names, SiteRecord record) throws UsageException {
    List<Site> sites = new ArrayList<>();
    for (String name : names) {
      Optional<Site> site = record.named(name);
      if (site.isEmpty()) {
        throw CatalogCommand.missing("the record has no site", name, record.words());
      }
      if (!SiteScenario.isPossible(site.get())) {
        throw new UsageException("the record has no power of " + site.get().name());
      }
      if (!sites.contains(site.get())) {
        sites.add(site.get());
      }
    }
    return sites;
  }
}
