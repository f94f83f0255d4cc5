package org.stargatecalc.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the command that is called, runs it, and turns what happens into an exit status. */
public final class App {
  static final String NAME = "stargate-calc";

  private App() {}

  /** Runs a command line. */
  public static ExitStatus run(String[] args, Session session) {
    List<String> rest = new ArrayList<>(Arrays.asList(args));
    boolean debug = rest.contains(Option.DEBUG.word());
    try {
      PlatformText.check(rest);
      session.runs(rest);
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
    Optional<Command<?>> command = Commands.of(name);
    if (command.isEmpty()) {
      throw new UsageException(
          "'"
              + name
              + "' is not a command"
              + Arguments.didYouMean(name, Commands.NAMES)
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
      if (takesValue(arg)) {
        i++;
      }
    }
    return Optional.empty();
  }

  /** Whether the word after an argument is its value, and not the command's name. */
  private static boolean takesValue(String argument) {
    for (Option option : Option.values()) {
      if (option.takes() != Option.Takes.NOTHING && option.isNamed(argument)) {
        return true;
      }
    }
    return false;
  }

  private static ExitStatus withoutCommand(List<String> args, Session session)
      throws UsageException, IOException {
    if (args.stream().anyMatch(Option.VERSION::isNamed)) {
      return version(session);
    }
    if (args.isEmpty() || args.stream().anyMatch(Option.HELP::isNamed)) {
      session.print(overview());
      return ExitStatus.DONE;
    }
    throw new UsageException("found no command; '" + NAME + " help' lists them");
  }

  private static ExitStatus version(Session session) throws IOException {
    session.print(NAME + " " + Version.text() + "\n");
    return ExitStatus.DONE;
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
    line.add(Option.HELP.word());
    return dispatch(line, session);
  }

  private static <R> ExitStatus run(Command<R> command, List<String> args, Session session)
      throws UsageException, IOException {
    boolean readsScenarios = command.options().contains(Option.SET);
    if (readsScenarios && !args.contains(Option.HELP.word())) {
      Preparation.start(session);
    }
    CommandLineReader reader = new CommandLineReader(command);
    Arguments arguments = reader.read(args);
    if (arguments.has(Option.HELP)) {
      session.print(reader.help());
      return ExitStatus.DONE;
    }
    if (arguments.has(Option.VERSION)) {
      return version(session);
    }
    R request = command.request(arguments);
    SameFile.refuse(command, arguments);
    return command.run(request, session);
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
    for (String line : ExitStatus.help()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
