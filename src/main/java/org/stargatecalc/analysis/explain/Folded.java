package org.stargatecalc.analysis.explain;

import java.util.List;
import java.util.Optional;

/** Several parts of a value as one. */
public final class Folded {
  private Folded() {}

  /**
   * Returns parts as one without parts of its own.
   *
   * @param parts at least one
   * @param unit of each of them
   * @param how they make up the whole: as a sum, or as the largest
   */
  public static Explained of(List<Explained> parts, String unit, Explained.How how) {
    boolean sum = how == Explained.How.SUM;
    double together = 0;
    boolean phases = true;
    for (Explained part : parts) {
      together = sum ? together + part.value() : Math.max(together, part.value());
      phases &= part.phase().isPresent();
    }
    String things = phases ? "phase" : "part";
    String name = parts.size() + " " + things + (parts.size() == 1 ? "" : "s") + " more";
    return new Explained(
        Explained.How.RESULT,
        parts.size() == 1 ? name : name + (sum ? ", together" : ", at most"),
        unit,
        together,
        1,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
