package org.stargatecalc.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.render.csv.CsvRenderer;
import org.stargatecalc.render.github.GithubRenderer;
import org.stargatecalc.render.html.HtmlRenderer;
import org.stargatecalc.render.json.JsonRenderer;
import org.stargatecalc.render.json.SarifRenderer;
import org.stargatecalc.render.junit.JunitRenderer;
import org.stargatecalc.render.markdown.MarkdownRenderer;
import org.stargatecalc.render.svg.SvgRenderer;
import org.stargatecalc.render.table.TableRenderer;
import org.stargatecalc.render.xlsx.XlsxRenderer;
import org.stargatecalc.word.Worded;

/** The output formats. */
public enum Format implements Worded {
  /** Aligned text for a terminal. */
  TABLE(Audience.PEOPLE, "txt"),
  /** Comma-separated values, RFC 4180. */
  CSV(Audience.SPREADSHEET, "csv"),
  /** Tab-separated values. */
  TSV(Audience.SPREADSHEET, "tsv"),
  /** A workbook with live formulas, Office Open XML. */
  XLSX(Audience.WORKBOOK, "xlsx"),
  /** JSON at full precision. */
  JSON(Audience.PROGRAM, "json"),
  /** GitHub-flavoured Markdown. */
  MARKDOWN(Audience.PEOPLE, "md", "markdown"),
  /** A page for a browser. */
  HTML(Audience.PEOPLE, "html", "htm"),
  /** A picture. */
  SVG(Audience.VIEWER, "svg"),
  /** JUnit's XML. */
  JUNIT(Audience.INTEGRATION, "xml"),
  /** The Static Analysis Results Interchange Format 2.1.0. */
  SARIF(Audience.INTEGRATION, "sarif"),
  /** Annotations of GitHub Actions. */
  GITHUB(Audience.INTEGRATION);

  /** The formats of a command that judges something. */
  public static final List<Format> OF_CHECKS = without(Audience.VIEWER);

  /** The formats of a command that judges something and draws it. */
  public static final List<Format> ALL = List.of(values());

  /** The formats of every command that writes a report. */
  public static final List<Format> USUAL = without(Audience.VIEWER, Audience.INTEGRATION);

  /** The formats of a command whose answer is drawn, too. */
  public static final List<Format> DRAWN = without(Audience.INTEGRATION);

  private final Audience audience;
  private final List<String> extensions;

  Format(Audience audience, String... extensions) {
    this.audience = audience;
    this.extensions = List.of(extensions);
  }

  private static List<Format> without(Audience... audiences) {
    List<Format> formats = new ArrayList<>();
    for (Format format : values()) {
      if (!Arrays.asList(audiences).contains(format.audience)) {
        formats.add(format);
      }
    }
    return List.copyOf(formats);
  }

  /** Who reads a format. */
  public enum Audience {
    /** People, who are shown what matters. */
    PEOPLE,
    /** People, who look at it. */
    VIEWER,
    /** A spreadsheet or a script, which takes one table and no remarks. */
    SPREADSHEET,
    /** A spreadsheet program, which takes several tables and computes. */
    WORKBOOK,
    /** A program, which takes everything. */
    PROGRAM,
    /** Continuous integration, which takes the verdicts. */
    INTEGRATION
  }

  /** Returns who reads it. */
  public Audience audience() {
    return audience;
  }

  /** Returns the format that a word names. */
  public static Optional<Format> of(String id) {
    for (Format format : values()) {
      if (format.id().equals(id)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether it can tell of files that could not be judged: a table that lacks some rows
   * would pass for a whole one.
   */
  public boolean tellsOfInvalidFiles() {
    return this == MARKDOWN || audience == Audience.PROGRAM || audience == Audience.INTEGRATION;
  }

  /** Returns the format that a file's extension names. */
  public static Optional<Format> ofFile(String name) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (dot >= 0 && format.extensions.contains(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Returns whether it is bytes that no terminal shows. */
  public boolean isBinary() {
    return audience == Audience.WORKBOOK;
  }

  /** Returns the writer of this format. */
  public Renderer renderer() {
    return switch (this) {
      case TABLE -> new TableRenderer();
      case CSV -> new CsvRenderer(',');
      case TSV -> new CsvRenderer('\t');
      case XLSX -> new XlsxRenderer();
      case JSON -> new JsonRenderer();
      case MARKDOWN -> new MarkdownRenderer();
      case HTML -> new HtmlRenderer();
      case SVG -> new SvgRenderer();
      case JUNIT -> new JunitRenderer();
      case SARIF -> new SarifRenderer();
      case GITHUB -> new GithubRenderer();
    };
  }
}
