package org.stargatecalc.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.tree.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Finds the command that is called, runs it, and turns what happens into an exit status. */
public final class App {
  private static final String NAME = "stargate-calc";

  /** Options before the command's name that take a value, which is not the name then. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          Options.SET,
          Options.OVERLAY,
          Options.FORMAT,
          "-f",
          Options.OUTPUT,
          "-o",
          Options.BY,
          Options.FROM,
          Options.TO,
          Options.AT,
          Options.SHOW,
          Options.METRICS,
          Options.LAYOUT,
          Options.PRECISION,
          Options.COLOR,
          CompareOptions.TOLERANCE,
          Gate.FAIL_ON,
          Baseline.OPTION,
          Options.SAMPLES,
          "-n",
          Options.METRIC,
          Options.CLAIM,
          Options.METHOD,
          Options.SEED,
          Options.SAMPLING,
          Options.QUANTILES,
          Options.THREADS,
          Options.SHARD,
          Options.DRAWS,
          Options.RECORD,
          Options.SITES,
          Options.VINTAGE,
          Options.AS_OF,
          Options.OPERATIONAL_BY,
          Options.MIN_MW,
          Options.OWNER);

  private App() {}

  /** Runs a command line. */
  public static ExitStatus run(String[] args, Session session) {
    List<String> rest = new ArrayList<>(Arrays.asList(args));
    boolean debug = rest.contains(Options.DEBUG);
    try {
      ExitStatus status = dispatch(rest, session);
      session.flush();
      return status;
    } catch (UsageException e) {
      session.say(NAME + ": " + e.getMessage());
      return ExitStatus.USAGE;
    } catch (IOException e) {
      return Output.standardOutputFailed(e, session);
    } catch (OutOfMemoryError tooLarge) {
      session.say(
          NAME
              + ": this takes more memory than Java may use here;"
              + " STARGATE_CALC_JAVA_OPTS=-Xmx4g lets it use 4 GB");
      return ExitStatus.INVALID;
    } catch (RuntimeException | StackOverflowError bug) {
      session.say(
          NAME
              + ": this is a bug of ours ("
              + bug.getClass().getSimpleName()
              + ")"
              + (debug ? "" : "; --debug shows where"));
      if (debug) {
        session.trace(bug);
      }
      return ExitStatus.BUG;
    }
  }

