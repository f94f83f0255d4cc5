package org.stargatecalc.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stargatecalc.render.Format;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The door: reads the command line of a command, and knows alone that picocli does it.
 *
 * <p>Only the options of the command that is called are built.
 */
final class CommandLineReader {
  /** The options of every command. */
  static final List<Option> COMMON =
      List.of(
          Option.HELP,
          Option.VERSION,
          Option.COLOR,
          Option.QUIET,
          Option.VERBOSE,
          Option.DEBUG,
          Option.STRICT);

  /** Columns in which picocli breaks no line; {@link HelpText} does. */
  private static final int UNBROKEN = 10_000;

  private final Command<?> command;
  private final String title;
  private final List<Option> options;

  CommandLineReader(Command<?> command) {
    this.command = command;
    this.title = App.NAME + " " + command.name();
    this.options = new ArrayList<>(command.options());
    this.options.addAll(COMMON);
  }

  /**
   * Reads a command line, the command's name left out.
   *
   * @throws UsageException if it has what the command does not take, or lacks what it needs
   */
  Arguments read(List<String> line) throws UsageException {
    refuseUnknown(line);
    ParseResult parsed;
    try {
      parsed = commandLine().parseArgs(line.toArray(new String[0]));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(String.valueOf(e.getMessage()).replace('\n', ' ') + see());
    }
    Map<Option, List<String>> values = new EnumMap<>(Option.class);
    for (Option option : options) {
      if (parsed.hasMatchedOption(option.word())) {
        values.put(option, values(parsed, option));
      }
    }
    Arguments arguments = new Arguments(values, parsed.matchedPositionalValue(0, List.of()));
    if (!arguments.has(Option.HELP) && !arguments.has(Option.VERSION)) {
      check(arguments);
    }
    return arguments;
  }

  private static List<String> values(ParseResult parsed, Option option) {
    return switch (option.takes()) {
      case NOTHING -> List.of();
      case VALUE -> List.of(parsed.matchedOptionValue(option.word(), ""));
      case VALUES -> parsed.matchedOptionValue(option.word(), List.of());
    };
  }

  /** Names what is no option before picocli takes it for something else. */
  private void refuseUnknown(List<String> line) throws UsageException {
    for (int i = 0; i < line.size() && !line.get(i).equals("--"); i++) {
      String argument = line.get(i);
      if (argument.startsWith("-") && !argument.equals("-")) {
        Option option = named(argument);
        if (option.takes() != Option.Takes.NOTHING && option.isNamed(argument)) {
          i++;
        }
      }
    }
  }

  private Option named(String argument) throws UsageException {
    String word = argument.replaceFirst("=.*$", "");
    List<String> known = new ArrayList<>();
    for (Option option : options) {
      // The value of a letter, or more letters, may follow it directly.
      String letter = option.names()[0];
      if (option.isNamed(word)
          || (letter.length() == 2 && !word.startsWith("--") && word.startsWith(letter))) {
        return option;
      }
      known.addAll(Arrays.asList(option.names()));
    }
    throw new UsageException(
        "unknown option '" + word + "'" + Arguments.didYouMean(word, known) + see());
  }

  private void check(Arguments arguments) throws UsageException {
    Operands operands = command.operands();
    List<String> given = arguments.operands();
    if (given.size() < operands.least()) {
      throw new UsageException(command.name() + " needs " + operands.label() + see());
    }
    if (operands.areFiles() && given.contains("")) {
      throw new UsageException(
          "found an empty file name: a variable of the shell that is not set?" + see());
    }
    for (Option option : options) {
      if (option.label().equals("FILE") && arguments.texts(option).contains("")) {
        throw new UsageException(option + ": found an empty file name" + see());
      }
    }
    if (given.size() > operands.most()) {
      throw new UsageException(
          "found '" + given.get(operands.most()) + "', which nothing asks for" + see());
    }
  }

  private String see() {
    return "; see '" + title + " --help'";
  }

  private CommandLine commandLine() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null, new PicocliFactory()).name(title);
    spec.usageMessage().width(UNBROKEN);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(command.operands().label())
            .hideParamSyntax(true)
            .hidden(command.operands().most() == 0)
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(described(command.operands().meaning()))
            .build());
    for (Option option : options) {
      spec.addOption(built(option));
    }
    return new CommandLine(spec, new PicocliFactory()).setExpandAtFiles(false);
  }

  private OptionSpec built(Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(option.names())
            .usageHelp(option == Option.HELP)
            .versionHelp(option == Option.VERSION);
    switch (option.takes()) {
      case NOTHING -> builder.type(boolean.class);
      case VALUE -> builder.type(String.class).paramLabel(option.label());
      case VALUES ->
          builder
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1")
              .paramLabel(option.label());
    }
    return builder.description(described(meaning(option, command))).build();
  }

  /** Returns what an option does when a command takes it, a sentence or two. */
  static String meaning(Option option, Command<?> command) {
    String meaning =
        option == Option.FORMAT ? option.meaning() + formats(command) + "." : option.meaning();
    return option.takes() == Option.Takes.VALUES ? meaning + " May repeat." : meaning;
  }

  /** picocli takes a description for a format. */
  private static String described(String text) {
    return text.replace("%", "%%");
  }

  private static String formats(Command<?> command) {
    StringBuilder words = new StringBuilder();
    int left = command.formats().size();
    for (Format format : command.formats()) {
      words.append(format.id());
      left--;
      if (left > 0) {
        words.append(left == 1 ? " or " : ", ");
      }
    }
    return words.toString();
  }

  private List<String> footer() {
    List<String> lines = new ArrayList<>();
    if (!command.examples().isEmpty()) {
      lines.add("");
      lines.add("Examples:");
      for (String example : command.examples()) {
        HelpText.example(described(example)).forEach(lines::add);
      }
    }
    lines.addAll(ExitStatus.help());
    return lines;
  }

  /** Returns the help of the command. */
  String help() {
    CommandLine line = commandLine();
    String summary = command.summary();
    line.getCommandSpec()
        .usageMessage()
        .description(summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".")
        .footer(footer().toArray(new String[0]));
    StringWriter text = new StringWriter();
    line.usage(new PrintWriter(text), CommandLine.Help.Ansi.OFF);
    return HelpText.wrapped(text.toString().replace(System.lineSeparator(), "\n"));
  }
}
