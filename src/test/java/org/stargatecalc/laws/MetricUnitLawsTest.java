package org.stargatecalc.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.expression.Expression;
import org.stargatecalc.expression.ExpressionReader;
import org.stargatecalc.field.Display;
import org.stargatecalc.projection.Metric;

/** What is shown in a unit can be bounded in it, whatever the metric. */
class MetricUnitLawsTest {
  static List<Metric> numbers() {
    return Arrays.stream(Metric.values()).filter(m -> m.kind() != Metric.Kind.TEXT).toList();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aMetricIsBoundedInTheUnitThatItIsShownIn(Metric metric) throws Exception {
    for (String unit : List.of(metric.unit().symbol(), Display.of(metric).unit())) {
      assertThat(unit).isNotEmpty();

      Expression expression = ExpressionReader.parse(metric.id() + "@2027-12-31 > 2.5 " + unit);

      assertThat(((Expression.Comparison) expression).bound()).as(unit).isEqualTo(2.5);
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aMetricIsShownInItsOwnUnit(Metric metric) {
    String symbol = metric.unit().symbol();

    assertThat(Display.of(metric).unit()).isIn(symbol, symbol + "s");
  }
}
