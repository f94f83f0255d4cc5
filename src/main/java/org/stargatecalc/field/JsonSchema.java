package org.stargatecalc.field;

import java.util.Arrays;
import java.util.List;

/** The parts of which JSON Schemas are made. */
public final class JsonSchema {
  public static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private JsonSchema() {}

  /** The name of a document's schema as an absolute URI, which an id has to be. */
  public static Data id(String schema) {
    return Data.text("urn:" + schema.replace('/', ':'));
  }

  public static Data.Member property(String key, Data schema) {
    return new Data.Member(key, schema);
  }

  public static Data.Builder schema() {
    return Data.Members.builder();
  }

  public static Data reference(String name) {
    return schema().put("$ref", Data.text("#/$defs/" + name)).build();
  }

  /** A reference that says what it is for. */
  public static Data reference(String name, String description) {
    return schema()
        .put("$ref", Data.text("#/$defs/" + name))
        .put("description", Data.text(description))
        .build();
  }

  public static Data items(Data... items) {
    return new Data.Items(List.of(items));
  }

  public static Data texts(List<String> texts) {
    return new Data.Items(texts.stream().map(Data::text).toList());
  }

  public static Data types(String... types) {
    return types.length == 1 ? Data.text(types[0]) : texts(Arrays.asList(types));
  }

  /** A value of one type. */
  public static Data ofType(String type) {
    return schema().put("type", Data.text(type)).build();
  }

  public static Data typed(String description, String... types) {
    return schema().put("type", types(types)).put("description", Data.text(description)).build();
  }

  public static Data list(Data element, String description) {
    return schema()
        .put("type", Data.text("array"))
        .put("items", element)
        .put("description", Data.text(description))
        .build();
  }

  public static Data anyOf(Data... choices) {
    return schema().put("anyOf", items(choices)).build();
  }

  /** An object all of whose keys are required and to which a later version may add. */
  public static Data record(Data.Member... properties) {
    return schema()
        .put("type", Data.text("object"))
        .put("properties", new Data.Members(List.of(properties)))
        .put("required", texts(Arrays.stream(properties).map(Data.Member::key).toList()))
        .build();
  }

  /** An object that has no other keys. */
  public static Data closed(
      List<String> required, List<Data.Member> properties, Data.Member... more) {
    Data.Builder object =
        schema()
            .put("type", Data.text("object"))
            .put("properties", new Data.Members(properties))
            .put("additionalProperties", new Data.Truth(false));
    if (!required.isEmpty()) {
      object.put("required", texts(required));
    }
    for (Data.Member member : more) {
      object.put(member.key(), member.value());
    }
    return object.build();
  }
}
