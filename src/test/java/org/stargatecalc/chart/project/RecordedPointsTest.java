package org.stargatecalc.chart.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stargatecalc.analysis.backtest.RecordedFleet;
import org.stargatecalc.calendar.Horizon;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.catalog.SiteRecord;
import org.stargatecalc.chart.Axis;
import org.stargatecalc.chart.Mark;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;

/** The path of several recorded sites is that which backtest scores. */
class RecordedPointsTest {
  private static final Horizon HORIZON =
      new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31));
  private static final List<String> IDS = List.of("abilene", "shackelford", "mine");

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"FACILITY_POWER_GW", "LARGEST_SITE_GW"})
  void severalSitesAreTheirSumOrTheLargest(Metric metric) {
    SiteRecord record = CatalogReader.sites();
    RecordedFleet fleet = new RecordedFleet(record, record.newestVintage());
    List<Mark> marks = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    new RecordedPoints(record, IDS, HORIZON)
        .add(metric, Basis.FACILITY, new Axis.Days(HORIZON.start(), HORIZON.end()), marks, notes);
    assertThat(notes).singleElement().asString().contains("2 of 3 sites", "CC BY 4.0");
    assertThat(marks).hasSize(2);
    int points = 0;
    for (Mark mark : marks) {
      for (Mark.Point point : ((Mark.Dots) mark).points()) {
        LocalDate date = Instants.dateEndingAt(point.x());
        double[] each =
            IDS.stream()
                .flatMap(id -> record.site(id).stream())
                .mapToDouble(site -> fleet.mwAt(site, Basis.FACILITY, date) / 1000)
                .toArray();
        boolean isSum = metric == Metric.FACILITY_POWER_GW;
        double expected =
            isSum ? DoubleStream.of(each).sum() : DoubleStream.of(each).max().orElseThrow();
        assertThat(point.y()).as("%s", date).isEqualTo(expected);
        boolean isLater = date.isAfter(record.newestVintage());
        assertThat(isLater && mark == marks.get(0)).as("%s happened", date).isFalse();
        points++;
      }
    }
    assertThat(points).isGreaterThan(8);
  }
}
