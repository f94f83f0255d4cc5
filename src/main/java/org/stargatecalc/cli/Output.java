package org.stargatecalc.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.chart.project.ProjectDrawing;
import org.stargatecalc.render.Format;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.report.Report;
import org.stargatecalc.report.project.ProjectView;
import org.stargatecalc.word.Worded;

/** Where a report goes: standard output, or files that appear whole or not at all. */
final class Output {

  /** When there is colour. */
  static final List<String> COLOURS = List.of("auto", "always", "never");

  private final List<Target> targets;
  private final List<String> folders;
  private final int precision;
  private final boolean excel;
  private final boolean header;
  private final String color;
  private final Optional<String> chart;

  private Output(
      List<Target> targets,
      List<String> folders,
      int precision,
      boolean excel,
      boolean header,
      String color,
      Optional<String> chart) {
    this.chart = chart;
    this.targets = targets;
    this.folders = folders;
    this.precision = precision;
    this.excel = excel;
    this.header = header;
    this.color = color;
  }

  /** The options that say where output goes. */
  static final List<Option> OPTIONS =
      List.of(Option.FORMAT, Option.OUTPUT, Option.PRECISION, Option.EXCEL);

  /** Reads where output goes, for a command that has certain formats. */
  static Output of(Arguments arguments, List<Format> formats) throws UsageException {
    List<Target> targets = targets(arguments);
    for (Target target : targets) {
      if (target.isFolder()) {
        throw new UsageException(
            "-o: "
                + target.file()
                + " is a folder, and this answer is one table; name a file in it");
      }
    }
    return of(arguments, formats, targets, List.of());
  }

  /**
   * Reads where an answer of several parts goes: a folder gets a file for each.
   *
   * @param shown the parts that are asked for, empty for all but draws
   * @throws UsageException also if a spreadsheet, which is one table, is asked for several parts
   *     and its name is that of none
   */
  static Output ofParts(Arguments arguments, List<Format> formats, List<ProjectView.Part> shown)
      throws UsageException {
    List<Target> targets = new ArrayList<>();
    List<String> files = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    for (Target target : targets(arguments)) {
      if (target.isFolder()) {
        folders.add(target.file());
      } else {
        target.requireOneTable(shown);
      }
      for (Target file : target.isFolder() ? target.files(shown) : List.of(target)) {
        SameFile.refuseTwice(file.file(), files);
        files.add(file.file());
        targets.add(file);
      }
    }
    return of(arguments, formats, targets, folders);
  }

  private static Output of(
      Arguments arguments, List<Format> formats, List<Target> targets, List<String> folders)
      throws UsageException {
    Output output =
        new Output(
            targets,
            folders,
            precision(arguments),
            arguments.has(Option.EXCEL),
            !arguments.has(Option.NO_HEADER),
            color(arguments),
            chart(arguments, targets));
    for (Target target : output.targets) {
      if (!formats.contains(target.format())) {
        throw new UsageException(
            "--format: this command has no "
                + target.format().id()
                + "; it has "
                + String.join(", ", Worded.ids(formats.toArray(new Format[0]))));
      }
    }
    return output;
  }

  /** Returns the output to one file, replaced as a whole. */
  static Output toFile(Format format, String file) {
    return new Output(
        List.of(new Target(format, file, false)),
        List.of(),
        6,
        false,
        true,
        "never",
        Optional.empty());
  }

  /** Returns the output of one format to standard output. */
  static Output toStandardOutput(Format format) {
    return toFile(format, "-");
  }

  private static List<Target> targets(Arguments arguments) throws UsageException {
    Optional<Format> format = arguments.word(Option.FORMAT, Format.values());
    List<Target> targets = new ArrayList<>();
    for (String text : arguments.texts(Option.OUTPUT)) {
      targets.add(Target.of(text, format));
    }
    Target standard = Target.standardOutput(format.orElse(Format.TABLE));
    // annotations are commands, which a runner obeys on standard output alone
    boolean annotates = standard.format() == Format.GITHUB && !targets.contains(standard);
    if (targets.isEmpty() || annotates) {
      targets.add(standard);
    }
    boolean isTaken = false;
    for (Target target : targets) {
      if (target.isStandardOutput() && isTaken) {
        throw new UsageException("-o: standard output can take one format only");
      }
      isTaken |= target.isStandardOutput();
    }
    return targets;
  }

  private static Optional<String> chart(Arguments arguments, List<Target> targets)
      throws UsageException {
    Optional<String> name = arguments.text(Option.CHART);
    if (name.isPresent() && !ProjectDrawing.NAMES.contains(name.get())) {
      throw new UsageException(
          Option.CHART
              + ": found '"
              + name.get()
              + "'"
              + Arguments.didYouMean(name.get(), ProjectDrawing.NAMES)
              + "; expected "
              + String.join(", ", ProjectDrawing.NAMES));
    }
    for (Target target : targets) {
      if (name.isEmpty() || target.format() == Format.SVG) {
        return name;
      }
    }
    throw new UsageException(Option.CHART + " chooses what svg shows; add -f svg or -o FILE.svg");
  }

  private static int precision(Arguments arguments) throws UsageException {
    if (!arguments.has(Option.PRECISION)) {
      return RenderOptions.PLAIN.precision();
    }
    String text = arguments.text(Option.PRECISION).orElse("");
    if (!text.matches("[1-9]|1[0-7]")) {
      throw new UsageException("--precision: found '" + text + "'; expected 1 to 17");
    }
    return Integer.parseInt(text);
  }

