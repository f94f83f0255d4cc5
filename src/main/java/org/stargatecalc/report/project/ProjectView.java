package org.stargatecalc.report.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.report.Folding;
import org.stargatecalc.word.Worded;

/**
 * Which part of an answer is asked for.
 *
 * @param by length of a row of the timeline; empty for quarters in data and years for people
 * @param from rows that end earlier are left out
 * @param to rows that end later are left out
 * @param at a single date instead of periods
 * @param show the parts to show; empty for all
 * @param metrics the metrics to show; empty for all
 * @param layout how a table for spreadsheets is laid out
 * @param folding whether people see long lists whole
 */
public record ProjectView(
    Optional<Period> by,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<LocalDate> at,
    List<Part> show,
    List<Metric> metrics,
    Layout layout,
    Folding folding) {
  /** Every quarter of a horizon, every part and every metric. */
  public static final ProjectView WHOLE =
      new ProjectView(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Layout.WIDE,
          Folding.FOLDED);

  /** Copies the lists. */
  public ProjectView {
    show = List.copyOf(show);
    metrics = List.copyOf(metrics);
  }

  /**
   * Returns the metrics whose quantiles an answer shows.
   *
   * @param allOfThem whether a format shows them all
   */
  public List<Metric> quantifiedMetrics(boolean allOfThem) {
    if (!metrics.isEmpty()) {
      return numeric(metrics);
    }
    return allOfThem ? numeric(Arrays.asList(Metric.values())) : TimelineBlocks.BANDED;
  }

  /** Returns the length of a row in data. */
  public Period period() {
    return by.orElse(Period.QUARTER);
  }

  /** Returns the length of a row that people read. */
  Period periodForPeople() {
    return by.orElse(Period.YEAR);
  }

  /** Returns this view with every period from the start of a horizon on. */
  ProjectView fromTheStart() {
    return new ProjectView(by, Optional.empty(), to, at, show, metrics, layout, folding);
  }

  /** Returns whether the periods or the date asked for lie in a horizon at all. */
  public boolean reaches(Horizon horizon) {
    if (at.isPresent()) {
      return horizon.contains(Instants.endOf(at.get()));
    }
    for (LocalDate end : horizon.periodEnds(period())) {
      if (isBetween(end)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a period that ends on a day is not left out. */
  boolean isBetween(LocalDate end) {
    return (from.isEmpty() || !end.isBefore(from.get()))
        && (to.isEmpty() || !end.isAfter(to.get()));
  }

  /** Returns the metrics that are numbers. */
  static List<Metric> numeric(List<Metric> metrics) {
    List<Metric> numeric = new ArrayList<>();
    for (Metric metric : metrics) {
      if (metric.kind() != Metric.Kind.TEXT) {
        numeric.add(metric);
      }
    }
    return numeric;
  }

  /** Returns the metrics that tables and documents have. */
  List<Metric> allMetrics() {
    return metrics.isEmpty() ? Arrays.asList(Metric.values()) : metrics;
  }

  /** Returns whether a part is asked for. */
  boolean shows(Part part) {
    return show.isEmpty() || show.contains(part);
  }

  /** A part of the answer. */
  public enum Part implements Worded {
    /** Metrics by period. */
    TIMELINE,
    /** Verdicts. */
    CLAIMS,
    /** Verdicts under every scope and basis. */
    READINGS,
    /** Cost metrics by period. */
    COST,
    /** Values the answer rests on. */
    ASSUMPTIONS,
    /** Each phase by period: GPUs, power, capex and spend by part, what left. */
    PHASES,
    /** Each site by period. */
    SITES,
    /** Every draw: its inputs, and date and value of every claim. */
    SAMPLES;
  }

  /** How rows and columns are laid out. */
  public enum Layout implements Worded {
    /** One row a period, one column a metric. */
    WIDE,
    /** One row a value. */
    LONG;
  }
}
