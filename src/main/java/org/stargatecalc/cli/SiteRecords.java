package org.stargatecalc.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.data.SiteRecordReader;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;

/**
 * The record of sites that a command reads: the shipped one, with the user's files laid over it.
 *
 * @param files laid over it, later ones winning
 * @param printer says what is wrong with them
 */
record SiteRecords(List<String> files, ProblemPrinter printer) {
  static SiteRecords of(Arguments arguments) {
    return new SiteRecords(arguments.texts(Option.RECORD), ProblemPrinter.of(arguments));
  }

  /** Returns the record, or nothing after saying everything that is wrong with a file. */
  Optional<SiteRecord> load(Session session) {
    SiteRecord record = CatalogReader.sites();
    for (String file : files) {
      Problems problems = new Problems();
      Optional<SiteRecord> changed;
      try {
        byte[] bytes = session.files().read(file);
        changed = SiteRecordReader.overlay(record, file, bytes, problems);
      } catch (IOException e) {
        session.say(file + ": cannot read it: " + e.getMessage());
        return Optional.empty();
      }
      List<Problem> wrong = printer.wrong(problems);
      if (!wrong.isEmpty() || changed.isEmpty()) {
        printer.print(wrong, session);
        return Optional.empty();
      }
      printer.sayWarnings(problems, session);
      record = changed.get();
    }
    return Optional.of(record);
  }
}
