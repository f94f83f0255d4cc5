package org.stargatecalc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** Finds an output that is also an input or another output, by whatever name, before it is lost. */
final class SameFile {
  private SameFile() {}

  /**
   * Refuses a command line that would write what it reads, or write one file twice.
   *
   * @throws UsageException naming the output
   */
  static void refuse(Command<?> command, Arguments arguments) throws UsageException {
    List<String> inputs = new ArrayList<>(arguments.texts(Option.OVERLAY));
    inputs.addAll(arguments.texts(Option.RECORD));
    if (command.operands().areFiles()) {
      inputs.addAll(arguments.operands());
    }
    List<String> outputs = new ArrayList<>();
    outputs.addAll(arguments.texts(Option.OUTPUT_TEXT));
    for (String target : arguments.texts(Option.OUTPUT)) {
      outputs.add(Target.file(target));
    }
    (arguments.has(Option.UPDATE_BASELINE) ? outputs : inputs)
        .addAll(arguments.texts(Option.BASELINE));
    for (int i = 0; i < outputs.size(); i++) {
      String output = outputs.get(i);
      for (String input : inputs) {
        if (areOne(output, input)) {
          throw new UsageException(read(output));
        }
      }
      refuseTwice(output, outputs.subList(0, i));
    }
  }

  /**
   * Refuses to write one file twice.
   *
   * @throws UsageException naming both
   */
  static void refuseTwice(String output, List<String> others) throws UsageException {
    for (String other : others) {
      if (areOne(output, other)) {
        throw new UsageException("-o: the same file is named twice: " + other + ", " + output);
      }
    }
  }

  /** Says that an output is an input. */
  static String read(String output) {
    return output + " is read by this run: write to another file";
  }

  /** Returns whether two names are those of one plain file, be it there or still to be made. */
  static boolean areOne(String one, String other) {
    if (isNoFile(one) || isNoFile(other)) {
      return false;
    }
    try {
      Path a = Paths.get(one);
      Path b = Paths.get(other);
      if (Files.exists(a) && Files.exists(b)) {
        return Files.isRegularFile(a) && Files.isSameFile(a, b);
      }
      return Links.way(a).end().equals(Links.way(b).end());
    } catch (InvalidPathException | IOException unreadable) {
      // opening it says what is wrong with it
      return false;
    }
  }

  private static boolean isNoFile(String name) {
    return name.equals("-") || name.isEmpty() || GitReference.isOne(name);
  }
}
