package org.stargatecalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/record.md");

  /** With {@code -Drecord.update=true} the page is written anew instead. */
  @Test
  void thePageIsWhatTheToolSays() throws IOException {
    String text = RecordPage.text();
    if (Boolean.getBoolean("record.update")) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE))
        .as("out of date; mvn test -Dtest=RecordPageTest -Drecord.update=true writes it")
        .isEqualTo(text);
  }
}
