package org.stargatecalc.analysis.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.stargatecalc.calendar.Durations;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.catalog.BaselinePath;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.claim.Answer;
import org.stargatecalc.claim.Claim;
import org.stargatecalc.claim.ClaimChecker;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.projection.ProjectionEngine;
import org.stargatecalc.projection.Reading;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.scenario.ScenarioResolver;
import org.stargatecalc.scenario.ScenarioSpec;

/** Holds the central case of scenarios against the record and beside the baselines. */
public final class Backtester {
  /** A scenario with this share of all recorded facility power models the whole frontier. */
  private static final double WHOLE = 0.9;

  private final List<BaselinePath> baselines;
  private final Backtest.Selection selection;
  private final RecordedFleet fleet;
  private final LocalDate lastHappened;
  private final LocalDate planVintage;

  /** Creates one for a record, the baselines and a selection. */
  public Backtester(SiteRecord record, List<BaselinePath> baselines, Backtest.Selection selection) {
    this.baselines = List.copyOf(baselines);
    this.selection = selection;
    fleet = new RecordedFleet(record, selection.vintage().orElse(record.newestVintage()));
    lastHappened = selection.asOf().orElse(fleet.lastEstimated());
    planVintage = record.oldestVintage();
  }

  /**
   * Compares a scenario with the record.
   *
   * @param claims those on one training system are read as site and fleet too
   * @param band the range that the scenario states, {@link Band#NONE} if it states none
   */
  public Backtest test(ScenarioSpec spec, List<Claim> claims, Band band) {
    Map<String, Site> matched = new LinkedHashMap<>();
    List<String> unrecorded = new ArrayList<>();
    spec.phases().stream()
        .map(phase -> phase.site())
        .distinct()
        .forEach(
            id ->
                fleet
                    .record()
                    .site(id)
                    .ifPresentOrElse(site -> matched.put(id, site), () -> unrecorded.add(id)));
    if (!selection.sites().isEmpty()) {
      matched.values().removeIf(site -> !selection.sites().contains(site.id()));
    }
    Projection projection = project(spec, matched.values(), claims);
    List<Subject> subjects = new ArrayList<>();
    matched.forEach((id, site) -> subjects.add(site(id, site, projection, band)));
    // a site that was only announced has no power that could be added up
    Map<String, Site> recorded = new LinkedHashMap<>(matched);
    recorded.values().removeIf(site -> fleet.points(site).isEmpty());
    boolean whole =
        selection.sites().isEmpty() && recorded.size() > 1 && share(recorded.values()) >= WHOLE;
    Collection<Site> summed = List.of();
    if (recorded.size() > 1) {
      Collection<Site> sites = whole ? fleet.counted() : recorded.values();
      Collection<String> projected =
          whole
              ? new LinkedHashSet<>(spec.phases().stream().map(phase -> phase.site()).toList())
              : recorded.keySet();
      subjects.add(several(Subject.Scope.LARGEST, sites, projected, projection));
      subjects.add(several(Subject.Scope.SUM, sites, projected, projection));
      summed = sites;
    }
    List<AmountPoint> amounts =
        new AmountComparison(fleet, lastHappened, this::set)
            .compare(spec, matched, recorded.keySet(), summed, whole);
    List<FleetReading> readings =
        whole
            ? claims.stream()
                .filter(c -> c.metric() == Metric.LARGEST_TRAINING_SYSTEM_GW)
                .map(c -> reading(c, projection))
                .toList()
            : List.of();
    return new Backtest(spec, subjects, whole, lastHappened, unrecorded, readings, amounts);
  }

  /** Recorded dates and deadlines become nodes, so that nothing is read off a chord. */
  private Projection project(ScenarioSpec spec, Collection<Site> sites, List<Claim> claims) {
    double[] instants =
        DoubleStream.concat(
                claims.stream().mapToDouble(Claim::deadline),
                sites.stream()
                    .flatMap(site -> site.capacity().stream())
                    .mapToDouble(point -> Instants.endOf(point.date())))
            .toArray();
    return ProjectionEngine.project(new ScenarioResolver(spec).central(), instants);
  }

