package org.stargatecalc.report.backtest;

import static org.stargatecalc.field.Field.date;
import static org.stargatecalc.field.Field.number;
import static org.stargatecalc.field.Field.numberOrNaN;
import static org.stargatecalc.field.Field.optionalText;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Field.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.analysis.backtest.Amount;
import org.stargatecalc.analysis.backtest.AmountPoint;
import org.stargatecalc.analysis.backtest.AmountScore;
import org.stargatecalc.analysis.backtest.Backtest;
import org.stargatecalc.analysis.backtest.PointSet;
import org.stargatecalc.field.Fields;
import org.stargatecalc.word.Worded;

/** What is told of compute and money in a backtest. */
final class AmountFields {
  private static final String SITE = "id of the site; none for all of them together";

  /** A recorded amount and what the scenario has. */
  static final Fields<AmountPoint> POINT =
      Fields.of(
          "amount_point",
          optionalText("site", SITE, AmountPoint::site),
          word("amount", Worded.ids(Amount.values()), "what is counted", p -> p.amount().id()),
          date("date", "day at whose end it stands", AmountPoint::date),
          word("set", Worded.ids(PointSet.values()), "what the point can say", p -> p.set().id()),
          number("recorded", "record, H100e or 2025 USD bn", AmountPoint::recorded),
          number("projected", "projection, the same unit", AmountPoint::projected),
          numberOrNaN("error_share", "error over the record; null at 0", AmountPoint::errorShare));

  /** How close a scenario comes to recorded amounts. */
  static final Fields<Row> SCORE =
      Fields.of(
          "amount_score",
          optionalText("site", SITE, Row::site),
          word("amount", Worded.ids(Amount.values()), "what is counted", r -> r.amount().id()),
          word("set", Worded.ids(PointSet.values()), "which points", r -> r.set().id()),
          whole("points", "points with more than 0 on record", r -> r.score().points()),
          numberOrNaN("mape", "mean of |error| / record", r -> r.score().mape()),
          numberOrNaN("bias", "Σ error / Σ record", r -> r.score().bias()),
          whole("within_1_percent", "points met within 1 %", r -> r.score().within()));

  private AmountFields() {}

  /**
   * A score.
   *
   * @param last the last of its points
   */
  record Row(
      Optional<String> site, Amount amount, PointSet set, AmountScore score, AmountPoint last) {}

  /** Returns the scores of every site, then of all of them, where anything is recorded. */
  static List<Row> scores(Backtest backtest) {
    List<Row> rows = new ArrayList<>();
    for (Optional<String> site :
        backtest.amounts().stream().map(AmountPoint::site).distinct().toList()) {
      for (Amount amount : Amount.values()) {
        for (PointSet set : List.of(PointSet.HAPPENED, PointSet.FORECAST)) {
          List<AmountPoint> points = backtest.amounts(site, amount, set);
          AmountScore score = AmountScore.of(points);
          if (score.points() > 0) {
            rows.add(new Row(site, amount, set, score, points.get(points.size() - 1)));
          }
        }
      }
    }
    return rows;
  }
}