  private static String color(Arguments arguments) throws UsageException {
    String text = arguments.text(Option.COLOR).orElse("auto");
    if (!COLOURS.contains(text)) {
      throw new UsageException("--color: found '" + text + "'; expected auto, always or never");
    }
    return text;
  }

  /** Returns whether a reader of the output sees the warnings in it; a spreadsheet holds none. */
  boolean showsWarnings() {
    for (Target target : targets) {
      if (!target.isSpreadsheet() && !target.format().isBinary()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether any format is for an audience. */
  boolean isFor(Format.Audience audience) {
    for (Target target : targets) {
      if (target.format().audience() == audience) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether any format is for another audience; pictures alone are for none of them. */
  boolean isForAnother(Format.Audience audience) {
    for (Target target : targets) {
      if (target.format().audience() != audience
          && target.format().audience() != Format.Audience.VIEWER) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether any format tells of files that could not be judged. */
  boolean tellsOfInvalidFiles() {
    for (Target target : targets) {
      if (target.format().tellsOfInvalidFiles()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether any format shows every metric; those for people show a few. */
  boolean showsAllMetrics() {
    return isForAnother(Format.Audience.PEOPLE);
  }

  /** Returns whether any format shows pictures. */
  boolean showsPictures() {
    for (Target target : targets) {
      if (target.format() == Format.SVG || target.format() == Format.HTML) {
        return true;
      }
    }
    return false;
  }

  /** What is written. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes to a file, which appears whole or not at all, or for {@code -} to standard output; not
   * to a file that was read for it.
   */
  static ExitStatus write(Content content, String file, Session session) {
    if (session.files().wasRead(file)) {
      session.say(SameFile.read(file));
      return ExitStatus.USAGE;
    }
    return writeOver(content, file, session);
  }

  /** Writes a text as it is, like any content. */
  static ExitStatus write(String text, String file, Session session) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return write(out -> out.write(bytes), file, session);
  }

  private static ExitStatus writeOver(Content content, String file, Session session) {
    return file.equals("-") ? toStandardOutput(content, session) : toFile(content, file, session);
  }

  /** Returns whether bytes that no terminal shows would be written to one, after saying so. */
  private boolean refusesTerminal(Session session) {
    for (Target target : targets) {
      if (target.format().isBinary() && target.isStandardOutput() && session.isTerminal(1)) {
        session.say(
            "stargate-calc: --format: "
                + target.format().id()
                + " is not for a terminal; write a file: -o result."
                + target.format().id());
        return true;
      }
    }
    return false;
  }

  /** Writes a report to every target, none of which may be a file that was read for it. */
  ExitStatus write(Report report, Session session) {
    for (Target target : targets) {
      if (session.files().wasRead(target.file())) {
        session.say(SameFile.read(target.file()));
        return ExitStatus.USAGE;
      }
    }
    return writeOver(report, session);
  }

  /** Writes a report to every target, also over what was read. */
  ExitStatus writeOver(Report report, Session session) {
    if (refusesTerminal(session)) {
      return ExitStatus.USAGE;
    }
    for (String folder : folders) {
      try {
        OutputFile.makeFolder(folder);
      } catch (IOException e) {
        return failed(folder, e, session);
      }
    }
    for (Target target : targets) {
      if (!report.isWhole() && !target.format().tellsOfInvalidFiles()) {
        continue;
      }
      RenderOptions options =
          new RenderOptions(
              session.width(),
              color(target, session),
              precision,
              excel,
              header,
              chart,
              Optional.of(
                  new RenderOptions.Made(
                      App.NAME, Version.text(), Version.HOME, session.commandLine())));
      Report part = report.withTable(target.partName());
      ExitStatus status =
          writeOver(
              out -> target.format().renderer().render(part, options, out), target.file(), session);
      if (status != ExitStatus.DONE) {
        return status;
      }
    }
    return ExitStatus.DONE;
  }

  private boolean color(Target target, Session session) {
    if (!color.equals("auto")) {
      return color.equals("always");
    }
    if (!session.environment("NO_COLOR").isEmpty()) {
      return false;
    }
    String force = session.environment("CLICOLOR_FORCE");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return target.isStandardOutput()
        && session.isTerminal(1)
        && !session.environment("TERM").equals("dumb");
  }

  private static ExitStatus toStandardOutput(Content content, Session session) {
    try {
      OutputStream out = new BufferedOutputStream(session.out(), 1 << 16);
      content.writeTo(out);
      out.flush();
      return ExitStatus.DONE;
    } catch (IOException e) {
      return standardOutputFailed(e, session);
    }
  }

  /** Tells a reader who went away, which needs no word, from output that is lost. */
  static ExitStatus standardOutputFailed(IOException e, Session session) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Broken pipe") || message.contains("Pipe closed")) {
      return ExitStatus.CLOSED_PIPE;
    }
    session.say("cannot write to standard output: " + OutputFile.reason(e));
    return ExitStatus.OUTPUT;
  }

  private static ExitStatus toFile(Content content, String file, Session session) {
    try {
      OutputFile.write(content, file);
      return ExitStatus.DONE;
    } catch (IOException e) {
      return failed(file, e, session);
    }
  }

  private static ExitStatus failed(String file, IOException e, Session session) {
    session.say("cannot write " + file + ": " + OutputFile.reason(e));
    return ExitStatus.OUTPUT;
  }
}