  private double share(Collection<Site> sites) {
    double all = fleet.sum(fleet.counted(), Basis.FACILITY).mwAt(lastHappened);
    return fleet.sum(sites, Basis.FACILITY).mwAt(lastHappened) / all;
  }

  private Subject site(String scenarioSite, Site site, Projection projection, Band band) {
    List<BacktestPoint> points = new ArrayList<>();
    Optional<LocalDate> plan = plan(site);
    int outside = 0;
    for (Basis basis : Basis.values()) {
      PowerPath recorded = fleet.power(site, basis);
      Map<String, PowerPath> models = new LinkedHashMap<>();
      models.put(ModelReading.PROJECTION, new ProjectedPower(projection, scenarioSite, basis));
      baselines.forEach(path -> models.put(path.id(), new BaselineCurve(path)));
      planOf(site, basis).ifPresent(path -> models.put(ModelReading.PLAN, path));
      double most = 0;
      for (SiteCapacity point : fleet.pointsAndAnnouncements(site)) {
        double mw = RecordedPower.mw(point, basis);
        if (Double.isNaN(mw)) {
          continue;
        }
        if (!projection.horizon().contains(Instants.endOf(point.date()))) {
          outside += basis == Basis.FACILITY ? 1 : 0;
          continue;
        }
        Optional<Band.Range> range = band.at(scenarioSite, basis, point.date());
        boolean announced = point.kind() == SiteCapacity.Kind.ANNOUNCED;
        points.add(
            point(
                point.date(),
                set(point),
                basis,
                recorded,
                mw,
                !announced && mw < most,
                Optional.empty(),
                models,
                range,
                projection.horizon()));
        most = announced ? most : Math.max(most, mw);
      }
    }
    return new Subject(
        Subject.Scope.SITE,
        site.id(),
        site.name(),
        Optional.of(scenarioSite),
        models(plan.isPresent(), true),
        plan,
        points,
        outside);
  }

