package org.stargatecalc.report.compare;

import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;

/** What a change to scenarios does: assumptions that changed, then results that changed. */
public final class CompareReport {
  private CompareReport() {}

  /**
   * Builds the report on a comparison.
   *
   * @param toolVersion the version that the document names
   * @param folding whether people see long tables whole
   */
  public static Report of(String toolVersion, Comparison comparison, Folding folding) {
    return new Report(
        new CompareBlocks(comparison, folding).build(),
        ChangeRow.table(comparison),
        CompareFields.DOCUMENT.document(new CompareFields.Document(toolVersion, comparison)));
  }
}
