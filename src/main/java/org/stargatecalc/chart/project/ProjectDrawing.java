package org.stargatecalc.chart.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stargatecalc.analysis.montecarlo.Drawn;
import org.stargatecalc.analysis.project.Projected;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.Drawing;
import org.stargatecalc.chart.Picture;

/** The pictures of one projected scenario. */
public final class ProjectDrawing implements Drawing {
  /** The names of all pictures, in their order. */
  public static final List<String> NAMES = List.of("claims", "power", "cost", "plan");

  private final Projected projected;
  private final Optional<Drawn> drawn;
  private final Supplier<SiteRecord> record;

  /**
   * Creates the pictures.
   *
   * @param drawn what draws gave; empty without
   * @param record of sites, read when something is drawn
   */
  public ProjectDrawing(Projected projected, Optional<Drawn> drawn, Supplier<SiteRecord> record) {
    this.projected = projected;
    this.drawn = drawn;
    this.record = record;
  }

  @Override
  public List<Picture> pictures() {
    DrawnScenario scenario = DrawnScenario.of(projected, drawn, record.get());
    return List.of(
        new Picture(
            "claims",
            of("Claims"),
            new ClaimCharts(scenario).charts(),
            "The scenario is asked no claim."),
        new Picture("power", of("Power"), List.of(new PowerChart(scenario).chart())),
        new Picture("cost", of("Cost"), new CostChart(scenario).charts(), "Nothing is paid for."),
        new Picture("plan", of("Plan"), List.of(new PlanChart(scenario).chart())));
  }

  private String of(String what) {
    return what + ": " + projected.spec().title().orElse(projected.spec().name());
  }
}
