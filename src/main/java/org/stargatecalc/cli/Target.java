package org.stargatecalc.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stargatecalc.render.Format;
import org.stargatecalc.report.project.ProjectView;

/**
 * What {@code -o} names.
 *
 * @param format what is written
 * @param file a file, or {@code -}, or the folder of a file for each part
 * @param isFolder whether it is a folder
 */
record Target(Format format, String file, boolean isFolder) {
  /** Returns the target of a format's standard output. */
  static Target standardOutput(Format format) {
    return new Target(format, "-", false);
  }

  /**
   * Reads a target.
   *
   * @param text {@code FILE}, {@code FORMAT:FILE} or a folder
   * @param format the format of what names none
   * @throws UsageException if there is no file name, or no format is known for it
   */
  static Target of(String text, Optional<Format> format) throws UsageException {
    String file = file(text);
    Optional<Format> prefix =
        file.equals(text)
            ? Optional.empty()
            : Format.of(text.substring(0, text.length() - file.length() - 1));
    if (file.isEmpty()) {
      throw new UsageException("-o: found no file name in '" + text + "'");
    }
    if (isFolder(file)) {
      return new Target(prefix.or(() -> format).orElse(Format.CSV), file, true);
    }
    Optional<Format> chosen = prefix.or(() -> Format.ofFile(file)).or(() -> format);
    if (chosen.isEmpty() && !file.equals("-")) {
      throw new UsageException(
          "-o: no format is known for '" + file + "'; add -f FORMAT or write FORMAT:" + file);
    }
    return new Target(chosen.orElse(Format.TABLE), file, false);
  }

  /** Returns the file or folder that is named, without a format before it. */
  static String file(String text) {
    int colon = text.indexOf(':');
    boolean hasFormat = colon > 0 && Format.of(text.substring(0, colon)).isPresent();
    return hasFormat ? text.substring(colon + 1) : text;
  }

  private static boolean isFolder(String file) {
    try {
      return file.endsWith("/") || (!file.equals("-") && Files.isDirectory(Paths.get(file)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  boolean isStandardOutput() {
    return file.equals("-");
  }

  /** Returns whether it is for spreadsheets, which take one table. */
  boolean isSpreadsheet() {
    return format.audience() == Format.Audience.SPREADSHEET;
  }

  /** Returns the file's name without folder and extension: samples.csv asks for the samples. */
  String partName() {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /**
   * Makes sure that a spreadsheet, which is one table, is asked for one part.
   *
   * @throws UsageException if it is asked for several and its name is that of none
   */
  void requireOneTable(List<ProjectView.Part> shown) throws UsageException {
    if (shown.size() > 1 && isSpreadsheet() && !isNamedAfterAPart()) {
      throw new UsageException(
          "--show: "
              + format.id()
              + " holds one part; show one, or write a file for each by its name: "
              + shown.stream()
                  .map(part -> "-o " + part.id() + "." + format.id())
                  .collect(Collectors.joining(" "))
              + ", or into a folder: -o DIR/");
    }
  }

  private boolean isNamedAfterAPart() {
    for (ProjectView.Part part : ProjectView.Part.values()) {
      if (part.id().equals(partName())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the files that a folder gets, one for each part.
   *
   * @param shown the parts that are asked for, empty for all but draws
   * @throws UsageException if one file of the format holds all parts
   */
  List<Target> files(List<ProjectView.Part> shown) throws UsageException {
    if (!isSpreadsheet()) {
      throw new UsageException(
          "-o: the folder "
              + file
              + " takes csv or tsv, a file for each part; "
              + format.id()
              + " holds all parts: name a file in it");
    }
    String folder = file.endsWith("/") ? file : file + "/";
    List<ProjectView.Part> parts =
        shown.isEmpty()
            ? List.copyOf(EnumSet.complementOf(EnumSet.of(ProjectView.Part.SAMPLES)))
            : shown;
    return parts.stream()
        .map(part -> new Target(format, folder + part.id() + "." + format.id(), false))
        .toList();
  }
}
