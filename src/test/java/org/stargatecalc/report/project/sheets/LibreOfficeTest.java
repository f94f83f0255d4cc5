package org.stargatecalc.report.project.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Tool;
import org.stargatecalc.support.WorkbookFile;

/** A spreadsheet program computes what this one does, where LibreOffice is installed. */
class LibreOfficeTest {
  private static final String SCENARIO = "scenarios/base.yaml";

  @TempDir private Path folder;

  @Test
  void libreOfficeComputesTheValuesThatStandInTheWorkbookAndThoseOfSet() throws IOException {
    assumeTrue(Tool.succeeds("soffice", "--version"), "LibreOffice is not installed");
    Path written = project("written.xlsx", List.of());
    WorkbookFile file = WorkbookFile.of(written);
    ChangedAssumptions changed =
        ChangedAssumptions.of(file, SCENARIO, "pue|watts_per_gpu|capex_per_gpu|energy_price");
    withoutValues(written, "asked.xlsx", file, Map.of());
    withoutValues(written, "changed.xlsx", file, changed.cells());
    Tool.run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        folder.resolve("computed").toString(),
        folder.resolve("asked.xlsx").toString(),
        folder.resolve("changed.xlsx").toString());
    assertThat(agrees(file, file, "asked.xlsx", file.names())).isGreaterThan(1000);
    WorkbookFile expected = WorkbookFile.of(project("set.xlsx", changed.sets()));
    assertThat(agrees(file, expected, "changed.xlsx", List.of("claims", "timeline", "cost")))
        .isGreaterThan(1000);
  }

  private Path project(String name, List<String> sets) {
    Path to = folder.resolve(name);
    List<String> line = new ArrayList<>(List.of("project", SCENARIO, "-o", to.toString()));
    line.addAll(sets);
    CommandResult.of(line.toArray(new String[0])).exits(0);
    return to;
  }

  /** Leaves out what formulas gave, so that it has to be computed, and changes assumptions. */
  private void withoutValues(Path from, String to, WorkbookFile file, Map<String, Double> changed)
      throws IOException {
    String sheet = "xl/worksheets/sheet" + (1 + file.names().indexOf("assumptions")) + ".xml";
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream out = Files.newOutputStream(folder.resolve(to));
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        String text =
            new String(bytes, StandardCharsets.UTF_8).replaceAll("</f><v>[^<]*", "</f><v>");
        text = text.replace("</f><v></v>", "</f>");
        for (Map.Entry<String, Double> cell : changed.entrySet()) {
          if (entry.getName().equals(sheet)) {
            String value = "(<c r=\"" + cell.getKey() + "\"[^>]*><v>)[^<]*";
            assertThat(text).containsPattern(value);
            text = text.replaceFirst(value, "$1" + cell.getValue());
          }
        }
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(text.getBytes(StandardCharsets.UTF_8));
        copy.closeEntry();
      }
    }
  }

  /** Returns how many formulas give what stands at their place in another workbook. */
  private int agrees(WorkbookFile file, WorkbookFile wanted, String name, List<String> sheets)
      throws IOException {
    WorkbookFile computed = WorkbookFile.of(folder.resolve("computed").resolve(name));
    assertThat(computed.names()).isEqualTo(file.names());
    int formulas = 0;
    for (String sheet : sheets) {
      for (Map.Entry<String, WorkbookFile.Cell> entry : file.cells(sheet).entrySet()) {
        WorkbookFile.Cell is = computed.cell(sheet, entry.getKey());
        WorkbookFile.Cell should = wanted.cell(sheet, entry.getKey());
        if (!entry.getValue().formula().isEmpty()) {
          formulas++;
          boolean isIt =
              should.isNumber() && is.isNumber()
                  ? WorkbookFormulasTest.isClose(
                      Double.parseDouble(is.value()), Double.parseDouble(should.value()))
                  : is.value().equals(should.value());
          assertThat(isIt).as("%s!%s: %s, %s", sheet, entry.getKey(), is, should).isTrue();
        }
      }
    }
    return formulas;
  }
}
