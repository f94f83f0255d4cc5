package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The manual page in the language of man(7): every command with its options, the exit codes, the
 * variables and the files.
 *
 * <p>It has no date: it would be another page each day.
 */
final class ManPage {
  private static final Map<String, String> ENVIRONMENT = new LinkedHashMap<>();

  static {
    ENVIRONMENT.put("COLUMNS", "Width of tables, also in pipes and files.");
    ENVIRONMENT.put("NO_COLOR", "Set to anything: no colour.");
    ENVIRONMENT.put("CLICOLOR_FORCE", "Set to anything but 0: colour, also in pipes and files.");
    ENVIRONMENT.put("TERM", "dumb: no colour.");
    ENVIRONMENT.put("JAVA_HOME", "The Java runtime, 17 or later, where none came along.");
    ENVIRONMENT.put(
        "STARGATE_CALC_JAVA_OPTS", "Further flags of the Java runtime, such as -Xmx4g.");
    ENVIRONMENT.put("STARGATE_CALC_ARCHIVE", "off: keep no archive of classes.");
    ENVIRONMENT.put("XDG_CACHE_HOME", "The folder in which that archive is, in place of ~/.cache.");
  }

  private final StringBuilder page = new StringBuilder();

  /** Returns the page. */
  String text() {
    page.append(".TH STARGATE-CALC 1 \"\" ");
    page.append(quoted("stargate-calc " + Version.text())).append(" \"User commands\"\n");
    // No word is divided: a path or an id could not be copied.
    page.append(".nh\n");
    section("NAME");
    line("stargate-calc \\- power, cost and timeline of AI compute build-outs against the claims");
    section("SYNOPSIS");
    page.append(".B stargate-calc\n.I COMMAND\n[\n.I OPTIONS\n] [\n.I SCENARIO...\n]\n");
    section("DESCRIPTION");
    line("Is an AI compute build\\-out consistent with what is claimed about it?");
    line("A scenario is a YAML file: sites, chips, dates, prices.");
    section("COMMANDS");
    for (String name : Commands.NAMES) {
      command(Commands.of(name).orElseThrow());
    }
    section("OPTIONS OF EVERY COMMAND");
    Command<?> any = new ManCommand();
    CommandLineReader.COMMON.forEach(option -> option(option, any));
    section("EXIT STATUS");
    List<ExitStatus> statuses = new ArrayList<>(Arrays.asList(ExitStatus.values()));
    statuses.sort(Comparator.comparingInt(ExitStatus::code));
    for (ExitStatus status : statuses) {
      item(bold(Integer.toString(status.code())), status.meaning());
    }
    section("ENVIRONMENT");
    ENVIRONMENT.forEach((name, meaning) -> item(bold(name), meaning));
    section("FILES");
    item(
        italic("~/.cache/stargate-calc"),
        "An archive of the program's classes for quick starts, some 14 MB, made by the first run."
            + " It may be deleted at any time.");
    return page.toString();
  }

  private void command(Command<?> command) {
    page.append(".SS ").append(quoted((command.name() + " " + command.operands().label()).strip()));
    page.append('\n');
    String summary = command.summary();
    line(escaped(summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + "."));
    if (!command.operands().meaning().isEmpty()) {
      page.append(".PP\n");
      line(escaped(command.operands().meaning()));
    }
    command.options().forEach(option -> option(option, command));
    if (!command.examples().isEmpty()) {
      page.append(".PP\nExamples:\n.PP\n.EX\n");
      for (String example : command.examples()) {
        line(escaped("stargate-calc " + example));
      }
      page.append(".EE\n");
    }
  }

  private void option(Option option, Command<?> command) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(bold(name));
    }
    String value = option.takes() == Option.Takes.NOTHING ? "" : "=" + italic(option.label());
    item(String.join(", ", names) + value, CommandLineReader.meaning(option, command));
  }

  private void section(String title) {
    page.append(".SH ").append(title.contains(" ") ? quoted(title) : title).append('\n');
  }

  /** Writes a term, whose parts are escaped, and what it means. */
  private void item(String term, String meaning) {
    page.append(".TP\n").append(term).append('\n');
    line(escaped(meaning));
  }

  private void line(String text) {
    // A point or an apostrophe that begins a line would be a request.
    page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
        .append(text)
        .append('\n');
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /** Writes each sign as itself: unescaped, a hyphen or a quote could not be copied to a shell. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("\"", "\\(dq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }
}
