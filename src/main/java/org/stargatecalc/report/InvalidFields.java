package org.stargatecalc.report;

import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Fields.records;

import org.stargatecalc.field.Fields;

/** What is told of files that cannot be judged. */
public final class InvalidFields {
  private static final Fields<InvalidFile.Fault> FAULT =
      Fields.of(
          "fault",
          text("file", "where it stands", InvalidFile.Fault::file),
          whole("line", "from 1; 0 without a place", InvalidFile.Fault::line),
          whole("column", "from 1; 0 without a place", InvalidFile.Fault::column),
          text("message", "what is wrong and what is expected", InvalidFile.Fault::text));

  /** One file. */
  public static final Fields<InvalidFile> FILE =
      Fields.of(
          "invalid_file",
          text("file", "as the user named it", InvalidFile::file),
          records("problems", FAULT, "what is wrong", InvalidFile::faults));

  private InvalidFields() {}
}
