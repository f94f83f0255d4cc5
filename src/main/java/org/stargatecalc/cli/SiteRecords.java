package org.stargatecalc.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.data.EpochImport;
import org.stargatecalc.data.ImportedRecord;
import org.stargatecalc.data.SiteRecordReader;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * The record of sites that a command reads: the shipped one, with the user's files laid over it.
 *
 * @param files laid over it, later ones winning; tables that stand side by side are read together
 * @param printer says what is wrong with them
 */
record SiteRecords(List<String> files, ProblemPrinter printer) {
  static SiteRecords of(Arguments arguments) {
    return new SiteRecords(arguments.texts(Option.RECORD), ProblemPrinter.of(arguments));
  }

  /** Returns the record, or nothing after saying everything that is wrong with a file. */
  Optional<SiteRecord> load(Session session) {
    SiteRecord record = CatalogReader.sites();
    int next = 0;
    while (next < files.size()) {
      int end = next + 1;
      while (isTable(files.get(next)) && end < files.size() && isTable(files.get(end))) {
        end++;
      }
      Optional<SiteRecord> changed =
          isTable(files.get(next))
              ? tables(record, files.subList(next, end), session)
              : overlay(record, files.get(next), session);
      if (changed.isEmpty()) {
        return Optional.empty();
      }
      record = changed.get();
      next = end;
    }
    return Optional.of(record);
  }

  private static boolean isTable(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private Optional<SiteRecord> overlay(SiteRecord record, String file, Session session) {
    Problems problems = new Problems();
    Optional<SiteRecord> changed;
    try {
      changed = SiteRecordReader.overlay(record, file, session.files().read(file), problems);
    } catch (IOException e) {
      session.say(file + ": cannot read it: " + e.getMessage());
      return Optional.empty();
    }
    return said(changed, problems, session);
  }

  private Optional<SiteRecord> tables(SiteRecord record, List<String> files, Session session) {
    Optional<ImportedRecord> read = tables(record, files, Optional.empty(), session);
    return read.map(
        imported -> {
          String named = String.join(", ", files);
          printer.sayNotes(List.of(named + ": " + imported.summary(record)), session);
          return imported.over(record, named);
        });
  }

  /** Reads tables over a record, or nothing after saying everything that is wrong with them. */
  Optional<ImportedRecord> tables(
      SiteRecord record, List<String> files, Optional<LocalDate> vintage, Session session) {
    List<EpochImport.Source> sources = new ArrayList<>();
    for (String file : files) {
      try {
        sources.add(new EpochImport.Source(file, session.files().readTable(file)));
      } catch (IOException e) {
        session.say(file + ": cannot read it: " + e.getMessage());
        return Optional.empty();
      }
    }
    Problems problems = new Problems();
    return said(EpochImport.read(sources, vintage, record, problems), problems, session);
  }

  private <T> Optional<T> said(Optional<T> read, Problems problems, Session session) {
    List<Problem> wrong = printer.wrong(problems);
    if (!wrong.isEmpty() || read.isEmpty()) {
      printer.print(wrong, session);
      return Optional.empty();
    }
    printer.sayWarnings(problems, session);
    return read;
  }
}
