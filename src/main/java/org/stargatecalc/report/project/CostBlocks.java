package org.stargatecalc.report.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.calendar.Instants;
import org.stargatecalc.calendar.Period;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Basis;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.Projection;
import org.stargatecalc.report.Block;
import org.stargatecalc.report.Cell;
import org.stargatecalc.report.Folding;
import org.stargatecalc.scenario.Scenario;
import org.stargatecalc.scenario.ScenarioSpec;

/** What is spent by year, and what it comes to, for people. */
final class CostBlocks {
  /** At which nominal rates are named beside real ones. */
  private static final double INFLATION = 0.025;

  private static final List<Metric> IN_SHORT =
      List.of(
          Metric.PRESENT_VALUE_USD_BN,
          Metric.NET_PRESENT_COST_USD_BN,
          Metric.COST_PER_GPU_HOUR_USD,
          Metric.CAPEX_PER_FACILITY_GW_USD_BN);

  private static final List<Metric> IN_FULL =
      List.of(
          Metric.PRESENT_VALUE_USD_BN,
          Metric.RESIDUAL_VALUE_USD_BN,
          Metric.NET_PRESENT_COST_USD_BN,
          Metric.ANNUALIZED_COST_USD_BN,
          Metric.COST_PER_GPU_HOUR_USD,
          Metric.CAPEX_PER_FACILITY_GW_USD_BN,
          Metric.CAPEX_PER_IT_GW_USD_BN);

  private final Folding folding;
  private final ScenarioSpec spec;
  private final Scenario scenario;
  private final double discountRate;
  private final Projection projection;
  private final List<Block> blocks;

  CostBlocks(ProjectedScenario scenario, Folding folding, List<Block> blocks) {
    this.folding = folding;
    this.spec = scenario.projected().spec();
    this.scenario = scenario.projected().scenario();
    this.discountRate = scenario.projected().scenario().discountRate();
    this.projection = scenario.projected().projection();
    this.blocks = blocks;
  }

  void cost() {
    blocks.add(new Block.Heading(2, "Cost"));
    double start = projection.horizon().start();
    double end = projection.horizon().end();
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("calendar year"));
    // where capex is paid before what it pays for is there, costs add up with what is spent
    List<Metric> parts =
        new ArrayList<>(
            scenario.mayLead()
                ? List.of(Metric.CAPEX_USD_BN, Metric.SPEND_USD_BN)
                : List.of(
                    Metric.COMPUTE_CAPEX_USD_BN,
                    Metric.FACILITY_CAPEX_USD_BN,
                    Metric.GENERATION_CAPEX_USD_BN));
    parts.addAll(
        List.of(
            Metric.ENERGY_COST_USD_BN,
            Metric.OPEX_USD_BN,
            Metric.LEASE_COST_USD_BN,
            Metric.OFFTAKE_COST_USD_BN,
            Metric.TOTAL_COST_USD_BN));
    List<Metric> spent = new ArrayList<>();
    for (Metric part : parts) {
      if (projection.flow(part, start, end) != 0) {
        spent.add(part);
        columns.add(Block.Column.number(costLabel(part), "USD bn"));
      }
    }
    List<List<Cell>> rows = years(spent);
    rows.add(costRow(Cell.words("sum"), spent, start, end));
    blocks.add(new Block.Table(columns, rows));
    facts(folding == Folding.FOLDED ? IN_SHORT : IN_FULL);
  }

  /** A row a year, years that follow each other with equal costs in one. */
  private List<List<Cell>> years(List<Metric> spent) {
    List<List<Cell>> rows = new ArrayList<>();
    double[] before = {};
    String first = "";
    double after = projection.horizon().start();
    for (LocalDate yearEnd : projection.horizon().periodEnds(Period.YEAR)) {
      double upTo = Instants.endOf(yearEnd);
      double[] values = new double[spent.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = projection.flow(spent.get(i), after, upTo);
      }
      String year = Integer.toString(yearEnd.getYear());
      String label = year;
      if (!rows.isEmpty() && folding == Folding.FOLDED && FoldedPeriods.areSame(before, values)) {
        rows.remove(rows.size() - 1);
        label = first + " to " + year + ", each";
      } else {
        first = year;
      }
      rows.add(costRow(Cell.words(label), spent, after, upTo));
      before = values;
      after = upTo;
    }
    return rows;
  }

  private void facts(List<Metric> metrics) {
    List<Block.Fact> facts = new ArrayList<>();
    for (Metric metric : metrics) {
      double value = projection.at(metric, Basis.FACILITY, projection.horizon().end());
      if (!Double.isNaN(value)) {
        facts.add(
            Block.Fact.of(
                costLabel(metric),
                Cell.quantity(value, Display.of(metric)),
                Cell.words(costNote(metric))));
      }
    }
    blocks.add(new Block.Facts(facts));
  }

  private List<Cell> costRow(Cell label, List<Metric> metrics, double after, double upTo) {
    List<Cell> row = new ArrayList<>();
    row.add(label);
    for (Metric metric : metrics) {
      row.add(Cell.number(projection.flow(metric, after, upTo), Display.of(metric)));
    }
    return row;
  }

  private static String costLabel(Metric metric) {
    return switch (metric) {
      case CAPEX_USD_BN -> "capex in service";
      case COMPUTE_CAPEX_USD_BN -> "compute";
      case FACILITY_CAPEX_USD_BN -> "facility";
      case GENERATION_CAPEX_USD_BN -> "generation";
      case ENERGY_COST_USD_BN -> "energy";
      case OPEX_USD_BN -> "other opex";
      case LEASE_COST_USD_BN -> "shell lease";
      case OFFTAKE_COST_USD_BN -> "offtake";
      case TOTAL_COST_USD_BN -> "total";
      case SPEND_USD_BN -> "spent on capex";
      case PRESENT_VALUE_USD_BN -> "Present value";
      case RESIDUAL_VALUE_USD_BN -> "Residual value";
      case NET_PRESENT_COST_USD_BN -> "Net present cost";
      case ANNUALIZED_COST_USD_BN -> "Annualized cost";
      case COST_PER_GPU_HOUR_USD -> "Per GPU-hour";
      case CAPEX_PER_FACILITY_GW_USD_BN -> "Capex per facility GW";
      case CAPEX_PER_IT_GW_USD_BN -> "Capex per IT GW";
      default -> metric.label();
    };
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share * 100)
            .setScale(1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  private String costNote(Metric metric) {
    return switch (metric) {
      case PRESENT_VALUE_USD_BN ->
          "of the total, discounted to "
              + spec.horizon().from()
              + " at a real "
              + percent(discountRate)
              + (folding == Folding.FOLDED
                  ? ""
                  : ", as "
                      + percent((1 + discountRate) * (1 + INFLATION) - 1)
                      + " nominal at "
                      + percent(INFLATION)
                      + " inflation; leaves out what is left");
      case RESIDUAL_VALUE_USD_BN ->
          "of what was bought, at its age on "
              + spec.horizon().to()
              + ", and of what is being built";
      case NET_PRESENT_COST_USD_BN ->
          "the same less what is left at the end: compare owning and renting by this";
      case ANNUALIZED_COST_USD_BN -> "for what is installed on " + spec.horizon().to();
      case COST_PER_GPU_HOUR_USD -> "annualized, used or not";
      case CAPEX_PER_FACILITY_GW_USD_BN -> "of own phases";
      case CAPEX_PER_IT_GW_USD_BN -> "of own phases";
      default -> "";
    };
  }
}
