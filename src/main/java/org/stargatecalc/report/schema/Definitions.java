package org.stargatecalc.report.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;

/** What a schema refers to, each written once: {@code $defs}. */
final class Definitions {
  private final Map<String, Data> byName = new LinkedHashMap<>();

  /** Returns a reference to a schema, which is made when it is asked for first. */
  Data reference(String name, Supplier<Data> schema) {
    if (!byName.containsKey(name)) {
      // the name first: a schema may refer to itself
      byName.put(name, Data.NULL);
      byName.put(name, schema.get());
    }
    return JsonSchema.reference(name);
  }

  /** Returns all of them, in the order in which they were asked for. */
  Data data() {
    List<Data.Member> members = new ArrayList<>();
    byName.forEach((name, schema) -> members.add(JsonSchema.property(name, schema)));
    return new Data.Members(members);
  }
}
