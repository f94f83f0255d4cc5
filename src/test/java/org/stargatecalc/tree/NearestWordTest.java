package org.stargatecalc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stargatecalc.scenario.PhaseParameter;

/** What somebody probably meant. */
class NearestWordTest {
  private static final List<String> KEYS =
      Stream.concat(
              PhaseParameter.all().stream().map(PhaseParameter::key).map(k -> k.split("\\.")[0]),
              Stream.of("name", "title", "horizon", "claims", "phases", "sites", "discount_rate"))
          .distinct()
          .toList();

  @ParameterizedTest
  @CsvSource({
    "gpu_cuont, gpu_count",
    "gpucount, gpu_count",
    "GPU_COUNT, gpu_count",
    "gpu-count, gpu_count",
    "gpu count, gpu_count",
    "watt_per_gpu, watts_per_gpu",
    "onlin, online",
    "titel, title",
    "horison, horizon",
    "phase, phases",
    "PUE, pue",
    "capexsplit, capex_split"
  })
  void aMisspeltKeyIsNearTheRightOne(String word, String meant) {
    assertThat(NearestWord.of(word, KEYS)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "gpus, gpu_count",
    "chips, gpu_count",
    "watts, watts_per_gpu",
    "TDP, chip_tdp",
    "power, facility_power",
    "split, capex_split",
    "start, online",
    "budget, capex",
    "utilisation, load_factor",
    "wacc, discount_rate",
    "slip, delay"
  })
  void aWordOfTheFieldStandsForTheKeyThatSaysTheSame(String word, String meant) {
    assertThat(NearestWord.of(word, KEYS)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "temperature", "zzzzzzzz", "the quick brown fox", "…"})
  void nothingIsSuggestedWhenNothingIsNear(String word) {
    assertThat(NearestWord.of(word, KEYS)).isEmpty();
  }

  @Test
  void aSynonymIsOnlySuggestedWhereItsKeyIsKnown() {
    assertThat(NearestWord.of("gpus", List.of("training", "inference"))).isEmpty();
    assertThat(NearestWord.of("serving", List.of("training", "inference"))).isEqualTo("inference");
  }

  @Test
  void nothingIsNearWhereNothingIsKnown() {
    assertThat(NearestWord.of("pue", List.of())).isEmpty();
  }

  @Test
  void theNearestOfSeveralWinsAndTheFirstOnATie() {
    assertThat(NearestWord.of("gb201", List.of("gb300", "gb200", "b200"))).isEqualTo("gb200");
    assertThat(NearestWord.of("aX", List.of("ab", "ac"))).isEqualTo("ab");
  }

  /** A third of the word's letters may differ, and two of a short one. */
  @ParameterizedTest
  @CsvSource({
    "abxx, abcd", // two replaced
    "ab, abcd", // two missing
    "abcdef, abcd", // two too many
    "badc, abcd", // two pairs swapped
    "xbxxef, ''", // three of six
    "abcdefxxx, abcdefghi", // three of nine
    "abcdexxxx, ''", // four of nine
    "abxxx, ''", // three of five
    "a, ''" // three missing
  })
  void soManyMistakesAreForgiven(String word, String meant) {
    assertThat(NearestWord.of(word, List.of("abcd", "abcdefghi"))).isEqualTo(meant);
  }

  @Test
  void neighboursThatChangedPlacesAreOneMistake() {
    // one swap is nearer than two replacements
    assertThat(NearestWord.of("acb", List.of("xyb", "abc"))).isEqualTo("abc");
    assertThat(NearestWord.of("ba", List.of("bx", "ab"))).isEqualTo("bx");
    assertThat(NearestWord.of("bacdef", List.of("xxcdef", "abcdef"))).isEqualTo("abcdef");
    assertThat(NearestWord.of("abcdfe", List.of("abcdxx", "abcdef"))).isEqualTo("abcdef");
    // letters that are no neighbours did not change places
    assertThat(NearestWord.of("cbadef", List.of("cbaxyf", "abcdef"))).isEqualTo("cbaxyf");
  }

  @Test
  void aLongWordCostsNoTime() {
    assertThat(NearestWord.of("x".repeat(100_000), KEYS)).isEmpty();
  }
}
