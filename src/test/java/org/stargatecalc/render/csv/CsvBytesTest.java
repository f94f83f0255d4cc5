package org.stargatecalc.render.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stargatecalc.render.RenderOptions;

/** What is written is what an independent reader reads. */
class CsvBytesTest {
  private static final String[] PIECES = {
    "a", "é", "漢", "😀", ",", "\"", "\"\"", " ", ";", "#", "'", "0", "-", "=", "\t"
  };

  @Test
  void randomTextsAndNumbersAreReadBack() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvBytes csv = new CsvBytes(out, ',', RenderOptions.PLAIN);
    List<List<String>> expected = new ArrayList<>();
    for (int row = 0; row < 5000; row++) {
      String text = text(random);
      csv.words(text);
      csv.words("same");
      csv.number(row);
      csv.number(Double.NaN);
      csv.endRow();
      String shown = text.replace('\t', ' ');
      boolean formula = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
      expected.add(List.of(formula ? "'" + shown : shown, "same", Integer.toString(row), ""));
    }
    csv.finish();
    List<List<String>> read = new ArrayList<>();
    String written = out.toString(StandardCharsets.UTF_8);
    CsvReader.builder().ofCsvRecord(written).forEach(row -> read.add(row.getFields()));
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void aTextLongerThanTheBufferIsWrittenWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvBytes csv = new CsvBytes(out, '\t', RenderOptions.PLAIN);
    String text = "long".repeat(50_000);
    csv.words("a");
    csv.words(text);
    csv.words("b");
    csv.endRow();
    csv.finish();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\t" + text + "\tb\n");
  }

  @Test
  void excelGetsAByteOrderMarkAndItsLineEnds() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvBytes csv = new CsvBytes(out, ',', new RenderOptions(80, false, 6, true));
    csv.number(1.5);
    csv.endRow();
    csv.finish();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff1.5\r\n");
  }

  /** Whatever is written when the buffer of 65,536 bytes is full or nearly so comes out whole. */
  @Test
  void theBufferMayEndAnywhere() throws IOException {
    for (int length = (1 << 16) - 12; length <= (1 << 16) + 2; length++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CsvBytes csv = new CsvBytes(out, ',', new RenderOptions(80, false, 6, true));
      String text = "x".repeat(length);
      csv.words(text);
      csv.words("ab");
      csv.endRow();
      csv.words("cd");
      csv.words("");
      csv.number(-12.5);
      csv.endRow();
      csv.finish();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .isEqualTo("\ufeff" + text + ",ab\r\ncd,,-12.5\r\n");
    }
  }

  @Test
  void onlyWhatAReaderWouldMistakeIsQuoted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvBytes csv = new CsvBytes(out, ',', RenderOptions.PLAIN);
    for (String text : new String[] {"#a", "#a", "b c", "b;c", "b,c", "b\"c"}) {
      csv.words(text);
    }
    csv.endRow();
    csv.finish();
    // a line that begins with # is a comment to some readers
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\"#a\",#a,b c,b;c,\"b,c\",\"b\"\"c\"\n");
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
