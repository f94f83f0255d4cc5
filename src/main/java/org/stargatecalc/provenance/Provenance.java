package org.stargatecalc.provenance;

import java.util.Optional;

/**
 * Who says so, how sure that is, and as of when.
 *
 * @param source free text, empty if none was stated
 * @param confidence empty if none was stated
 * @param asOf the date of the information as written, empty if none was stated
 */
public record Provenance(
    Optional<String> source, Optional<Confidence> confidence, Optional<String> asOf) {
  /** Nothing was stated. */
  public static final Provenance NONE =
      new Provenance(Optional.empty(), Optional.empty(), Optional.empty());

  /** Creates a complete provenance. */
  public static Provenance of(String source, Confidence confidence, String asOf) {
    return new Provenance(Optional.of(source), Optional.of(confidence), Optional.of(asOf));
  }

  /** Returns this provenance with what it lacks taken from another. */
  public Provenance orElse(Provenance other) {
    return new Provenance(
        source.isPresent() ? source : other.source,
        confidence.isPresent() ? confidence : other.confidence,
        asOf.isPresent() ? asOf : other.asOf);
  }
}
