package org.stargatecalc.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.quantity.InvalidTextException;

/** Values of an axis are exact decimals, dates of one form, or texts as they are written. */
class ValuesReaderTest {
  private static List<String> texts(String text) throws InvalidTextException {
    Values values = ValuesReader.read(text);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      texts.add(values.text(i));
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "own,offtake | own;offtake",
        "gb200 | gb200",
        // 1.1 + 0.1 is 1.2000000000000002 in doubles
        "1.1..1.5 by 0.1 | 1.1;1.2;1.3;1.4;1.5",
        "1.5..1.1 by 0.2 | 1.5;1.3;1.1",
        "1..2 by 0.3 | 1;1.3;1.6;1.9",
        "30%..90% in 7 | 30%;40%;50%;60%;70%;80%;90%",
        "0..1 in 4 | 0;0.333333333333;0.666666666667;1",
        "$80bn..$100bn by $10bn | $80bn;$90bn;$100bn",
        "6 months..12 months by 3 months | 6 months;9 months;12 months",
        "400_000..600_000 in 3 | 400000;500000;600000",
        "-5%..5% by 5% | -5%;0%;5%",
        "1e26..3e26 by 1e26 | 100000000000000000000000000;200000000000000000000000000;"
            + "300000000000000000000000000",
        "2026-06..2027-06 by 3 months | 2026-06;2026-09;2026-12;2027-03;2027-06",
        "2026-01-31..2026-04-30 by 1 month | 2026-01-31;2026-02-28;2026-03-31",
        "2026-01-01..2026-01-15 by 1 week | 2026-01-01;2026-01-08;2026-01-15",
        "2026-Q1..2026-Q4 by 1 quarter | 2026-Q1;2026-Q2;2026-Q3;2026-Q4",
        "2026-01..2027-01 in 3 | 2026-01;2026-07;2027-01",
        "2026..2028 by 1 year | 2026;2027;2028",
        "2026..2028 in 3 | 2026;2027;2028",
        "1.0, 1.2..1.4 by 0.1 ,2 | 1.0;1.2;1.3;1.4;2",
        "'normal(1.2, 0.1),1.3' | normal(1.2, 0.1);1.3",
        "'{training: 60%, inference: 40%}' | {training: 60%, inference: 40%}",
        "1.2 to 1.4 | 1.2 to 1.4"
      })
  void valuesAreThoseThatAreMeant(String text, String expected) throws InvalidTextException {
    assertThat(texts(text)).isEqualTo(List.of(expected.split(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.1,,1.2",
        "1.1..1.1 by 0.1",
        "1.1..1.5 by 0",
        "1.1..1.5 by -0.1",
        "1.1..1.5 by 10%",
        "30..90%",
        "$900..$1.1k",
        "1.1..1.5 in 1",
        "1.1..1.5 in x",
        "0..1 in 1000001",
        "0..1e9 by 1e-9",
        "1.0,1.1..1.5",
        "a..b by 1",
        "2027-06..2026-06 by 1 month",
        "2026-06..2027-06-30 by 1 month",
        "2026-06..2027-06 by 1 day",
        "2026-06..2027-06 by 0 months",
        "2026-06..2027-06 in 14"
      })
  void whatMakesNoSenseIsRefused(String text) {
    assertThatThrownBy(() -> ValuesReader.read(text)).isInstanceOf(InvalidTextException.class);
  }

  @Test
  void pointsOfARangeLieInItAndHaveFewDigits() throws InvalidTextException {
    // six digits of a width of 0.4 are six decimals, of one of 400,000 none
    assertThat(ValuesReader.read("1.1..1.5").at(0.123456789)).isEqualTo("1.149383");
    assertThat(ValuesReader.read("1.5..1.1").at(0.25)).isEqualTo("1.4");
    assertThat(ValuesReader.read("400_000..800_000").at(0.123456789)).isEqualTo("449383");
    assertThat(ValuesReader.read("2026-06..2026-07").at(0.999999)).isEqualTo("2026-07-31");
    assertThat(ValuesReader.read("2026-06..2026-07").at(1e-9)).isEqualTo("2026-06-30");
    assertThat(ValuesReader.read("own,offtake").at(0.4999)).isEqualTo("own");
    assertThat(ValuesReader.read("own,offtake").at(0.5)).isEqualTo("offtake");
  }
}
