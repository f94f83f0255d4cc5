package org.stargatecalc.tree;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A user's CSV file: a header, and rows that know their lines.
 *
 * <p>Reads RFC 4180 with LF or CR LF, line breaks in quoted cells and a byte order mark; the
 * separator is the comma, or the semicolon or tab where the header has more of them.
 */
public final class LocatedCsv {
  /** Rows that are read of one file. */
  public static final int MOST_ROWS = 1_000_000;

  private final String file;
  private final List<String> header;
  private final List<Row> rows;

  private LocatedCsv(String file, List<String> header, List<Row> rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
  }

  /**
   * One row.
   *
   * @param line of its first cell, 1-based
   * @param cells as many as the header has
   */
  public record Row(int line, List<String> cells) {}

  /** Reads a file; an empty answer has been explained. */
  public static Optional<LocatedCsv> read(String file, byte[] bytes, Problems problems) {
    Optional<String> text = decoded(file, bytes, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    long line = 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(text.get()))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text.get())) {
      for (CsvRecord read : csv) {
        line = read.getStartingLineNumber();
        if (header.isEmpty()) {
          read.getFields().forEach(title -> header.add(title.strip()));
        } else if (!add(new Row((int) line, read.getFields()), header, rows, file, problems)) {
          return Optional.empty();
        }
      }
    } catch (CsvParseException e) {
      problems.error(
          new Location(file, (int) Math.max(line, 1), 1),
          "",
          "found a row that is no CSV at or below this line",
          "cells in double quotes closed before the next separator");
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (header.isEmpty()) {
      problems.error(
          new Location(file, 1, 1), "", "found an empty file", "a CSV file with a header");
      return Optional.empty();
    }
    return Optional.of(new LocatedCsv(file, header, rows));
  }

  private static boolean add(
      Row row, List<String> header, List<Row> rows, String file, Problems problems) {
    if (row.cells().size() != header.size()) {
      problems.error(
          new Location(file, row.line(), 1),
          "",
          "found " + row.cells().size() + " cells",
          header.size() + ", as many as the header has");
      return true;
    }
    if (rows.size() == MOST_ROWS) {
      problems.error(
          new Location(file, row.line(), 1), "", "found more rows", "at most " + MOST_ROWS);
      return false;
    }
    rows.add(row);
    return true;
  }

  private static Optional<String> decoded(String file, byte[] bytes, Problems problems) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.error(
          new Location(file, 1, 1), "", "found bytes that are not UTF-8", "a CSV file in UTF-8");
      return Optional.empty();
    }
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    long commas = first.chars().filter(c -> c == ',').count();
    for (char other : new char[] {';', '\t'}) {
      if (first.chars().filter(c -> c == other).count() > commas) {
        return other;
      }
    }
    return ',';
  }

  /** Returns the name of the file. */
  public String file() {
    return file;
  }

  /** Returns the titles of the columns without spaces around them. */
  public List<String> header() {
    return header;
  }

  /** Returns the rows below the header. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns the place of a cell; its column is the number of the cell in its row. */
  public Location at(Row row, int column) {
    return at(row.line(), column);
  }

  /** Returns the place of a cell in a row that begins at a line, 1 for the header. */
  public Location at(int line, int column) {
    return new Location(file, line, column + 1);
  }
}
