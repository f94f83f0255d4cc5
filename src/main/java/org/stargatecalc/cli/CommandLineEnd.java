package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What may stand at the end of a command line that is being typed. */
final class CommandLineEnd {
  private final Session session;
  private final String typed;
  private final Set<String> given = new TreeSet<>();
  private final List<String> operands = new ArrayList<>();
  private Optional<Command<?>> command = Optional.empty();
  private Optional<Option> awaiting = Optional.empty();
  private boolean optionsEnded;
  private boolean isLost;

  /**
   * Reads a line.
   *
   * @param line without the program's name; the last word is the one that is being typed
   */
  CommandLineEnd(List<String> line, Session session) {
    this.session = session;
    this.typed = line.isEmpty() ? "" : line.get(line.size() - 1);
    for (String word : line.subList(0, Math.max(0, line.size() - 1))) {
      take(word);
    }
  }

  private void take(String word) {
    if (awaiting.isPresent()) {
      awaiting = Optional.empty();
    } else if (word.equals("--")) {
      optionsEnded = true;
    } else if (word.startsWith("-") && word.length() > 1 && !optionsEnded) {
      given.add(word.replaceFirst("=.*$", ""));
      awaiting = option(word).filter(option -> option.takes() != Option.Takes.NOTHING);
    } else if (command.isEmpty()) {
      command = Commands.of(word);
      // after help stands a command, after what is no command nothing that is known
      isLost = command.isEmpty() && !word.equals("help");
    } else {
      operands.add(word);
    }
  }

  private List<Option> options() {
    List<Option> options = new ArrayList<>();
    command.ifPresent(known -> options.addAll(known.options()));
    options.addAll(CommandLineReader.COMMON);
    return options;
  }

  private Optional<Option> option(String word) {
    for (Option option : command.isEmpty() ? List.of(Option.values()) : options()) {
      if (option.isNamed(word)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  /** Returns what the last word may become, in the order of help. */
  Candidates candidates() {
    return all().beginningWith(typed);
  }

  private Candidates all() {
    if (isLost) {
      return Candidates.NONE;
    }
    if (awaiting.isPresent()) {
      return values(awaiting.get(), typed);
    }
    int equals = typed.indexOf('=');
    if (typed.startsWith("--") && equals > 0 && !optionsEnded) {
      String before = typed.substring(0, equals + 1);
      return option(typed.substring(0, equals))
          .map(option -> values(option, typed.substring(equals + 1)).between(before, ""))
          .orElse(Candidates.NONE);
    }
    if (typed.startsWith("-") && !optionsEnded) {
      return optionWords();
    }
    return command.isEmpty() ? commands() : command.get().operand(operands, session);
  }

  private Candidates values(Option option, String value) {
    return command.isEmpty()
        ? Candidates.NONE
        : new OptionValues(command.get(), ScenarioWords.of(operands, session)).of(option, value);
  }

  /** Returns the options that may still be given. */
  private Candidates optionWords() {
    Map<String, String> words = new LinkedHashMap<>();
    for (Option option : options()) {
      boolean again = option.takes() == Option.Takes.VALUES;
      boolean isGiven = List.of(option.names()).stream().anyMatch(given::contains);
      if (again || !isGiven) {
        String meaning =
            command.map(c -> CommandLineReader.meaning(option, c)).orElse(option.meaning());
        words.put(option.word(), meaning);
      }
    }
    return Candidates.of(words);
  }

  private static Candidates commands() {
    Map<String, String> summaries = new LinkedHashMap<>();
    for (String name : Commands.NAMES) {
      summaries.put(name, Commands.of(name).orElseThrow().summary());
    }
    summaries.put("help", "the options of a command");
    return Candidates.of(summaries);
  }
}
