package org.stargatecalc.render.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stargatecalc.support.CommandResult;
import org.stargatecalc.support.Tool;

/**
 * Programs that read csv take every column for what it is: numbers for numbers of the same sum,
 * words and dates for text. Where a program is not installed, its test is skipped.
 */
class ReadersOfCsvTest {
  private static final String BASE = "scenarios/base.yaml";

  /** Every table that is written, compute at its largest, uncertain values, steps, words. */
  private static final String[] TABLES = {
    "timeline: project " + BASE,
    "several: project scenarios/whole-frontier.yaml scenarios/minimal.yaml scenarios/hedge.yaml",
    "all-digits: project " + BASE + " --precision 17",
    "long: project scenarios/training-runs.yaml --layout long --by year",
    "claims: project scenarios/whole-frontier.yaml --show claims",
    "readings: project " + BASE + " --show readings",
    "assumptions: project scenarios/inference-turn.yaml --show assumptions",
    "uncertain: project scenarios/base-uncertain.yaml --samples 200 --by year",
    "odds: project scenarios/base-uncertain.yaml --samples 200 --show claims",
    "samples: project scenarios/base-uncertain.yaml --samples 200 --show samples",
    "compare: compare " + BASE + " scenarios/power-late.yaml",
    "tornado: sensitivity scenarios/base-uncertain.yaml --metric training_run_flop@2027 --method tornado",
    "backtest: backtest scenarios/abilene.yaml",
    "accelerators: catalog accelerators",
    "defaults: catalog defaults"
  };

  @TempDir private static Path folder;

  /** By file and column: the sum of a column of numbers, {@code text} or {@code empty}. */
  private static final Map<String, String> WRITTEN = new TreeMap<>();

  @BeforeAll
  static void write() throws IOException {
    for (String table : TABLES) {
      String[] words = table.split("[: ]+");
      List<String> args = new ArrayList<>(List.of(words).subList(1, words.length));
      args.addAll(List.of("-f", "csv"));
      CommandResult result = CommandResult.of(args.toArray(new String[0]));
      assertThat(result.stdout().lines().count()).as(table + result.stderr()).isGreaterThan(1);
      Files.writeString(folder.resolve(words[0] + ".csv"), result.stdout());
      List<List<String>> rows =
          CsvReader.builder().ofCsvRecord(result.stdout()).stream()
              .map(CsvRecord::getFields)
              .toList();
      for (int column = 0; column < rows.get(0).size(); column++) {
        WRITTEN.put(words[0] + " " + rows.get(0).get(column), kind(rows, column));
      }
    }
  }

  @AfterAll
  static void forget() {
    WRITTEN.clear();
  }

  private static String kind(List<List<String>> rows, int column) {
    double sum = 0;
    boolean empty = true;
    for (List<String> row : rows.subList(1, rows.size())) {
      String cell = row.get(column);
      empty &= cell.isEmpty();
      if (!cell.isEmpty()) {
        if (!cell.matches("-?[0-9.]+(e[+-]\\d+)?")) {
          return "text";
        }
        sum += Double.parseDouble(cell);
      }
    }
    return empty ? "empty" : Double.toString(sum);
  }

  @Test
  void noNumberIsARowOfDigitsThatProgramsTakeForText() throws IOException {
    for (String table : TABLES) {
      String text = Files.readString(folder.resolve(table.split(":")[0] + ".csv"));
      assertThat(text.split("[,\n]"))
          .as(table)
          .noneMatch(cell -> cell.matches("-?\\d{16,}(\\.\\d*)?|-?0\\.000000\\d*|-0(\\.0*)?"));
    }
  }

  @Test
  void pandasTakesEveryColumnForWhatItIs() throws IOException {
    Optional<String> python =
        Stream.of("python3", "/usr/bin/python3")
            .filter(one -> Tool.succeeds(one, "-c", "import pandas"))
            .findFirst();
    assumeTrue(python.isPresent(), "pandas is not installed");
    agrees(
        Tool.run(
            python.orElseThrow(),
            "-c",
            """
            import pathlib, sys, pandas
            for file in sorted(pathlib.Path(sys.argv[1]).glob('*.csv')):
                table = pandas.read_csv(file, keep_default_na=False, na_values=[''])
                for name in table.columns:
                    column = table[name]
                    kind = 'empty' if column.isna().all() else \
                        'text' if column.dtype == object else repr(float(column.sum()))
                    print(file.stem, name, kind, sep='\\t')
            """,
            folder.toString()));
  }

  @Test
  void millerTakesEveryColumnForWhatItIs() throws IOException {
    assumeTrue(Tool.succeeds("mlr", "--version"), "Miller is not installed");
    StringBuilder read = new StringBuilder();
    for (String table : TABLES) {
      String name = table.split(":")[0];
      String text =
          Tool.run(
              "mlr",
              "--icsv",
              "--otsv",
              "put",
              "-q",
              """
              for (name, cell in $*) {
                if (is_empty(cell)) {
                  @sum[name] += 0
                } elif (typeof(cell) == "int" || typeof(cell) == "float") {
                  @sum[name] += cell;
                  @kind[name] = "number"
                } else {
                  @sum[name] += 0;
                  @words[name] = 1
                }
              }
              end {
                for (name, sum in @sum) {
                  if (is_present(@words[name])) {
                    emit1 {"column": name, "kind": "text"}
                  } elif (is_present(@kind[name])) {
                    emit1 {"column": name, "kind": fmtnum(sum, "%.17e")}
                  } else {
                    emit1 {"column": name, "kind": "empty"}
                  }
                }
              }
              """,
              folder.resolve(name + ".csv").toString());
      for (String line : text.split("\n")) {
        if (line.contains("\t") && !line.equals("column\tkind")) {
          read.append(name).append('\t').append(line).append('\n');
        }
      }
    }
    agrees(read.toString());
  }

  private static void agrees(String read) {
    TreeSet<String> columns = new TreeSet<>();
    for (String line : read.split("\n")) {
      String[] cells = line.split("\t");
      String column = cells[0] + " " + cells[1];
      columns.add(column);
      String expected = WRITTEN.get(column);
      if (expected == null || expected.matches("text|empty")) {
        assertThat(cells[2]).as(column).isEqualTo(expected);
      } else {
        double sum = Double.parseDouble(expected);
        assertThat(cells[2]).as(column).matches("-?[0-9.]+([eE][+-]?\\d+)?");
        assertThat(Double.parseDouble(cells[2]))
            .as(column)
            .isCloseTo(sum, within(Math.abs(sum) * 1e-12));
      }
    }
    assertThat(columns).containsExactlyInAnyOrderElementsOf(WRITTEN.keySet());
  }
}
