package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A file that cannot be judged.
 *
 * @param file as the user named it
 * @param faults what is wrong with it, at least one
 */
public record InvalidFile(String file, List<Fault> faults) {
  /** Copies the faults. */
  public InvalidFile {
    faults = List.copyOf(faults);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException(file + " has no fault");
    }
  }

  /**
   * Something wrong.
   *
   * @param file where it stands: the file itself, or one that it is made of
   * @param line 1-based, 0 if it has no place
   * @param column 1-based, 0 if it has no place
   * @param text what is wrong and what is expected, without the place
   */
  public record Fault(String file, int line, int column, String text) {}

  /** Returns the faults in the form that continuous integration reads. */
  public List<Verification> verifications() {
    List<Verification> all = new ArrayList<>();
    for (Fault fault : faults) {
      all.add(
          new Verification(
              file,
              fault.file(),
              fault.line(),
              fault.column(),
              "invalid",
              "validity",
              Verification.Outcome.INVALID,
              List.of(Cell.words(fault.text())),
              "",
              Double.POSITIVE_INFINITY));
    }
    return all;
  }

  /** Returns the faults as people read them. */
  public List<Block> blocks() {
    List<String> items = new ArrayList<>();
    for (Fault fault : faults) {
      String place =
          fault.line() == 0
              ? fault.file()
              : fault.file() + ":" + fault.line() + ":" + fault.column();
      items.add(place + ": " + fault.text());
    }
    return List.of(new Block.Heading(3, file + ": invalid"), new Block.Remarks(items));
  }
}
