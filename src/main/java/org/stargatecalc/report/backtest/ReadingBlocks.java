package org.stargatecalc.report.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.FleetReading;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.field.Display;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;

/** The claims, read as a system and as everybody's fleet, for people. */
final class ReadingBlocks {
  private ReadingBlocks() {}

  static void readings(Backtest backtest, List<Block> blocks) {
    if (backtest.readings().isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "The claims, read as a system and as everybody's fleet"));
    List<Block.Column> columns =
        List.of(
            Block.Column.words("claim"),
            Block.Column.words("read as"),
            Block.Column.words("verdict"),
            Block.Column.number("scenario", "MW"),
            Block.Column.number("record", "MW"),
            new Block.Column("reached", "", false, 1));
    List<List<Cell>> rows = new ArrayList<>();
    for (FleetReading reading : backtest.readings()) {
      String claim = plain(reading.claim().atLeast()) + " GW " + reading.claim().by();
      rows.add(reading(claim, "one system", reading.system(), Optional.empty()));
      rows.add(reading("", "one site", reading.site(), Optional.of(reading.recordedSite())));
      rows.add(reading("", "all sites", reading.fleet(), Optional.of(reading.recordedFleet())));
    }
    blocks.add(new Block.Table(columns, rows));
    blocks.add(
        new Block.Paragraph(
            "Verdict and scenario: the projection, which assumes what part of a site trains. Record:"
                + " power at the deadline, and the day on which the claimed power is reached,"
                + " forecasts included."));
  }

  private static List<Cell> reading(
      String claim, String scope, Answer answer, Optional<FleetReading.Recorded> recorded) {
    return List.of(
        Cell.words(claim),
        Cell.words(scope),
        ClaimWords.verdictWithDate(answer),
        Cell.number(answer.value().orElse(Double.NaN) * Scale.KILO, Display.MEGAWATT),
        BacktestCells.megawatts(recorded.map(FleetReading.Recorded::mw)),
        BacktestCells.day(recorded.flatMap(FleetReading.Recorded::reachedOn)));
  }

  private static String plain(double gigawatts) {
    double megawatts = Math.rint(gigawatts * Scale.KILO);
    return BigDecimal.valueOf(megawatts / Scale.KILO).stripTrailingZeros().toPlainString();
  }
}
