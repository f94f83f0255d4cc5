package org.stargatecalc.report.validate;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/** Which files are scenarios that can be projected, and what is wrong with the others. */
public final class ValidateReport {
  private ValidateReport() {}

  /**
   * Builds the report.
   *
   * @param toolVersion the version that the document names
   */
  public static Report of(String toolVersion, List<ValidFile> valid, List<InvalidFile> invalid) {
    ValidateFields.Document document = new ValidateFields.Document(toolVersion, valid, invalid);
    List<Verification> verifications = new ArrayList<>();
    invalid.forEach(file -> verifications.addAll(file.verifications()));
    valid.forEach(file -> verifications.addAll(verifications(file)));
    return new Report(
            blocks(document),
            ValidateFields.FILE.table(valid),
            ValidateFields.DOCUMENT.document(document))
        .withVerifications(verifications);
  }

  private static List<Block> blocks(ValidateFields.Document document) {
    int valid = document.valid().size();
    int invalid = document.invalid().size();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Marker("validate"));
    blocks.add(new Block.Heading(1, invalid + " invalid, " + valid + " valid"));
    document.invalid().forEach(file -> blocks.addAll(file.blocks()));
    List<List<Cell>> rows = new ArrayList<>();
    for (ValidFile file : document.valid()) {
      rows.add(
          List.of(
              Cell.words(file.file()),
              Cell.words(file.name()),
              Cell.words(Integer.toString(file.phases()))));
      file.warnings().forEach(w -> rows.add(List.of(Cell.words("  " + w), Cell.EMPTY, Cell.EMPTY)));
    }
    if (!rows.isEmpty()) {
      blocks.add(
          new Block.Table(
              List.of(
                  Block.Column.words("valid"),
                  Block.Column.words("scenario"),
                  Block.Column.number("phases", "")),
              rows));
    }
    return blocks;
  }

  private static List<Verification> verifications(ValidFile file) {
    List<Verification> all = new ArrayList<>();
    all.add(
        verification(
            file,
            Verification.Outcome.PASSED,
            file.phases() + (file.phases() == 1 ? " phase" : " phases")));
    file.warnings().forEach(w -> all.add(verification(file, Verification.Outcome.WARNED, w)));
    return all;
  }

  private static Verification verification(
      ValidFile file, Verification.Outcome outcome, String says) {
    return new Verification(
        file.file(),
        file.file(),
        0,
        0,
        "invalid",
        outcome == Verification.Outcome.PASSED ? "validity" : "warning",
        outcome,
        List.of(Cell.words(says)),
        "",
        0);
  }
}
