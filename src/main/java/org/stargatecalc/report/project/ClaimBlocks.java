package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseSpec;

/** The claims in short: their curves, the readings that turn them, and what to know of them. */
final class ClaimBlocks {
  private final ProjectedScenario scenario;
  private final Projection projection;
  private final List<Block> blocks;

  ClaimBlocks(ProjectedScenario scenario, List<Block> blocks) {
    this.scenario = scenario;
    this.projection = scenario.projected().projection();
    this.blocks = blocks;
  }

  void inShort() {
    List<CheckedClaim> claims = scenario.projected().claims();
    if (claims.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "Claims by quarter"));
    List<Block.Fact> facts = new ArrayList<>();
    for (CheckedClaim checked : claims) {
      facts.add(new Block.Fact(checked.claim().id(), curve(checked, projection)));
    }
    blocks.add(new Block.Facts(facts));
    blocks.add(
        new Block.Paragraph(
            "│ the deadline, ╎ where the claim is reached; the scale ends at the claim or at the"
                + " highest value, whichever is more."));
    List<String> remarks = turned(claims);
    sizes(claims, remarks);
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Remarks(remarks));
    }
  }

  /** The curve of a claim's metric with its marks, how high it comes and how it is read. */
  static List<Cell> curve(CheckedClaim checked, Projection projection) {
    Claim claim = checked.claim();
    List<LocalDate> ends = projection.horizon().periodEnds(Period.QUARTER);
    List<Double> values = new ArrayList<>();
    double highest = 0;
    int deadline = -1;
    int reached = -1;
    for (int i = 0; i < ends.size(); i++) {
      LocalDate end = ends.get(i);
      double value = projection.at(claim.metric(), claim.basis(), Instants.endOf(end));
      values.add(value);
      highest = Math.max(highest, value);
      boolean begun = claim.deadline() >= projection.horizon().start();
      deadline = begun && deadline < 0 && !end.isBefore(claim.by()) ? i : deadline;
      boolean there =
          checked.answer().reachedOn().isPresent()
              && !end.isBefore(checked.answer().reachedOn().get());
      reached = reached < 0 && there ? i : reached;
    }
    return List.of(
        new Cell.Curve(values, Math.max(highest, claim.atLeast()), deadline, reached),
        Cell.words("up to"),
        Cell.apart(Cell.quantity(highest, Display.of(claim.metric())), claim.atLeast()));
  }

  /** Returns for each claim the readings under which its verdict is another one. */
  private static List<String> turned(List<CheckedClaim> claims) {
    List<String> remarks = new ArrayList<>();
    for (CheckedClaim checked : claims) {
      Map<String, List<String>> byVerdict = new LinkedHashMap<>();
      for (Answer reading : checked.readings()) {
        if (reading.verdict() != checked.answer().verdict()) {
          String verdict = ClaimWords.dated(reading);
          List<String> names = byVerdict.get(verdict);
          if (names == null) {
            names = new ArrayList<>();
            byVerdict.put(verdict, names);
          }
          addName(reading, names);
        }
      }
      if (!byVerdict.isEmpty()) {
        StringBuilder words = new StringBuilder(checked.claim().id());
        words.append(", read as ");
        words.append(ClaimWords.scope(checked.claim().metric(), checked.claim().basis()));
        words.append(", ").append(checked.answer().verdict().label()).append(": ");
        boolean isFirst = true;
        for (Map.Entry<String, List<String>> entry : byVerdict.entrySet()) {
          words.append(isFirst ? "" : "; ").append(entry.getKey()).append(" if read as ");
          words.append(String.join(", ", entry.getValue()));
          isFirst = false;
        }
        remarks.add(words.append('.').toString());
      }
    }
    return remarks;
  }

  /** A scope that is turned on both bases is named once. */
  private static void addName(Answer reading, List<String> names) {
    if (!reading.metric().hasBasis()) {
      names.add(ClaimWords.readAs(reading));
      return;
    }
    String scope = ClaimWords.scope(reading.metric());
    int other = names.indexOf(scope + " (" + Basis.FACILITY.label() + ")");
    if (reading.basis() == Basis.IT && other >= 0) {
      names.set(other, scope);
    } else {
      names.add(scope + " (" + reading.basis().label() + ")");
    }
  }

  /** Says once where a claim is on facility power and sizes are not. */
  private void sizes(List<CheckedClaim> claims, List<String> notes) {
    boolean onFacility = false;
    for (CheckedClaim checked : claims) {
      Claim claim = checked.claim();
      onFacility |= claim.metric().hasBasis() && claim.basis() == Basis.FACILITY;
    }
    int sized = 0;
    List<PhaseSpec> phases = scenario.projected().spec().phases();
    for (PhaseSpec phase : phases) {
      sized += phase.plan().size() == PhaseParameter.FACILITY_POWER ? 0 : 1;
    }
    if (onFacility && sized > 0) {
      boolean isOne = sized == 1 && phases.size() > 1;
      notes.add(
          (sized == phases.size()
                  ? "No phase is"
                  : sized + " of " + phases.size() + " phases " + (isOne ? "is" : "are") + " not")
              + " sized by facility power: with a worse PUE "
              + (isOne ? "it comes" : "they come")
              + " nearer to a claim on it.");
    }
  }
}
