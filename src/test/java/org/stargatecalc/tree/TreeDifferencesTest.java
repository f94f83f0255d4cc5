package org.stargatecalc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeDifferencesTest {
  private static List<String> between(String one, String other) {
    return TreeDifferences.between(tree(one), tree(other)).stream()
        .map(TreePath::toString)
        .toList();
  }

  private static Node.Mapping tree(String text) {
    return YamlTree.read("t", text.getBytes(StandardCharsets.UTF_8), new Problems()).orElseThrow();
  }

  @Test
  void eachValueIsADifferenceAndWhoSaysItIsNone() {
    assertThat(
            between(
                "name: a\npue: {value: 1.2, source: x}\nphases: {p: {gpu_count: 1k, gpu: gb200}}",
                "name: b\npue: 1.2\nphases: {p: {gpu_count: 2k, gpu: gb200}}"))
        .containsExactly("phases.p.gpu_count");
    assertThat(between("pue: {value: 1.2, source: x}", "pue: {value: 1.3, source: x}"))
        .containsExactly("pue");
    assertThat(between("claims: [a]\nexpect: [x]", "title: t")).isEmpty();
  }

  @Test
  void whatIsOnOneSideIsADifferenceAsAWhole() {
    assertThat(between("phases: {a: {pue: 1}}", "phases: {a: {pue: 1}, b: {pue: 2, gpu: x}}"))
        .containsExactly("phases.b");
    assertThat(between("pue: 1", "constraints: {x: {by: 1}, y: {by: 2}}"))
        .containsExactly("pue", "constraints.x", "constraints.y");
  }

  @Test
  void partsThatMeanSomethingOnlyTogetherAreOne() {
    assertThat(
            between(
                "capex_split: {training: 60%, inference: 40%}",
                "capex_split: {training: 70%, inference: 30%}"))
        .containsExactly("capex_split");
    assertThat(between("pue: {steps: {2026: 1.2}}", "pue: {steps: {2026: 1.3}}"))
        .containsExactly("pue");
  }
}
