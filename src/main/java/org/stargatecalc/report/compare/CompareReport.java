package org.stargatecalc.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.check.CheckedScenario;
import org.stargatecalc.analysis.compare.Attribution;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.ExpectationChange;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.CheckVerifications;
import org.stargatecalc.report.Folding;
import org.stargatecalc.report.InvalidFile;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.Verification;

/**
 * What a change to scenarios does: assumptions that changed, then results that changed.
 *
 * @param toolVersion the version that the document names
 * @param comparison what differs
 * @param attribution which inputs carry it; empty if that is not asked
 * @param checked what was judged besides
 * @param invalid files that could not be compared
 * @param fails whether a difference is a failure
 * @param strict whether it is one too that less is expected
 */
public record CompareReport(
    String toolVersion,
    Comparison comparison,
    Optional<Attribution> attribution,
    List<CheckedScenario> checked,
    List<InvalidFile> invalid,
    boolean fails,
    boolean strict) {
  /** Copies the lists. */
  public CompareReport {
    checked = List.copyOf(checked);
    invalid = List.copyOf(invalid);
  }

  /**
   * Builds the report.
   *
   * @param folding whether people see long tables whole
   */
  public Report build(Folding folding) {
    return new Report(
            new CompareBlocks(comparison, attribution, folding).build(),
            ChangeRow.table(comparison, attribution),
            CompareFields.DOCUMENT.document(document()))
        .withVerifications(verifications())
        .withNews(isNews() || !checked.isEmpty());
  }

  CompareFields.Document document() {
    return new CompareFields.Document(toolVersion, comparison, attribution, checked, invalid);
  }

  boolean isNews() {
    return comparison.isNews();
  }

  List<Verification> verifications() {
    List<Verification> all = new ArrayList<>();
    invalid.forEach(file -> all.addAll(file.verifications()));
    for (int i = 0; i < comparison.others().size(); i++) {
      if (comparison.others().get(i).state() != Side.State.BROKEN) {
        all.add(difference(i));
      }
    }
    for (ExpectationChange change : comparison.expectations()) {
      if (change.isWeaker()) {
        all.add(weaker(change));
      }
    }
    all.addAll(CheckVerifications.of(checked));
    return all;
  }

  private Verification weaker(ExpectationChange change) {
    Side side = comparison.others().get(0);
    return new Verification(
        side.label(),
        side.label(),
        0,
        0,
        "compare",
        "expects " + change.text(),
        strict ? Verification.Outcome.FAILED : Verification.Outcome.WARNED,
        List.of(Cell.words(CompareBlocks.says(change))),
        "",
        Double.POSITIVE_INFINITY);
  }

  private Verification difference(int other) {
    Side side = comparison.others().get(other);
    boolean present = side.result().isPresent() && comparison.base().state() == Side.State.PRESENT;
    long claims =
        comparison.claims().stream()
            .filter(change -> change.differs() && !change.to().get(other).equals(change.from()))
            .count();
    long numbers =
        comparison.metrics().stream().filter(change -> change.to().get(other).differs()).count();
    boolean differs = !present || claims + numbers > 0 || isPartial();
    return new Verification(
        side.label(),
        side.label(),
        0,
        0,
        "compare",
        "as " + comparison.base().label(),
        !differs
            ? Verification.Outcome.PASSED
            : fails ? Verification.Outcome.FAILED : Verification.Outcome.WARNED,
        List.of(Cell.words(present ? says(claims, numbers) : "it is on one side only")),
        "",
        numbers);
  }

  /** Whether something that was asked could not be compared. */
  private boolean isPartial() {
    return comparison.oneSidedDates() > 0 || comparison.lackingNumbers() > 0;
  }

  private String says(long claims, long numbers) {
    StringBuilder text =
        new StringBuilder(
            claims + numbers == 0
                ? "nothing differs beyond the tolerance"
                : (claims == 1 ? "1 claim and " : claims + " claims and ")
                    + (numbers == 1 ? "1 number differ" : numbers + " numbers differ")
                    + " beyond the tolerance");
    if (comparison.oneSidedDates() > 0) {
      text.append("; at ")
          .append(comparison.oneSidedDates())
          .append(" dates of one horizon alone nothing is compared");
    }
    if (comparison.lackingNumbers() > 0) {
      text.append("; not compared, as a saved result lacks them: ")
          .append(SideNames.count(comparison.lackingNumbers(), "number"));
    }
    return text.toString();
  }
}
