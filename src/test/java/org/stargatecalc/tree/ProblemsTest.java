package org.stargatecalc.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with a file, by place, and no more of it than anybody reads. */
class ProblemsTest {
  private static Location line(int line) {
    return new Location("f.yaml", line, 1);
  }

  @Test
  void theFirstThousandByPlaceAreKeptInWhateverOrderTheyCome() {
    Problems problems = new Problems();
    for (int line = 3000; line > 0; line--) {
      problems.error(line(line), "", "found x", "y");
    }
    assertThat(problems.errors())
        .extracting(problem -> problem.location().line())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, Problems.MOST).boxed().toList());
  }

  @Test
  void theSameProblemTwiceIsOne() {
    Problems problems = new Problems();
    problems.error(line(1), "a", "found x", "y");
    problems.error(line(1), "a", "found x", "y");
    assertThat(problems.errors()).hasSize(1);
    assertThat(problems.isEmpty()).isFalse();
  }

  @Test
  void aWarningPreventsNothing() {
    Problems problems = new Problems();
    problems.warning(line(2), "a", "is odd");
    problems.warning(line(1), "b", "is odder");
    assertThat(problems.isEmpty()).isTrue();
    assertThat(problems.warnings()).extracting(Problem::path).containsExactly("b", "a");
  }

  @Test
  void oneEntryMoreThanAllowedIsTooMany() {
    Problems problems = new Problems();
    assertThat(problems.areTooMany(10, 10, line(1), "phases", "phases")).isFalse();
    assertThat(problems.isEmpty()).isTrue();
    assertThat(problems.areTooMany(11, 10, line(1), "phases", "phases")).isTrue();
    assertThat(problems.errors())
        .extracting(Problem::message)
        .containsExactly("f.yaml:1:1: phases: found 11 phases; expected at most 10");
  }

  @Test
  void wordsAreGuessedUntilTooManyWereLookedAt() {
    Problems problems = new Problems();
    assertThat(problems.nearest("phasse", List.of("phases", "sites"))).isEqualTo("phases");
    List<String> many = Collections.nCopies(Problems.MOST_LOOKED_AT - 4, "some other word");
    assertThat(problems.nearest("none", many)).isEmpty();
    assertThat(problems.nearest("phasse", List.of("phases", "sites"))).isEqualTo("phases");
    assertThat(problems.nearest("phasse", List.of("phases"))).isEmpty();
  }

  @Test
  void whoAsksForErrorsAloneIsToldNoWarning() {
    Problems problems = Problems.ofErrors();
    problems.warning(line(1), "a", "a warning");
    problems.error(line(2), "b", "found b", "c");
    assertThat(problems.wantsWarnings()).isFalse();
    assertThat(problems.warnings()).isEmpty();
    assertThat(problems.errors()).extracting(Problem::path).containsExactly("b");
  }
}
