package org.stargatecalc.report.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.analysis.compare.Comparison;
import org.stargatecalc.analysis.compare.Side;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.ClaimWords;
import org.stargatecalc.result.ResultClaim;
import org.stargatecalc.result.Statistic;

/** What a change does, in one line: every claim, then power and capex where they move. */
final class Headline {
  /** More claims than these are told of only where they changed. */
  private static final int MOST_UNCHANGED = 3;

  private static final List<Metric> TOLD =
      List.of(Metric.FACILITY_POWER_GW, Metric.CUMULATIVE_CAPEX_USD_BN);

  private final Comparison comparison;
  private final int other;

  /**
   * Creates it.
   *
   * @param other which of the other sides it is about
   */
  Headline(Comparison comparison, int other) {
    this.comparison = comparison;
    this.other = other;
  }

  /** Returns the line as cells that are read one after the other. */
  List<Cell> cells() {
    Side side = comparison.others().get(other);
    if (side.state() == Side.State.ABSENT) {
      return List.of(new Cell.Words("deleted", Cell.Tone.FAIR));
    }
    if (side.state() == Side.State.BROKEN) {
      return List.of(
          new Cell.Words("cannot be projected:", Cell.Tone.BAD),
          Cell.words(String.join("; ", side.problems())));
    }
    List<Cell> cells = new ArrayList<>();
    if (comparison.base().state() == Side.State.ABSENT) {
      cells.add(new Cell.Words("new", Cell.Tone.FAIR));
    } else if (comparison.base().state() == Side.State.BROKEN) {
      cells.add(new Cell.Words("can be projected again", Cell.Tone.GOOD));
    }
    if (comparison.expectsLess()) {
      cells.add(new Cell.Words("expects less", Cell.Tone.FAIR));
    }
    boolean tells = claims(side, cells);
    for (Metric metric : TOLD) {
      tells |= result(metric, cells);
    }
    if (!tells) {
      otherResults(cells);
    }
    if (cells.isEmpty()) {
      boolean isWithin = comparison.unchanged().withinTolerance() > 0;
      cells.add(
          Cell.words(
              comparison.isDifferent()
                  ? "results differ"
                  : isWithin ? "results within the tolerance" : "results unchanged"));
    }
    return cells;
  }

  /** What differs though neither a claim nor power nor capex does. */
  private void otherResults(List<Cell> cells) {
    List<String> differing =
        comparison.metrics().stream()
            .filter(change -> change.to().get(other).differs())
            .map(change -> change.metric().id())
            .distinct()
            .toList();
    if (!differing.isEmpty()) {
      int more = differing.size() - 1;
      String rest =
          more == 0 ? " differs" : " and " + SideNames.count(more, "other metric") + " differ";
      add(cells, List.of(Cell.words(differing.get(0) + rest)));
    } else if (comparison.oneSidedDates() + comparison.lackingNumbers() > 0) {
      add(cells, List.of(Cell.words("not all could be compared")));
    }
  }

  /** Adds what is said of claims; returns whether any of them changed. */
  private boolean claims(Side side, List<Cell> cells) {
    Map<String, ResultClaim> before = byId(comparison.base());
    Map<String, ResultClaim> after = byId(side);
    Map<String, ResultClaim> all = new LinkedHashMap<>(before);
    all.putAll(after);
    List<List<Cell>> unchanged = new ArrayList<>();
    for (ResultClaim claim : all.values()) {
      if (comparison.uncomparedClaims().contains(claim.id())) {
        continue;
      }
      Optional<ResultClaim> from = Optional.ofNullable(before.get(claim.id()));
      Optional<ResultClaim> to = Optional.ofNullable(after.get(claim.id()));
      String name = name(claim, all) + ":";
      boolean changed =
          comparison.claims().stream().anyMatch(c -> c.id().equals(claim.id()) && c.differs());
      if (!changed) {
        unchanged.add(List.of(Cell.words(name), Cell.words("unchanged")));
      } else if (from.isPresent() && to.isPresent()) {
        add(cells, change(name, from.get(), to.get()));
      } else {
        add(cells, one(name, to, comparison.base().state() == Side.State.PRESENT));
      }
    }
    boolean tells = !cells.isEmpty();
    if (unchanged.size() <= MOST_UNCHANGED) {
      unchanged.forEach(one -> add(cells, one));
    } else {
      add(cells, List.of(Cell.words(unchanged.size() + " claims unchanged")));
    }
    return tells;
  }

  private static List<Cell> one(String name, Optional<ResultClaim> to, boolean wasThere) {
    if (to.isEmpty()) {
      return List.of(Cell.words(name), Cell.words("no longer asked"));
    }
    List<Cell> cells =
        new ArrayList<>(List.of(Cell.words(name), ClaimWords.verdict(to.get().verdict())));
    String how = (by(to.get()) + (wasThere ? " (asked anew)" : "")).strip();
    if (!how.isEmpty()) {
      cells.add(Cell.words(how));
    }
    return cells;
  }

