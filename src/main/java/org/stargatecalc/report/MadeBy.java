package org.stargatecalc.report;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.projection.ModelVersion;

/** By what an answer was made: who has that and the files gets the same again. */
public final class MadeBy {
  private MadeBy() {}

  /** Returns the foot of a page: the version of the model, then what else it takes, as draws. */
  public static Block foot(List<Block.Fact> more) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(
        Block.Fact.of("Model", Cell.words("version " + ModelVersion.CURRENT + " of the model")));
    facts.addAll(more);
    return new Block.Foot(facts);
  }
}
