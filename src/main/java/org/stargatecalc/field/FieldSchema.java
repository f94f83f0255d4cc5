package org.stargatecalc.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of documents, made from the fields of what they hold. */
public final class FieldSchema {
  private final Map<String, Data> definitions = new LinkedHashMap<>();
  private final Map<String, Fields<?>> records = new HashMap<>();

  private FieldSchema() {}

  /**
   * Returns the schema of a document.
   *
   * @param id the name that documents give it
   * @param title what writes them
   * @param choices what such a document is one of, at least one
   */
  public static Data of(String id, String title, List<Fields<?>> choices) {
    FieldSchema schema = new FieldSchema();
    Data.Builder root =
        JsonSchema.schema()
            .put("$schema", Data.text(JsonSchema.DRAFT))
            .put("$id", JsonSchema.id(id))
            .put("title", Data.text(title));
    List<Data> references = choices.stream().map(schema::reference).toList();
    if (references.size() == 1) {
      ((Data.Members) references.get(0)).members().forEach(m -> root.put(m.key(), m.value()));
    } else {
      root.put("oneOf", new Data.Items(references));
    }
    List<Data.Member> members = new ArrayList<>();
    schema.definitions.forEach((name, data) -> members.add(JsonSchema.property(name, data)));
    return root.put("$defs", new Data.Members(members)).build();
  }

  private Data reference(Fields<?> fields) {
    Fields<?> known = records.putIfAbsent(fields.name(), fields);
    if (known == null) {
      // the name first, so that what a record holds stands behind it
      definitions.put(fields.name(), Data.NULL);
      definitions.put(fields.name(), record(fields));
    } else if (known != fields) {
      throw new IllegalStateException("two records are called " + fields.name());
    }
    return JsonSchema.reference(fields.name());
  }

  private Data record(Fields<?> fields) {
    List<Data.Member> properties = new ArrayList<>();
    List<Data.Member> patterns = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (Field<?> field : fields.all()) {
      if (!field.isInDocuments()) {
        continue;
      }
      if (field.isPerPercentile()) {
        patterns.add(JsonSchema.property(field.pattern(), property(field)));
        continue;
      }
      properties.add(JsonSchema.property(field.id(), property(field)));
      if (field.presence() == Presence.ALWAYS) {
        required.add(field.id());
      }
    }
    Data.Builder record =
        JsonSchema.schema()
            .put("type", Data.text("object"))
            .put("properties", new Data.Members(properties));
    if (!patterns.isEmpty()) {
      record.put("patternProperties", new Data.Members(patterns));
    }
    return record.put("required", JsonSchema.texts(required)).build();
  }

  private Data property(Field<?> field) {
    String meaning =
        field.unit().isEmpty() ? field.meaning() : field.meaning() + " [" + field.unit() + "]";
    FieldType type = field.type();
    return switch (type.kind()) {
      case TEXT -> typed(meaning, type, "string");
      case DATE -> date(meaning, type);
      case NUMBER -> typed(meaning, type, "number");
      case WHOLE -> typed(meaning, type, "integer");
      case NUMBER_OR_TEXT -> typed(meaning, type, "number", "string");
      case TRUTH -> typed(meaning, type, "boolean");
      case WORD -> words(meaning, type);
      case TEXTS -> JsonSchema.list(JsonSchema.ofType("string"), meaning);
      case RECORD -> record(meaning, type);
      case RECORDS -> JsonSchema.list(orNull(reference(type.of().orElseThrow()), type), meaning);
    };
  }

  private static Data typed(String meaning, FieldType type, String... types) {
    return JsonSchema.typed(meaning, types(type, types));
  }

  private static String[] types(FieldType type, String... types) {
    List<String> all = new ArrayList<>(List.of(types));
    if (type.nullable()) {
      all.add("null");
    }
    return all.toArray(String[]::new);
  }

  private static Data date(String meaning, FieldType type) {
    return JsonSchema.schema()
        .put("type", JsonSchema.types(types(type, "string")))
        .put("format", Data.text("date"))
        .put("description", Data.text(meaning))
        .build();
  }

  private static Data words(String meaning, FieldType type) {
    List<Data> words = new ArrayList<>();
    type.words().forEach(word -> words.add(Data.text(word)));
    if (type.nullable()) {
      words.add(Data.NULL);
    }
    return JsonSchema.schema()
        .put("enum", new Data.Items(words))
        .put("description", Data.text(meaning))
        .build();
  }

  private Data record(String meaning, FieldType type) {
    Fields<?> fields = type.of().orElseThrow();
    if (!type.nullable()) {
      reference(fields);
      return JsonSchema.reference(fields.name(), meaning);
    }
    return JsonSchema.schema()
        .put("anyOf", JsonSchema.items(reference(fields), JsonSchema.ofType("null")))
        .put("description", Data.text(meaning))
        .build();
  }

  private static Data orNull(Data record, FieldType type) {
    return type.nullable() ? JsonSchema.anyOf(record, JsonSchema.ofType("null")) : record;
  }
}