  private Subject several(
      Subject.Scope scope,
      Collection<Site> recordedSites,
      Collection<String> scenarioSites,
      Projection projection) {
    boolean largest = scope == Subject.Scope.LARGEST;
    Optional<LocalDate> plan =
        largest && recordedSites.stream().anyMatch(site -> plan(site).isPresent())
            ? Optional.of(planVintage)
            : Optional.empty();
    List<BacktestPoint> points = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      PowerPath recorded =
          largest ? fleet.largest(recordedSites, basis) : fleet.sum(recordedSites, basis);
      List<PowerPath> paths =
          scenarioSites.stream()
              .<PowerPath>map(id -> new ProjectedPower(projection, id, basis))
              .toList();
      Map<String, PowerPath> models = new LinkedHashMap<>();
      models.put(
          ModelReading.PROJECTION,
          largest ? new Largest(paths) : new Sum(paths, fleet.dates(recordedSites)));
      if (largest) {
        baselines.forEach(path -> models.put(path.id(), new BaselineCurve(path)));
        List<PowerPath> plans =
            recordedSites.stream().flatMap(site -> planOf(site, basis).stream()).toList();
        if (!plans.isEmpty()) {
          models.put(ModelReading.PLAN, new Largest(plans));
        }
      }
      double most = 0;
      for (LocalDate date : quarterEnds(projection.horizon(), recorded, recordedSites)) {
        double mw = recorded.mwAt(date);
        points.add(
            point(
                date,
                date.isAfter(lastHappened) ? PointSet.FORECAST : PointSet.HAPPENED,
                basis,
                recorded,
                mw,
                mw < most,
                largest ? fleet.largestSite(recordedSites, basis, date) : Optional.empty(),
                models,
                Optional.empty(),
                projection.horizon()));
        most = Math.max(most, mw);
      }
    }
    return new Subject(
        scope,
        scope.id(),
        largest ? "Largest site" : "Sum of the sites",
        Optional.empty(),
        models(plan.isPresent(), largest),
        plan,
        points,
        0);
  }

  private List<LocalDate> quarterEnds(Horizon horizon, PowerPath recorded, Collection<Site> sites) {
    List<LocalDate> dates = fleet.dates(sites);
    if (dates.isEmpty()) {
      return List.of();
    }
    LocalDate last = Period.QUARTER.endOfPeriod(dates.get(dates.size() - 1));
    return horizon.periodEnds(Period.QUARTER).stream()
        .filter(date -> !date.isAfter(last) && recorded.mwAt(date) > 0)
        .toList();
  }

  private List<String> models(boolean withPlan, boolean withBaselines) {
    return Stream.of(
            Stream.of(ModelReading.PROJECTION),
            withBaselines ? baselines.stream().map(BaselinePath::id) : Stream.<String>empty(),
            withPlan ? Stream.of(ModelReading.PLAN) : Stream.<String>empty())
        .flatMap(models -> models)
        .toList();
  }

  private PointSet set(SiteCapacity point) {
    return switch (point.kind()) {
      case ANNOUNCED -> PointSet.ANNOUNCED;
      case FORECAST -> PointSet.FORECAST;
      case ESTIMATED ->
          selection.asOf().map(point.date()::isAfter).orElse(false)
              ? PointSet.FORECAST
              : PointSet.HAPPENED;
    };
  }

  /** The older vintage in which a site has a plan, if it is older than the one compared with. */
  private Optional<LocalDate> plan(Site site) {
    return site.vintageUpTo(planVintage)
        .filter(plan -> fleet.vintage(site).map(plan::isBefore).orElse(false));
  }

  private Optional<PowerPath> planOf(Site site, Basis basis) {
    return plan(site)
        .map(site::points)
        .filter(points -> points.stream().anyMatch(p -> !Double.isNaN(RecordedPower.mw(p, basis))))
        .map(points -> new PublishedPlan(new RecordedPower(points, basis), planVintage));
  }

  private static BacktestPoint point(
      LocalDate date,
      PointSet set,
      Basis basis,
      PowerPath recorded,
      double mw,
      boolean falls,
      Optional<String> largestSite,
      Map<String, PowerPath> models,
      Optional<Band.Range> range,
      Horizon horizon) {
    double enough = mw * (1 - Score.TOLERANCE);
    Optional<LocalDate> since =
        set == PointSet.ANNOUNCED ? Optional.of(date) : recorded.reachedOn(enough);
    List<ModelReading> estimates = new ArrayList<>();
    models.forEach(
        (model, path) -> {
          boolean projected = model.equals(ModelReading.PROJECTION);
          double value = path.mwAt(date);
          Optional<LocalDate> reached =
              mw > 0 && !Double.isNaN(value) ? path.reachedOn(enough) : Optional.empty();
          boolean unknown =
              projected && reached.map(day -> day.isBefore(horizon.from())).orElse(false);
          estimates.add(
              new ModelReading(
                  model,
                  value,
                  reached,
                  unknown ? Double.NaN : months(since, reached),
                  projected && range.isPresent()
                      ? OptionalDouble.of(range.get().contains(mw))
                      : OptionalDouble.empty()));
        });
    return new BacktestPoint(date, set, basis, mw, falls, largestSite, estimates);
  }

  private static double months(Optional<LocalDate> since, Optional<LocalDate> reached) {
    return since.isEmpty() || reached.isEmpty()
        ? Double.NaN
        : (reached.get().toEpochDay() - since.get().toEpochDay()) / Durations.DAYS_PER_MONTH;
  }

  private static Answer answer(ClaimChecker checker, Claim claim, Metric scope) {
    return checker.answer(Reading.of(scope, claim.basis()), claim.atLeast(), claim.deadline());
  }

  private FleetReading reading(Claim claim, Projection projection) {
    ClaimChecker checker = new ClaimChecker(projection);
    return new FleetReading(
        claim,
        answer(checker, claim, Metric.LARGEST_TRAINING_SYSTEM_GW),
        answer(checker, claim, Metric.LARGEST_SITE_GW),
        answer(checker, claim, Metric.FACILITY_POWER_GW),
        recorded(claim, fleet.largest(fleet.counted(), claim.basis())),
        recorded(claim, fleet.sum(fleet.counted(), claim.basis())));
  }

  private static FleetReading.Recorded recorded(Claim claim, PowerPath path) {
    return new FleetReading.Recorded(
        path.mwAt(claim.by()), path.reachedOn(claim.atLeast() * Scale.KILO));
  }
}
