package org.stargatecalc.report.compare;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Fields.records;

import org.stargatecalc.field.Fields;
import org.stargatecalc.report.InvalidFields;

/** What is told of the changes to a folder of scenarios. */
public final class ChangesFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/changes/v1";

  /** All that is said. */
  public static final Fields<ChangesReport> DOCUMENT =
      Fields.of(
          "changes",
          constant("schema", SCHEMA, "name of this form"),
          text("tool_version", "version that wrote it", ChangesReport::toolVersion),
          text("since", "the revision that the scenarios are compared with", ChangesReport::since),
          truth(
              "different",
              "whether results differ",
              changes ->
                  changes.changes().stream()
                      .anyMatch(change -> change.report().comparison().isDifferent())),
          whole("unchanged", "scenarios that did not change", ChangesReport::unchanged),
          records(
              "comparisons",
              CompareFields.DOCUMENT,
              "one a scenario that changed",
              changes -> changes.changes().stream().map(c -> c.report().document()).toList()),
          records(
              "invalid",
              InvalidFields.FILE,
              "files that were not compared",
              ChangesReport::invalid));

  private ChangesFields() {}
}
