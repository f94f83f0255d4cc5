package org.stargatecalc.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.scenario.AssumedValue;
import org.stargatecalc.scenario.PerGpu;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.support.ProjectedYaml;

/** Notations of everyday life are understood, or the right one is proposed. */
class OtherNotationsTest {
  private static final String GOOD = "name: good\ngpu_count: 1k\nonline: 2026-01\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shell_price | $130/kW/month | 1.56
          shell_price | $130/kW-month | 1.56
          shell_price | $130/kW-mo | 1.56
          shell_price | $1.56bn/GW/year | 1.56
          opex | 25 USD/kW/month | 0.3
          energy_price | 8.3 c/kWh | 0.083
          energy_price | 8.3 cents/kWh | 0.083
          energy_price | 8.3 cent/kWh | 0.083
          energy_price | 8.3¢/kWh | 0.083
          energy_price | 8.3 ct/kWh | 0.083
          capex_per_gpu | $40k | 40000
          capex_per_gpu | 40k USD | 40000
          capex_per_gpu | $40k/GPU | 40000
          capex_per_gpu | 40000 | 40000
          """)
  void isUnderstood(String key, String value, double expected) {
    assertThat(value(key, value).distribution().median()).isEqualTo(expected);
    assertThat(ProjectedYaml.warnings(GOOD + key + ": " + value + "\n")).isEmpty();
  }

  private static AssumedValue.Measured value(String key, String value) {
    PhaseParameter parameter =
        PhaseParameter.all().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
    return (AssumedValue.Measured)
        ProjectedYaml.load(GOOD + key + ": " + value + "\n")
            .spec()
            .phases()
            .get(0)
            .parameters()
            .get(parameter)
            .value();
  }

  /** 26 USD per watt of a GPU of 2,000 W are 52,000 USD, whoever states the price per watt. */
  @Test
  void hardwareMayBePricedPerWatt() {
    assertThat(value("capex_per_gpu", "$26/W").dimension()).isEqualTo(Dimension.MONEY_PER_POWER);
    ProjectedYaml perWatt =
        ProjectedYaml.of(GOOD + "watts_per_gpu: 2 kW\ncapex_per_gpu: $26/W\nshape: linear\n");
    assertThat(perWatt.phases().get(0).get(PerGpu.COMPUTE_PRICE)).isEqualTo(52_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offtake_price | $2.20/GPU/hour | write $2.20/GPU-hour
          offtake_price | $2.20/GPU/hr | write $2.20/GPU-hour
          offtake_price | $2.20 per GPU-hour | write $2.20/GPU-hour
          offtake_price | $2.20 per GPU per hour | write $2.20/GPU-hour
          energy_price | $65 per MWh | write $65/MWh
          energy_price | $0.083/kW-hour | write $0.083/kWh
          shell_price | $130 per kW per month | write $130/kW-month
          shell_price | $130 per kW-month | write $130/kW-month
          shell_price | $130/kW·month | write $130/kW-month
          shell_price | $130/kW/mo. | write $130/kW-month
          shell_price | $130/month/kW | write $130/kW-month
          shell_price | $130/KW/month | write $130/kW-month
          shell_price | $1560 per kW and year | write $1560/kW-year
          opex | 25 USD per kW a month | write 25 USD/kW-month
          capex_per_gpu | $54k per GPU | write $54k/GPU
          watts_per_gpu | 2 kW/GPU | write 2 kW
          watts_per_gpu | 2 kW per GPU | write 2 kW
          watts_per_gpu | 1.9-2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 1.9 - 2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 1.9–2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 1.9 kW – 2.4 kW | write 1.9 kW to 2.4 kW
          watts_per_gpu | between 1.9 and 2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | from 1.9 to 2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 1.9...2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 1.9−2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 1.9 TO 2.4 kW | write 1.9 to 2.4 kW
          watts_per_gpu | 2 kW ± 10% | write normal(2 kW, 0.2 kW)
          watts_per_gpu | uniform(1.9, 2.4 kW) | write uniform(1.9 kW, 2.4 kW)
          ramp | normal(6, 2 months) | write normal(6 months, 2 months)
          ramp | triangular(0, 6, 18 months) | write triangular(0, 6 months, 18 months)
          mfu | 30%-40% | write 30% to 40%
          energy_price | $65/MWh-$83/MWh | write $65/MWh to $83/MWh
          capex_per_gpu | 40k-50k USD | write $40k to $50k
          capex_per_gpu | $40-50k | write $40 to $50k
          watts_per_gpu | 2 ± 0.2 kW | write normal(2 kW, 0.2 kW)
          watts_per_gpu | 2 kW ± 0.2 kW | write normal(2 kW, 0.2 kW)
          watts_per_gpu | 2 +/- 0.2 kW | write normal(2 kW, 0.2 kW)
          mfu | 40% ± 5% | write normal(40%, 5%)
          online | 2026-06 - 2027-03 | write 2026-06 to 2027-03
          online | 2026-06–2027-03 | write 2026-06 to 2027-03
          online | 2026-2027 | write 2026 to 2027
          online | 2026-06-30/2027-03-31 | write 2026-06-30 to 2027-03-31
          online | 2026-Q3..2026-Q4 | write 2026-Q3 to 2026-Q4
          online | from 2026-06 to 2027-03 | write 2026-06 to 2027-03
          online | 31/12/2026 | write 2026-12-31
          mfu | 38 | write 38%
          load_factor | 75 | write 75%
          """)
  void theRightFormIsProposed(String key, String value, String proposal) {
    String yaml = GOOD.replace("online: 2026-01\n", key.equals("online") ? "" : "online: 2026\n");
    assertThat(ProjectedYaml.errors(yaml + key + ": " + value + "\n"))
        .singleElement()
        .asString()
        .contains(key + ": found ")
        .endsWith(proposal);
    String right = proposal.substring("write ".length());
    assertThat(ProjectedYaml.errors(yaml + key + ": \"" + right + "\"\n")).isEmpty();
  }

  @Test
  void aQuarterMayStandBeforeItsYear() {
    String yaml = GOOD.replace("2026-01", "Q3 2027");
    assertThat(ProjectedYaml.load(yaml).spec().phases().get(0).parameters())
        .extractingByKey(PhaseParameter.ONLINE)
        .extracting(a -> ((AssumedValue.Dated) a.value()).distribution().median())
        .isEqualTo((double) java.time.LocalDate.of(2027, 9, 30).toEpochDay());
  }
}
