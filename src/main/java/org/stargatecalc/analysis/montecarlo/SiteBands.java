package org.stargatecalc.analysis.montecarlo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.SitePower;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;
import org.stargatecalc.uncertainty.Quantiles;

/** The 90 % range of a site's power on dates, over all draws. */
public final class SiteBands {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final Map<Wanted, Range> ranges = new HashMap<>();

  /** A site's power on a date. */
  private record Wanted(String site, Basis basis, LocalDate date) {
    boolean isOf(String otherSite, Basis otherBasis) {
      return basis == otherBasis && site.equals(otherSite);
    }
  }

  /**
   * A range of power.
   *
   * @param lowGw 5 % quantile
   * @param highGw 95 % quantile
   */
  public record Range(double lowGw, double highGw) {}

  /**
   * Draws a scenario.
   *
   * @param dates the dates that are wanted of each site; those outside the horizon are left out
   */
  public SiteBands(ScenarioSpec spec, Settings settings, Map<String, List<LocalDate>> dates) {
    List<Wanted> wanted = new ArrayList<>();
    dates.forEach(
        (site, days) -> {
          for (Basis basis : Basis.values()) {
            for (LocalDate day : days) {
              if (spec.horizon().contains(Instants.endOf(day))) {
                wanted.add(new Wanted(site, basis, day));
              }
            }
          }
        });
    double[] instants = wanted.stream().mapToDouble(w -> Instants.endOf(w.date())).toArray();
    DrawPlan plan = DrawPlan.of(List.of(spec), settings.sampling(), settings.seed()).get(0);
    ScenarioResolver resolver = new ScenarioResolver(spec);
    Scenario scenario = resolver.central();
    ProjectionEngine.Draw engine =
        new ProjectionEngine(scenario, instants).draws(new double[0], List.of(), List.of());
    double[] inputs = new double[plan.inputs().size()];
    double[][] gw = new double[wanted.size()][settings.draws()];
    for (int draw = 0; draw < settings.draws(); draw++) {
      plan.write(draw, inputs);
      resolver.resolve(inputs, scenario);
      Projection projection = engine.project(new double[0]);
      int i = 0;
      for (String site : dates.keySet()) {
        for (Basis basis : Basis.values()) {
          // One curve serves all dates of a site: they stand together.
          SitePower power = projection.site(site, basis);
          for (; i < instants.length && wanted.get(i).isOf(site, basis); i++) {
            gw[i][draw] = power.at(instants[i]);
          }
        }
      }
    }
    for (int i = 0; i < instants.length; i++) {
      double[] quantiles = Quantiles.of(gw[i], settings.draws(), LOW, HIGH);
      ranges.put(wanted.get(i), new Range(quantiles[0], quantiles[1]));
    }
  }

  /** Returns the range of a site on a date that was wanted. */
  public Optional<Range> at(String site, Basis basis, LocalDate date) {
    return Optional.ofNullable(ranges.get(new Wanted(site, basis, date)));
  }
}
