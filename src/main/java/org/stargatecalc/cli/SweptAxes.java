package org.stargatecalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.analysis.sweep.Axis;
import org.stargatecalc.analysis.sweep.Combinations;
import org.stargatecalc.analysis.sweep.ValuesReader;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.result.DrawRange;

/** Reads which combinations of values a command line asks for, and which part of them. */
final class SweptAxes {
  private SweptAxes() {}

  static Combinations of(Arguments arguments, long seed) throws UsageException {
    List<String> varied = arguments.texts(Option.VARY);
    if (varied.isEmpty()) {
      throw new UsageException(
          "sweep needs what is varied: add --vary PATH=VALUES, such as --vary pue='1.1..1.5 by"
              + " 0.1'");
    }
    if (arguments.has(Option.TOGETHER) && arguments.has(Option.SAMPLE)) {
      throw new UsageException("--together and --sample make rows differently: leave one out");
    }
    try {
      List<Axis> axes = new ArrayList<>();
      for (String text : varied) {
        axes.add(Axis.of(text));
      }
      if (arguments.has(Option.SAMPLE)) {
        int count = (int) arguments.whole(Option.SAMPLE, 0, 1, ValuesReader.MOST);
        return Combinations.sample(axes, count, seed);
      }
      return arguments.has(Option.TOGETHER) ? Combinations.together(axes) : Combinations.grid(axes);
    } catch (InvalidTextException fault) {
      throw new UsageException(
          Option.VARY + ": found " + fault.found() + "; expected " + fault.expected());
    }
  }

  /** Returns which of so many rows are asked for: all, or one of several nearly equal parts. */
  static DrawRange rows(Arguments arguments, int rows) throws UsageException {
    if (!arguments.has(Option.SHARD_OF_ROWS)) {
      return new DrawRange(0, rows - 1);
    }
    String text = arguments.text(Option.SHARD_OF_ROWS).orElse("");
    return PartOfRun.shard(text, rows, "combinations");
  }
}
