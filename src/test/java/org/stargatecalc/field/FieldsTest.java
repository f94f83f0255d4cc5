package org.stargatecalc.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** One declaration gives key, column and schema. */
class FieldsTest {
  private record Part(String name) {}

  private record Thing(
      String id, double size, Optional<LocalDate> day, boolean good, double extra, Part part) {}

  private static final Fields<Part> PART =
      Fields.of("part", Field.text("name", "name", Part::name));

  private static final Fields<Thing> THING =
      Fields.of(
          "thing",
          Field.text("id", "id of it", (Thing t) -> t.id()).column("thing"),
          Field.text("unit", "of its size", (Thing t) -> "m").columnAfter("size"),
          Field.numberOrNaN("size", "how large", (Thing t) -> t.size()).in("m"),
          Field.optionalDate("day", "when", Thing::day),
          Field.truth("good", "whether it is", Thing::good),
          Field.numberOrNaN("extra", "more", (Thing t) -> t.extra())
              .only(Presence.WHERE_KNOWN)
              .notInTables(),
          Field.numberOrNaN("chance", "share", (Thing t) -> 0.5).only(Presence.WITH_DRAWS),
          Field.quantile("size", "at a percentile", (t, percentile) -> t.size() * percentile),
          Fields.record("part", PART, "what is in it", Thing::part),
          Field.text("note", "for tables", (Thing t) -> "n").onlyInTables());

  private static final Thing BIG =
      new Thing("big", 2, Optional.of(LocalDate.of(2026, 1, 31)), true, 7, new Part("p"));
  private static final Thing NONE =
      new Thing("none", Double.NaN, Optional.empty(), false, Double.NaN, new Part("q"));

  private static List<String> keys(Data.Members document) {
    return document.members().stream().map(Data.Member::key).toList();
  }

  private static List<String> columns(DataTable table) {
    return table.columns().stream().map(DataTable.Column::id).toList();
  }

