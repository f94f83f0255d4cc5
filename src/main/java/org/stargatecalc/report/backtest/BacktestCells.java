package org.stargatecalc.report.backtest;

import java.time.LocalDate;
import java.util.Optional;
import org.stargatecalc.field.Display;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.report.Cell;

/** How the numbers of a backtest are shown to people. */
final class BacktestCells {

  private BacktestCells() {}

  static Cell megawatts(Optional<Double> mw) {
    return mw.map(value -> Cell.number(value, Display.MEGAWATT)).orElse(Cell.EMPTY);
  }

  static Cell percent(double share) {
    return Cell.number(share * Scale.PERCENT, Display.PERCENT_POINT);
  }

  static Cell count(int count) {
    return Cell.number(count, Display.PLAIN);
  }

  static Cell day(Optional<LocalDate> date) {
    return date.<Cell>map(Cell.Day::new).orElse(Cell.EMPTY);
  }
}
