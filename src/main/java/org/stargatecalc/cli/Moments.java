package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.result.Moment;

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

  /** Returns the dates that are asked for, each once and in their order. */
  static List<LocalDate> dates(Arguments arguments) throws UsageException {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (String text : arguments.commaSeparated(Option.AT_DATES)) {
      dates.add(Arguments.date(Option.AT_DATES.word(), text).last());
    }
    return List.copyOf(dates);
  }

  static Moments of(Arguments arguments) throws UsageException {
    Optional<Period> by = arguments.word(Option.BY, Period.values());
    Optional<LocalDate> from = arguments.firstDay(Option.FROM);
    Optional<LocalDate> to = arguments.lastDay(Option.TO);
    List<LocalDate> dates = dates(arguments);
    if (!dates.isEmpty() && (by.isPresent() || from.isPresent() || to.isPresent())) {
      throw new UsageException("--at asks for dates: leave out --by, --from and --to");
    }
    return new Moments(dates, by.orElse(Period.YEAR), from, to);
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
    if (ends.isEmpty()) {
      throw new UsageException("--from, --to: no period of any horizon ends between them");
    }
    List<Moment> moments = new ArrayList<>();
    for (LocalDate end : ends) {
      moments.add(new Moment(Optional.of(by.endOfPeriodBefore(end)), end));
    }
    return moments;
  }
}
