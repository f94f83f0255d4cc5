package org.stargatecalc.report.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stargatecalc.provenance.Confidence;
import org.stargatecalc.scenario.Assumption;

/**
 * Where an input was written, at which level, how sure it is and who says so; what was said of a
 * source once is not said again.
 */
final class SourceWords {
  private static final int LONG = 30;

  private final Place.Finder places;
  private final Set<String> said = new HashSet<>();

  SourceWords(Place.Finder places) {
    this.places = places;
  }

  /**
   * Returns the words on an input.
   *
   * @param isShown whether they are shown unasked, so that they count as said
   */
  String of(Assumption input, boolean isShown) {
    List<String> words = new ArrayList<>();
    Optional<Place> place = places.of(input.declaredAt());
    words.add(place.map(Place::toString).orElse(input.declaredAt()));
    words.add(input.origin().id());
    input
        .provenance()
        .confidence()
        .map(Confidence::id)
        .ifPresent(c -> words.add(c + " confidence"));
    input.provenance().asOf().ifPresent(date -> words.add("as of " + date));
    input.provenance().source().ifPresent(source -> words.add(source(source, isShown)));
    return String.join(" · ", words);
  }

  private String source(String source, boolean isShown) {
    boolean isNew = isShown ? said.add(source) : !said.contains(source);
    return isNew || source.length() < LONG ? source : "source as above";
  }
}
