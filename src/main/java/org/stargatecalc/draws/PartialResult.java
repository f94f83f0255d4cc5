package org.stargatecalc.draws;

import java.util.List;
import java.util.function.Function;
import org.stargatecalc.analysis.montecarlo.PartialRun;
import org.stargatecalc.field.Data;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.result.DrawnRun;

/** Some draws of a run as they are saved: a head that tells the run, then exact numbers. */
public final class PartialResult {
  private final PartialRun part;

  /** Takes draws as they are made. */
  public interface Taker {
    /**
     * Takes draws that follow those taken before.
     *
     * @param first number of the first draw
     * @param last number of the last draw
     * @param columns the value of a draw at {@code [column][draw - first]}
     */
    void take(int first, int last, double[][] columns);
  }

  /** Creates the result of a part, which is not drawn yet. */
  public PartialResult(PartialRun part) {
    this.part = part;
  }

  /** Returns which run this is a part of, and which part. */
  public Data head() {
    DrawnRun run = part.run();
    return Data.Members.builder()
        .put("schema", Data.text(DrawnRun.SCHEMA))
        .put("tool_version", Data.text(run.toolVersion()))
        .put(
            "scenario",
            Data.Members.builder()
                .put("name", Data.text(run.scenario()))
                .put("fingerprint", Data.text(run.fingerprint()))
                .build())
        .put("seed", new Data.Whole(run.seed()))
        .put("sampling", Data.text(run.sampling().id()))
        .put("samples", new Data.Whole(run.draws()))
        .put("first_draw", new Data.Whole(part.range().first()))
        .put("last_draw", new Data.Whole(part.range().last()))
        .put("metrics", texts(run.metrics(), Metric::id))
        .put("period_ends", texts(run.ends(), Object::toString))
        .put("claims", texts(run.claims(), id -> id))
        .build();
  }

  private static <T> Data texts(List<T> items, Function<T, String> text) {
    return new Data.Items(items.stream().map(text).map(Data::text).toList());
  }

  /** Makes the draws and hands them over in their order. */
  public void forEach(Taker taker) {
    part.forEach((range, columns) -> taker.take(range.first(), range.last(), columns));
  }
}
