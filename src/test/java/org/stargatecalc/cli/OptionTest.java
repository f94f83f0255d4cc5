package org.stargatecalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stargatecalc.support.CommandResult;

/** What holds of every declared option, whoever takes it. */
class OptionTest {
  private static Stream<Command<?>> commands() {
    return Commands.NAMES.stream().map(name -> Commands.of(name).orElseThrow());
  }

  private static List<Option> taken(Command<?> command) {
    List<Option> options = new ArrayList<>(command.options());
    options.addAll(CommandLineReader.COMMON);
    return options;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noCommandHasANameTwice(Command<?> command) {
    List<String> names = new ArrayList<>();
    taken(command).forEach(option -> names.addAll(List.of(option.names())));
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpListsWhatACommandTakesAndNothingElse(Command<?> command) {
    String help = CommandResult.of(command.name(), "--help").succeeds().stdout();
    Set<Option> taken = EnumSet.copyOf(taken(command));
    for (Option option : Option.values()) {
      boolean listed = help.matches("(?s).*\\n +(-\\w, )?" + option.word() + "[=\\s].*");
      boolean expected = taken.stream().anyMatch(other -> other.word().equals(option.word()));
      assertThat(listed).as("%s in the help of %s", option, command.name()).isEqualTo(expected);
    }
  }

  @Test
  void everyOptionIsTakenBySomeCommand() {
    Set<Option> unused = EnumSet.allOf(Option.class);
    commands().forEach(command -> unused.removeAll(taken(command)));
    assertThat(unused).isEmpty();
  }

  /** The value of an option before the command's name is not taken for the name. */
  @ParameterizedTest
  @EnumSource
  void anOptionMayStandBeforeTheCommand(Option option) {
    Command<?> command =
        commands().filter(c -> taken(c).contains(option)).findFirst().orElseThrow();
    for (String name : option.names()) {
      List<String> line = new ArrayList<>(List.of(name));
      if (option.takes() != Option.Takes.NOTHING) {
        line.add("catalog");
      }
      line.add(command.name());
      if (option != Option.HELP) {
        line.add("--help");
      }
      String help = CommandResult.of(line.toArray(String[]::new)).succeeds().stdout();
      if (option != Option.VERSION) {
        assertThat(help).startsWith("Usage: stargate-calc " + command.name());
      }
    }
  }
}
