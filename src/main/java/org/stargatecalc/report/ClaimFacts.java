package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.CheckedClaim;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;

/** What a claim says, and what it would be read otherwise. */
public final class ClaimFacts {
  private ClaimFacts() {}

  /**
   * Returns what is claimed, and how that is read.
   *
   * @param called how the claim is called: its id or its title
   */
  public static List<Block.Fact> of(Claim claim, String called) {
    return List.of(
        Block.Fact.of(
            "Claim",
            Cell.words(called + ": at least"),
            new Cell.Quantity(claim.atLeast(), Display.PLAIN),
            Cell.words(claim.metric().unit().symbol() + " by"),
            new Cell.Day(claim.by())),
        Block.Fact.of("Read as", Cell.words(ClaimWords.scope(claim.metric(), claim.basis()))));
  }

  /** Returns the table of the values and verdicts under other readings. */
  public static Block readings(CheckedClaim checked) {
    Metric metric = checked.claim().metric();
    List<List<Cell>> rows = new ArrayList<>();
    for (Answer reading : checked.readings()) {
      rows.add(
          List.of(
              Cell.words(ClaimWords.readAs(reading)),
              Cell.apart(
                  Cell.number(reading.value().orElse(Double.NaN), Display.of(metric)),
                  checked.claim().atLeast()),
              ClaimWords.verdictWithDate(reading)));
    }
    return new Block.Table(
        List.of(
            Block.Column.words("read as"),
            Block.Column.number("value", metric.unit().symbol()),
            Block.Column.words("verdict")),
        rows);
  }
}
