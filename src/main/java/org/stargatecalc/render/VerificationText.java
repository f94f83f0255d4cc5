package org.stargatecalc.render;

import java.util.stream.Collectors;
import org.stargatecalc.report.Verification;

/** A check's result in one line. */
public final class VerificationText {
  private VerificationText() {}

  /** Returns what was measured against what, and why it matters. */
  public static String of(Verification verification) {
    String says =
        verification.says().stream()
            .map(CellText::of)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    String message = Printable.of(verification.message());
    return message.isEmpty() || says.isEmpty() ? says + message : says + " · " + message;
  }
}
