package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;

/**
 * What came to a site from one recorded date to the next.
 *
 * @param date when it was there
 * @param facilityMw facility power that came, MW, above 0
 * @param itMw IT power that came, MW; empty if not recorded
 * @param h100Equivalents compute that came; empty if not recorded or none came
 * @param expected whether the record's authors only expect it
 */
record RecordedStep(
    LocalDate date,
    double facilityMw,
    OptionalDouble itMw,
    OptionalDouble h100Equivalents,
    boolean expected) {
  /** Two figures that agree within this share are one figure that was rounded twice. */
  private static final double ROUNDING = 0.01;

  /** Returns the steps of a site's newest vintage, or else of what was announced, by date. */
  static List<RecordedStep> of(Site site) {
    List<SiteCapacity> points =
        site.vintage().map(site::points).filter(p -> !p.isEmpty()).orElse(site.announced());
    List<RecordedStep> steps = new ArrayList<>();
    double facility = 0;
    double it = 0;
    double compute = 0;
    int uncounted = 0;
    for (SiteCapacity point : points) {
      double now = point.facilityMw().orElse(point.itMw().orElse(0));
      if (now <= facility) {
        continue;
      }
      boolean both = point.facilityMw().isPresent() && point.itMw().isPresent();
      OptionalDouble itCame = both ? itCame(point, now - facility, it) : OptionalDouble.empty();
      OptionalDouble computeCame = came(point.h100Equivalents(), compute);
      boolean expected = point.kind() != SiteCapacity.Kind.ESTIMATED;
      steps.add(new RecordedStep(point.date(), now - facility, itCame, computeCame, expected));
      facility = now;
      it += itCame.orElse(0);
      compute = point.h100Equivalents().orElse(compute);
      uncounted = point.h100Equivalents().isPresent() ? spread(steps, uncounted) : uncounted + 1;
    }
    return steps;
  }

  /** A count stands for the steps before it that have none, too: each gets its share by power. */
  private static int spread(List<RecordedStep> steps, int uncounted) {
    List<RecordedStep> last = steps.subList(steps.size() - uncounted - 1, steps.size());
    double compute = last.get(uncounted).h100Equivalents().orElse(0);
    double facility = last.stream().mapToDouble(RecordedStep::facilityMw).sum();
    if (uncounted > 0 && compute > 0) {
      last.replaceAll(
          s ->
              new RecordedStep(
                  s.date(),
                  s.facilityMw(),
                  s.itMw(),
                  OptionalDouble.of(compute * s.facilityMw() / facility),
                  s.expected()));
    }
    return 0;
  }

  /** Where IT power did not follow facility power, the site's ratio of the two stands in. */
  private static OptionalDouble itCame(SiteCapacity point, double facilityCame, double before) {
    OptionalDouble came = came(point.itMw(), before);
    double share = point.itMw().orElse(0) / point.facilityMw().orElse(Double.NaN);
    return came.isPresent() || !(share > 0) ? came : OptionalDouble.of(facilityCame * share);
  }

  private static OptionalDouble came(OptionalDouble now, double before) {
    return now.isPresent() && now.getAsDouble() > before
        ? OptionalDouble.of(now.getAsDouble() - before)
        : OptionalDouble.empty();
  }

  /** Returns facility power over IT power; empty where that is not recorded or below 1. */
  OptionalDouble pue() {
    double pue = facilityMw / itMw.orElse(Double.NaN);
    return pue >= 1 ? OptionalDouble.of(pue) : OptionalDouble.empty();
  }

  /** Returns IT watts per H100 equivalent; empty where one of them is not recorded. */
  OptionalDouble wattsPerH100() {
    double watts = itMw.orElse(Double.NaN) * 1e6 / h100Equivalents.orElse(Double.NaN);
    return watts > 0 ? OptionalDouble.of(watts) : OptionalDouble.empty();
  }

  /** Whether one phase can stand for both: same PUE, same compute per watt, both come or stood. */
  boolean isOfAKindWith(RecordedStep other) {
    return expected == other.expected
        && near(pue(), other.pue())
        && near(wattsPerH100(), other.wattsPerH100());
  }

  private static boolean near(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() == b.isPresent()
        && (a.isEmpty() || Math.abs(a.getAsDouble() / b.getAsDouble() - 1) <= ROUNDING);
  }

  /** Joins steps of a kind that follow each other. */
  static List<List<RecordedStep>> phases(List<RecordedStep> steps) {
    List<List<RecordedStep>> phases = new ArrayList<>();
    Optional<RecordedStep> first = Optional.empty();
    for (RecordedStep step : steps) {
      if (first.isEmpty() || !first.get().isOfAKindWith(step)) {
        phases.add(new ArrayList<>());
        first = Optional.of(step);
      }
      phases.get(phases.size() - 1).add(step);
    }
    return phases;
  }
}
