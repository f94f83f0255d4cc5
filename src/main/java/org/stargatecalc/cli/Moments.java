package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.result.Moment;
import picocli.CommandLine.ParseResult;

/** The dates that a command line asks to compare at. */
final class Moments {
  private final List<LocalDate> dates;
  private final Period by;
  private final Optional<LocalDate> from;
  private final Optional<LocalDate> to;

  private Moments(
      List<LocalDate> dates, Period by, Optional<LocalDate> from, Optional<LocalDate> to) {
    this.dates = dates;
    this.by = by;
    this.from = from;
    this.to = to;
  }

  static Moments of(ParseResult line) throws UsageException {
    Optional<Period> by = Options.word(line, Options.BY, Period.values(), Period::id);
    Optional<LocalDate> from = Options.date(line, Options.FROM).map(PartialDate::first);
    Optional<LocalDate> to = Options.date(line, Options.TO).map(PartialDate::last);
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (String text : Options.commaSeparated(line, Options.AT)) {
      try {
        dates.add(PartialDate.parse(text).last());
      } catch (InvalidTextException fault) {
        throw new UsageException("--at: found " + fault.found() + "; expected " + fault.expected());
      }
    }
    if (!dates.isEmpty() && (by.isPresent() || from.isPresent() || to.isPresent())) {
      throw new UsageException("--at asks for dates: leave out --by, --from and --to");
    }
    return new Moments(List.copyOf(dates), by.orElse(Period.YEAR), from, to);
  }

  /**
   * Returns the moments within any of the results' horizons.
   *
   * @throws UsageException if a date that is asked for lies in none
   */
  List<Moment> within(List<Horizon> horizons) throws UsageException {
    for (LocalDate date : dates) {
      boolean inside =
          horizons.stream().anyMatch(h -> !date.isBefore(h.from()) && !date.isAfter(h.to()));
      if (!inside) {
        throw new UsageException("--at: " + date + " is outside every horizon");
      }
    }
    if (!dates.isEmpty()) {
      return dates.stream().map(Moment::upTo).toList();
    }
    TreeSet<LocalDate> ends = new TreeSet<>();
    for (Horizon horizon : horizons) {
      horizon.periodEnds(by).stream()
          .filter(end -> from.map(f -> !end.isBefore(f)).orElse(true))
          .filter(end -> to.map(t -> !end.isAfter(t)).orElse(true))
          .forEach(ends::add);
    }
    List<Moment> moments = new ArrayList<>();
    for (LocalDate end : ends) {
      moments.add(new Moment(Optional.of(by.endOfPeriodBefore(end)), end));
    }
    return moments;
  }
}
