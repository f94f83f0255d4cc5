package org.stargatecalc.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.data.SiteRecordReader;
import org.stargatecalc.tree.Problem;
import org.stargatecalc.tree.Problems;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Loads the record of sites: the shipped one, with the user's files laid over it. */
final class Records {
  private Records() {}

  /** Declares the option that names a user's file. */
  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.values(
            Options.RECORD, "FILE", "Lay a file over the record of sites; later ones win."));
  }

  /** Returns the record, or nothing after saying everything that is wrong with a file. */
  static Optional<SiteRecord> load(ParseResult line, Session session) {
    SiteRecord record = CatalogReader.sites();
    for (String file : Options.texts(line, Options.RECORD)) {
      Problems problems = new Problems();
      Optional<SiteRecord> changed;
      try {
        byte[] bytes = session.files().read(file);
        changed = SiteRecordReader.overlay(record, file, bytes, problems);
      } catch (IOException e) {
        session.say(file + ": cannot read it: " + e.getMessage());
        return Optional.empty();
      }
      List<Problem> wrong =
          Options.has(line, Options.STRICT) && problems.isEmpty()
              ? problems.warnings()
              : problems.errors();
      if (!wrong.isEmpty() || changed.isEmpty()) {
        new ProblemPrinter(session).print(wrong);
        return Optional.empty();
      }
      if (!Options.has(line, Options.QUIET)) {
        problems.warnings().forEach(w -> session.say("warning: " + w.message()));
      }
      record = changed.get();
    }
    return Optional.of(record);
  }
}
