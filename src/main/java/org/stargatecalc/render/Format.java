package org.stargatecalc.render;

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
import org.stargatecalc.render.table.TableRenderer;

/** The output formats. */
public enum Format {
  /** Aligned text for a terminal. */
  TABLE("txt"),
  /** Comma-separated values, RFC 4180. */
  CSV("csv"),
  /** Tab-separated values. */
  TSV("tsv"),
  /** JSON at full precision. */
  JSON("json"),
  /** GitHub-flavoured Markdown. */
  MARKDOWN("md", "markdown"),
  /** A page for a browser. */
  HTML("html", "htm"),
  /** JUnit's XML. */
  JUNIT("xml"),
  /** The Static Analysis Results Interchange Format 2.1.0. */
  SARIF("sarif"),
  /** Annotations of GitHub Actions. */
  GITHUB();

  private final List<String> extensions;

  Format(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** Returns the word that options use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
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

  /** Returns the writer of this format. */
  public Renderer renderer() {
    return switch (this) {
      case TABLE -> new TableRenderer();
      case CSV -> new CsvRenderer(',');
      case TSV -> new CsvRenderer('\t');
      case JSON -> new JsonRenderer();
      case MARKDOWN -> new MarkdownRenderer();
      case HTML -> new HtmlRenderer();
      case JUNIT -> new JunitRenderer();
      case SARIF -> new SarifRenderer();
      case GITHUB -> new GithubRenderer();
    };
  }
}
