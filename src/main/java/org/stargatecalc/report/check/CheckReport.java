package org.stargatecalc.report.check;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.CheckVerifications;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/** Every expectation with what was measured, its bound and the margin between them. */
public final class CheckReport {
  private CheckReport() {}

  /**
   * Builds the report on checked scenarios.
   *
   * @param toolVersion the version that the document names
   * @param invalid files that could not be judged
   * @param folding whether people see every comparison and every check that passed
   */
  public static Report of(
      String toolVersion,
      List<CheckedScenario> scenarios,
      List<InvalidFile> invalid,
      Folding folding) {
    CheckFields.Document checks = new CheckFields.Document(toolVersion, scenarios, invalid);
    List<Verification> verifications = new ArrayList<>();
    invalid.forEach(file -> verifications.addAll(file.verifications()));
    verifications.addAll(CheckVerifications.of(checks.scenarios()));
    checks.notJudged().forEach(scenario -> verifications.add(notJudged(scenario)));
    return new Report(
            new CheckBlocks(checks, folding).blocks(),
            CheckFields.table(checks.scenarios()),
            CheckFields.DOCUMENT.document(checks))
        .withVerifications(verifications);
  }

  private static Verification notJudged(CheckedScenario scenario) {
    return new Verification(
        scenario.name(),
        scenario.file(),
        0,
        0,
        "expect",
        "expectations",
        Verification.Outcome.NOT_JUDGED,
        List.of(Cell.words("not judged, having no expectation")),
        "",
        0);
  }
}
