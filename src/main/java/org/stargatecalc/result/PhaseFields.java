package org.stargatecalc.result;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.field.Field;
import org.stargatecalc.field.Fields;
import org.stargatecalc.projection.PhaseItem;

/** What is told of a phase, or of a site, in a period. */
public final class PhaseFields {
  /** Of a phase. */
  public static final Fields<PhaseValues> PHASE = Fields.of("phase_period", fields(true));

  /** Of all phases at a site. */
  public static final Fields<PhaseValues> SITE = Fields.of("site_period", fields(false));

  private PhaseFields() {}

  private static List<Field<PhaseValues>> fields(boolean ofPhase) {
    List<Field<PhaseValues>> fields = new ArrayList<>();
    if (ofPhase) {
      fields.add(Field.text("phase", "id of the phase", row -> row.phase().orElse("")));
    }
    fields.add(Field.text("site", "id of the site", PhaseValues::site));
    fields.add(Field.date("period_end", "last day of the period", PhaseValues::end));
    for (PhaseItem item : PhaseItem.values()) {
      String meaning = item.label() + (item.isFlow() ? " in the period" : " at its end");
      fields.add(
          Field.<PhaseValues>numberOrNaN(item.id(), meaning, row -> row.value(item))
              .in(item.unit().symbol()));
    }
    return fields;
  }
}
