package org.stargatecalc.report.check;

import java.util.List;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.Report;

/** Every expectation with what was measured, its bound and the margin between them. */
public final class CheckReport {
  private CheckReport() {}

  /**
   * Builds the report on checked scenarios.
   *
   * @param toolVersion the version that the document names
   * @param folding whether people see every comparison and every check that passed
   */
  public static Report of(String toolVersion, List<CheckedScenario> scenarios, Folding folding) {
    CheckFields.Document checks = new CheckFields.Document(toolVersion, scenarios);
    return new Report(
            new CheckBlocks(checks, folding).blocks(),
            CheckFields.table(checks.scenarios()),
            CheckFields.DOCUMENT.document(checks))
        .withVerifications(CheckVerifications.of(checks.scenarios()));
  }
}
