package org.stargatecalc.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.stargatecalc.support.CommandResult;

/** Whatever is written is the same bytes in every locale and time zone. */
@Isolated("the locale and the time zone are those of every thread")
class LocalesTest {
  @TempDir private Path folder;

  /** German writes 1.234,5, Turkish has an I of its own, Arabic and Hindi other digits. */
  @Test
  void whatIsWrittenDependsOnNoLocaleAndNoTimeZone() throws IOException {
    Map<String, String> expected = everything();
    assertThat(expected.get("numbers")).isEqualTo("1234.5 1234.50 1,234,567 1.5e20");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(everything()).as(tag).containsExactlyEntriesOf(expected);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private Map<String, String> everything() throws IOException {
    Map<String, String> written = new LinkedHashMap<>();
    written.put(
        "numbers",
        Decimals.significant(1234.5, 6)
            + " "
            + Decimals.withDecimals(1234.5, 2)
            + " "
            + Decimals.grouped(1234567)
            + " "
            + Decimals.scientific(1.5e20, 2));
    for (Format format : Format.values()) {
      written.put(format.name(), RendererContractTest.render(format, RenderOptions.PLAIN));
    }
    for (String line :
        List.of(
            "project scenarios/base-uncertain.yaml -n 200 --chart claims -f svg",
            "compare scenarios/base.yaml scenarios/power-late.yaml -f svg",
            "backtest scenarios/colossus-1.yaml -f svg",
            "project scenarios/minimal.yaml -f xlsx")) {
      Path file = folder.resolve("a");
      CommandResult.of((line + " -q -o " + file).split(" ")).exits(0);
      written.put(line, Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return written;
  }
}