  private static Data at(Data.Members document, String key) {
    return document.members().stream()
        .filter(member -> member.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aRunWithoutDrawsSaysNothingOfThem() {
    Data.Members document = THING.ofRun(Optional.empty()).document(BIG);
    assertThat(keys(document))
        .containsExactly("id", "unit", "size", "day", "good", "extra", "part");
    assertThat(columns(THING.ofRun(Optional.empty()).table(List.of(BIG))))
        .containsExactly("thing", "size", "unit", "day", "good", "note");
  }

  @Test
  void aRunWithDrawsHasAFieldForEachOfItsPercentiles() {
    Fields<Thing> run = THING.ofRun(Optional.of(List.of(5, 95)));
    Data.Members document = run.document(BIG);
    assertThat(keys(document)).containsSubsequence("chance", "size_p05", "size_p95", "part");
    assertThat(at(document, "size_p05")).isEqualTo(Data.number(10));
    assertThat(at(document, "size_p95")).isEqualTo(Data.number(190));
    assertThat(columns(run.table(List.of(BIG)))).contains("chance", "size_p05", "size_p95");
  }

  @Test
  void whatIsUndefinedIsNullAndWhatIsOnlySometimesKnownIsLeftOut() {
    Data.Members document = THING.ofRun(Optional.empty()).document(NONE);
    assertThat(keys(document)).containsExactly("id", "unit", "size", "day", "good", "part");
    assertThat(at(document, "size")).isEqualTo(Data.NULL);
    assertThat(at(document, "day")).isEqualTo(Data.NULL);
    assertThat(at(document, "good")).isEqualTo(new Data.Truth(false));
    assertThat(keys((Data.Members) at(document, "part"))).containsExactly("name");
  }

  @Test
  void tablesHaveTheSameValues() {
    DataTable table = THING.ofRun(Optional.empty()).table(List.of(BIG, NONE));
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns().get(1)).isEqualTo(DataTable.Column.number("size"));
    assertThat(table.number(0, 1)).isEqualTo(2);
    assertThat(table.number(1, 1)).isNaN();
    assertThat(table.text(0, 0)).contains("big");
    assertThat(table.text(0, 3)).contains("2026-01-31");
    assertThat(table.text(1, 3)).isEmpty();
    assertThat(table.text(0, 4)).contains("yes");
    assertThat(table.text(1, 4)).isEmpty();
    DataTable labelled = DataTable.labelled(List.of(new DataTable.Label("scenario", "s")), table);
    assertThat(columns(labelled)).startsWith("scenario", "thing", "size");
    assertThat(labelled.text(1, 0)).contains("s");
    assertThat(labelled.text(1, 1)).contains("none");
    assertThat(labelled.number(0, 2)).isEqualTo(2);
    assertThat(labelled.rows()).isEqualTo(2);
  }

  @Test
  void fieldsOfAnInnerRecordAreThoseOfTheOuter() {
    record Outer(Thing thing) {}
    Fields<Outer> outer = THING.<Outer>of("outer", Outer::thing).ofRun(Optional.of(List.of(50)));
    assertThat(at(outer.document(new Outer(BIG)), "size_p50")).isEqualTo(Data.number(100));
    assertThat(outer.name()).isEqualTo("outer");
    assertThat(keys(THING.without("less", "id", "day").document(BIG))).doesNotContain("id", "day");
  }

  @Test
  void theSchemaRequiresWhatIsAlwaysThere() {
    Data.Members schema =
        (Data.Members) FieldSchema.of("stargate-calc/thing/v1", "A thing", List.of(THING));
    assertThat(at(schema, "$id")).isEqualTo(Data.text("urn:stargate-calc:thing:v1"));
    Data.Members thing = (Data.Members) at((Data.Members) at(schema, "$defs"), "thing");
    assertThat(at(thing, "required"))
        .isEqualTo(JsonSchema.texts(List.of("id", "unit", "size", "day", "good", "part")));
    assertThat(keys((Data.Members) at(thing, "properties")))
        .containsExactly("id", "unit", "size", "day", "good", "extra", "chance", "part");
    assertThat(keys((Data.Members) at(thing, "patternProperties")))
        .containsExactly("^size_p(0[1-9]|[1-9][0-9])$");
    Data.Members size = (Data.Members) at((Data.Members) at(thing, "properties"), "size");
    assertThat(at(size, "type")).isEqualTo(JsonSchema.texts(List.of("number", "null")));
    assertThat(at(size, "description")).isEqualTo(Data.text("how large [m]"));
  }

  @Test
  void twoRecordsOfOneNameAreAMistakeInADeclaration() {
    Fields<Thing> twice =
        Fields.of(
            "twice",
            Fields.record("one", PART, "one", Thing::part),
            Fields.record(
                "two",
                Fields.of("part", Field.text("other", "other", Part::name)),
                "two",
                Thing::part));
    assertThatThrownBy(() -> FieldSchema.of("s", "t", List.of(twice)))
        .hasMessageContaining("two records are called part");
  }

  @Test
  void everyKindOfFieldFindsItsValue() {
    assertThat(Field.word("w", List.of("a", "b"), "m", (Thing t) -> "a").value(BIG))
        .isEqualTo(Data.text("a"));
    assertThat(
            Field.optionalWord("w", List.of("a"), "m", (Thing t) -> Optional.<String>empty())
                .value(BIG))
        .isEqualTo(Data.NULL);
    assertThat(Field.optionalText("t", "m", (Thing t) -> Optional.of("")).value(BIG))
        .isEqualTo(Data.NULL);
    assertThat(Field.optionalNumber("n", "m", (Thing t) -> OptionalDouble.empty()).number(BIG))
        .isNaN();
    Field<Thing> whole = Field.whole("n", "m", t -> 3);
    assertThat(whole.value(BIG)).isEqualTo(new Data.Whole(3));
    assertThat(whole.number(BIG)).isEqualTo(3);
    assertThat(Field.optionalTruth("n", "m", (Thing t) -> Optional.<Boolean>empty()).value(BIG))
        .isEqualTo(Data.NULL);
    assertThat(Field.texts("n", "m", (Thing t) -> List.of("x")).value(BIG))
        .isEqualTo(new Data.Items(List.of(Data.text("x"))));
    assertThat(
            Fields.optionalRecord("n", PART, "m", (Thing t) -> Optional.<Part>empty()).value(BIG))
        .isEqualTo(Data.NULL);
    assertThat(
            Fields.optionalRecords(
                    "n", PART, "m", (Thing t) -> List.of(Optional.of(t.part()), Optional.empty()))
                .value(BIG))
        .isEqualTo(new Data.Items(List.of(PART.document(BIG.part()), Data.NULL)));
    assertThat(Field.quantileDate("d", "m", (Thing t, int percentile) -> t.day()).at(5).text(BIG))
        .contains("2026-01-31");
    assertThat(Field.<Thing>quantile("d", "m", (t, p) -> 1.0).writtenId()).isEqualTo("d_pNN");
  }
}
