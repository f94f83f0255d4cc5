package org.stargatecalc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.Main;
import org.stargatecalc.support.OwnJvm;

/** The largest bad files are refused at their places in a heap of {@value #HEAP}. */
class LittleMemoryTest {
  /** With some 60 MB for the JVM itself this is well below 256 MB. */
  private static final String HEAP = "-Xmx160m";

  private static final int MOST_LINES = 51;

  @TempDir private Path folder;

  /** Refuses files one after the other and prints what was said of each. */
  public static void main(String[] files) {
    for (String file : files) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status = Main.run(InputStream.nullInputStream(), out, err, Map.of(), "project", file);
      System.out.print("exit " + status + ", " + out.size() + " bytes\n");
      System.out.print(err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void theLargestBadFilesAreRefusedAtTheirPlaces() throws IOException, InterruptedException {
    List<LargeBadFiles.Large> files = LargeBadFiles.all();
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(OwnJvm.QUICK);
    line.addAll(List.of(HEAP, "-Xmn50m", "-Dstdout.encoding=UTF-8"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(LittleMemoryTest.class.getName());
    for (int i = 0; i < files.size(); i++) {
      line.add(Files.writeString(folder.resolve(i + ".yaml"), files.get(i).text()).toString());
    }
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).isZero();
    String[] answers = Files.readString(said).split("exit ");
    assertThat(answers).hasSize(files.size() + 1);
    for (int i = 0; i < files.size(); i++) {
      LargeBadFiles.Large file = files.get(i);
      List<String> answer = answers[i + 1].lines().toList();
      assertThat(answer.get(0)).as(file.name()).isEqualTo("3, 0 bytes");
      assertThat(answer.get(1))
          .as(file.name())
          .contains(i + ".yaml:" + file.place() + ":", file.words());
      assertThat(answer).as(file.name()).hasSizeLessThanOrEqualTo(MOST_LINES + 1);
      assertThat(answers[i + 1]).doesNotContain("Exception", "Error", "org.stargatecalc", "java.");
    }
  }
}