  private static ExitStatus dispatch(List<String> args, Session session)
      throws UsageException, IOException {
    Optional<Integer> at = commandIndex(args);
    if (at.isEmpty()) {
      return withoutCommand(args, session);
    }
    String name = args.remove((int) at.get());
    if (name.equals("help")) {
      return help(args, session);
    }
    Optional<Command> command = Commands.of(name);
    if (command.isEmpty()) {
      String nearest = NearestWord.of(name, Commands.NAMES);
      throw new UsageException(
          "'"
              + name
              + "' is not a command"
              + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)")
              + "; '"
              + NAME
              + " help' lists them");
    }
    return run(command.get(), args, session);
  }

  private static Optional<Integer> commandIndex(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("-")) {
        return Optional.of(i);
      }
      if (WITH_VALUE.contains(arg)) {
        i++;
      }
    }
    return Optional.empty();
  }

  private static ExitStatus withoutCommand(List<String> args, Session session)
      throws UsageException, IOException {
    if (args.contains(Options.VERSION) || args.contains("-V")) {
      session.print(NAME + " " + Version.text() + "\n");
      return ExitStatus.DONE;
    }
    if (args.isEmpty() || args.contains(Options.HELP) || args.contains("-h")) {
      session.print(overview());
      return ExitStatus.DONE;
    }
    throw new UsageException("found no command; '" + NAME + " help' lists them");
  }

  private static ExitStatus help(List<String> args, Session session)
      throws UsageException, IOException {
    if (args.isEmpty()) {
      session.print(overview());
      return ExitStatus.DONE;
    }
    if (args.size() > 1) {
      throw new UsageException("help takes one command; found '" + args.get(1) + "' as well");
    }
    List<String> line = new ArrayList<>(args);
    line.add(Options.HELP);
    return dispatch(line, session);
  }

  private static ExitStatus run(Command command, List<String> args, Session session)
      throws UsageException, IOException {
    CommandLine line = commandLine(command);
    ParseResult parsed;
    try {
      parsed = line.parseArgs(args.toArray(new String[0]));
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw new UsageException(unmatched(e, line, command));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(
          String.valueOf(e.getMessage()).replace('\n', ' ')
              + "; see '"
              + NAME
              + " "
              + command.name()
              + " --help'");
    }
    if (parsed.isUsageHelpRequested()) {
      session.print(usage(line));
      return ExitStatus.DONE;
    }
    if (parsed.isVersionHelpRequested()) {
      session.print(NAME + " " + Version.text() + "\n");
      return ExitStatus.DONE;
    }
    checkOperands(line, parsed, command);
    Options.checkSettings(parsed);
    return command.run(parsed, session);
  }

  /** picocli lets a list have more or fewer operands than its arity says. */
  private static void checkOperands(CommandLine line, ParseResult parsed, Command command)
      throws UsageException {
    String see = "; see '" + NAME + " " + command.name() + " --help'";
    for (PositionalParamSpec operands : line.getCommandSpec().positionalParameters()) {
      int given = Options.operands(parsed).size();
      if (given < operands.arity().min()) {
        throw new UsageException(command.name() + " needs " + operands.paramLabel() + see);
      }
      if (given > operands.arity().max()) {
        String surplus = Options.operands(parsed).get(operands.arity().max());
        throw new UsageException("found '" + surplus + "', which nothing asks for" + see);
      }
    }
  }

  private static CommandLine commandLine(Command command) {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(null, new PicocliFactory())
            .name(NAME + " " + command.name());
    spec.usageMessage()
        .description(
            command.summary().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + command.summary().substring(1)
                + ".")
        .width(80);
    command.declare(spec);
    Options.common(spec);
    return new CommandLine(spec, new PicocliFactory()).setExpandAtFiles(false);
  }

  private static String unmatched(
      CommandLine.UnmatchedArgumentException e, CommandLine line, Command command) {
    String argument = e.getUnmatched().get(0);
    String see = "; see '" + NAME + " " + command.name() + " --help'";
    if (!argument.startsWith("-")) {
      return "found '" + argument + "', which nothing asks for" + see;
    }
    String option = argument.replaceFirst("=.*$", "");
    List<String> known = new ArrayList<>();
    line.getCommandSpec().options().forEach(o -> known.addAll(Arrays.asList(o.names())));
    String nearest = NearestWord.of(option, known);
    return "unknown option '"
        + option
        + "'"
        + (nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)")
        + see;
  }

  private static String usage(CommandLine line) {
    line.getCommandSpec().usageMessage().footer(exitCodes());
    StringWriter text = new StringWriter();
    line.usage(new PrintWriter(text), CommandLine.Help.Ansi.OFF);
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String[] exitCodes() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Exit codes:");
    List<ExitStatus> statuses = new ArrayList<>(Arrays.asList(ExitStatus.values()));
    statuses.sort(java.util.Comparator.comparingInt(ExitStatus::code));
    for (ExitStatus status : statuses) {
      lines.add(
          "  "
              + " ".repeat(3 - Integer.toString(status.code()).length())
              + status.code()
              + "  "
              + status.meaning());
    }
    return lines.toArray(String[]::new);
  }

  private static String overview() {
    StringBuilder text = new StringBuilder();
    text.append("Usage: stargate-calc COMMAND [OPTIONS] [SCENARIO...]\n\n");
    text.append("Is an AI compute build-out consistent with what is claimed about it?\n\n");
    text.append("Commands:\n");
    for (String name : Commands.NAMES) {
      text.append("  ")
          .append(name)
          .append(" ".repeat(13 - name.length()))
          .append(Commands.of(name).orElseThrow().summary())
          .append('\n');
    }
    text.append("  help         this text, or the options of a command\n\n");
    text.append("Examples:\n");
    text.append("  stargate-calc project scenarios/base.yaml\n");
    text.append("  stargate-calc project scenarios/base.yaml --set pue=1.3 -o out.csv\n");
    text.append("  stargate-calc catalog accelerators gb200\n");
    for (String line : exitCodes()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