  private static List<Cell> change(String name, ResultClaim from, ResultClaim to) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.words(name)));
    if (from.verdict() != to.verdict()) {
      cells.add(ClaimWords.verdict(from.verdict()));
      cells.add(Cell.words("→"));
    }
    cells.add(ClaimWords.verdict(to.verdict()));
    String how = from.verdict() == to.verdict() ? moved(from, to) : by(to);
    if (!how.isEmpty()) {
      cells.add(Cell.words(how));
    }
    return cells;
  }

  private static String by(ResultClaim claim) {
    return claim.verdict() == Verdict.LATE
        ? "by " + months(claim.slipMonths().orElse(Double.NaN))
        : "";
  }

  /** What moved though the verdict is the same: the day, the odds, the value or the question. */
  private static String moved(ResultClaim from, ResultClaim to) {
    if (from.atLeast() != to.atLeast()
        || !from.by().equals(to.by())
        || from.metric() != to.metric()
        || !from.basis().equals(to.basis())) {
      return "asked otherwise";
    }
    if (from.reachedOn().isPresent() && to.reachedOn().isPresent()) {
      double later = number(to.slipMonths()) - number(from.slipMonths());
      if (later != 0) {
        return months(Math.abs(later)) + (later > 0 ? " later" : " earlier");
      }
    }
    if (from.probability().isPresent()
        && to.probability().isPresent()
        && from.probability().get().value() != to.probability().get().value()) {
      return "odds "
          + ClaimWords.percent(from.probability().get().value())
          + " → "
          + ClaimWords.percent(to.probability().get().value());
    }
    double before = number(from.value());
    double share = (number(to.value()) - before) / Math.abs(before);
    return Double.isFinite(share) ? percent(share) + " at the deadline" : "";
  }

  private static double number(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private static String months(double months) {
    if (months < 1) {
      long days = Math.max(1, Math.round(months * 30.44));
      return days + (days == 1 ? " day" : " days");
    }
    long whole = Math.round(months);
    return whole + (whole == 1 ? " month" : " months");
  }

  /** Adds the date at which a metric moves most, the last of several; returns whether it does. */
  private boolean result(Metric metric, List<Cell> cells) {
    Optional<Comparison.MetricChange> most =
        comparison.metrics().stream()
            .filter(change -> change.metric() == metric)
            .filter(change -> change.statistic().equals(Statistic.CENTRAL))
            .filter(change -> Double.isFinite(change.share(other)) && change.share(other) != 0)
            .reduce((a, b) -> size(b) >= size(a) ? b : a);
    if (most.isPresent()) {
      String name = metric == Metric.FACILITY_POWER_GW ? "power" : "capex";
      String date = date(most.get().date());
      String words = name + " " + date + " " + percent(most.get().share(other));
      add(cells, List.of(Cell.words(words)));
    }
    return most.isPresent();
  }

  /** A change as a share, to what a reader sees of it. */
  private double size(Comparison.MetricChange change) {
    return Math.rint(Math.abs(change.share(other)) * 1000);
  }

  /** Returns a change in percent with two digits, or all before the point. */
  private static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(Math.abs(share)).movePointRight(2);
    int digits = Math.max(2, percent.precision() - percent.scale());
    String rounded = percent.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    return (share < 0 ? "−" : "+") + rounded + " %";
  }

  private static String date(LocalDate date) {
    boolean yearsEnd = date.getMonthValue() == 12 && date.getDayOfMonth() == 31;
    return yearsEnd ? Integer.toString(date.getYear()) : date.toString();
  }

  private static void add(List<Cell> cells, List<Cell> more) {
    if (!cells.isEmpty() && !more.isEmpty()) {
      cells.add(Cell.words("·"));
    }
    cells.addAll(more);
  }

  private static Map<String, ResultClaim> byId(Side side) {
    Map<String, ResultClaim> claims = new LinkedHashMap<>();
    side.result()
        .ifPresent(result -> result.claims().forEach(claim -> claims.put(claim.id(), claim)));
    return claims;
  }

  /** Returns what is claimed, such as 5 GW by 2027, or its id where several claim that. */
  private static String name(ResultClaim claim, Map<String, ResultClaim> all) {
    String words = words(claim);
    boolean unique = all.values().stream().filter(c -> words(c).equals(words)).count() == 1;
    return unique ? words : claim.id();
  }

  private static String words(ResultClaim claim) {
    return new BigDecimal(claim.atLeast())
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " "
        + claim.metric().unit().symbol()
        + " by "
        + date(claim.by());
  }
}
