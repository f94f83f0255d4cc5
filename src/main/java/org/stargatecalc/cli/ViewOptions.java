package org.stargatecalc.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.project.ProjectView;

/** The options that say which part of a projection is shown. */
final class ViewOptions {
  static final List<Option> ALL =
      List.of(
          Option.BY, Option.FROM, Option.TO, Option.AT, Option.SHOW, Option.METRICS, Option.LAYOUT);

  private ViewOptions() {}

  static ProjectView read(Arguments arguments) throws UsageException {
    Optional<Period> by = arguments.word(Option.BY, Period.values());
    Optional<ProjectView.Layout> layout =
        arguments.word(Option.LAYOUT, ProjectView.Layout.values());
    Optional<LocalDate> from = arguments.firstDay(Option.FROM);
    Optional<LocalDate> to = arguments.lastDay(Option.TO);
    Optional<LocalDate> at = arguments.lastDay(Option.AT);
    List<ProjectView.Part> parts = arguments.words(Option.SHOW, ProjectView.Part.values());
    List<Metric> metrics = arguments.metrics();
    if (at.isPresent() && (from.isPresent() || to.isPresent() || by.isPresent())) {
      throw new UsageException("--at asks for one date: leave out --by, --from and --to");
    }
    return new ProjectView(
        by,
        from,
        to,
        at,
        parts,
        metrics,
        layout.orElse(ProjectView.Layout.WIDE),
        arguments.folding());
  }
}
