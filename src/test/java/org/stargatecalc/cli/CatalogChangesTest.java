package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;

/** What {@code catalog changes} says of vintages. */
class CatalogChangesTest {
  @TempDir Path folder;

  private static String csv(String... options) {
    String[] words = new String[options.length + 4];
    words[0] = "catalog";
    words[1] = "changes";
    System.arraycopy(options, 0, words, 2, options.length);
    words[words.length - 2] = "-f";
    words[words.length - 1] = "csv";
    return CommandResult.of(words).succeeds().stdout();
  }

  /** Abilene's second building slipped from 2025-09-26 to 2025-12-24 between the vintages. */
  @Test
  void aStepThatComesLaterIsAFallOnItsOldDate() {
    assertThat(csv("abilene", "--since", "2025-12-31"))
        .contains("stargate-abilene,Oracle,2025-09-26,estimated,295,147,")
        .doesNotContain(",2025-12-24,");
  }

  @Test
  void aNewSiteHasNothingBeforeAndSaysEachStepOnce() {
    assertThat(csv("aws-berwick").lines())
        .contains("aws-berwick,Amazon,2025-09-09,estimated,,66,,47,,2026-09-04");
    assertThat(csv("oracle-batam", "--since", "2025-12-31").lines()).hasSize(1 + 2);
  }

  @Test
  void nothingChangesBetweenAVintageAndItself() {
    assertThat(csv("--since", "2026-09-04").lines()).hasSize(1);
  }

  @Test
  void aRecordOfOnesOwnIsComparedWithWhatWasKnownBefore() throws IOException {
    Path record =
        Files.writeString(
            folder.resolve("r.yaml"),
            """
            points: add
            sites:
              google-columbus:
                as_of: 2026-11-20
                capacity: [{date: 2024-04-01, it_power: 65 MW, facility_power: 99 MW}]
            """);
    assertThat(csv("--record", record.toString(), "--owner", "google").lines())
        .contains("google-columbus,Google,2024-04-01,estimated,78,99,65,65,2026-09-01,2026-11-20");
  }

  @Test
  void otherListsHaveNoChanges() {
    assertThat(CommandResult.of("catalog", "sites", "--since", "2026").exits(2).stderr())
        .contains("--since applies to 'catalog changes' only");
    assertThat(CommandResult.of("catalog", "changes", "abilen").exits(2).stderr())
        .contains("the record has no site 'abilen'");
  }
}
