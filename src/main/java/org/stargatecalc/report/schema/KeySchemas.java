package org.stargatecalc.report.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stargatecalc.catalog.Accelerator;
import org.stargatecalc.catalog.Catalog;
import org.stargatecalc.catalog.DefaultValue;
import org.stargatecalc.catalog.UsualRange;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.JsonSchema;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.scenario.PhaseParameter;
import org.stargatecalc.scenario.PhaseWord;
import org.stargatecalc.scenario.ScenarioParameter;

/** One schema for each key of a parameter, with all that an editor says of it. */
final class KeySchemas {
  private final Catalog catalog;
  private final List<Editor.Word> sites;
  private final Definitions definitions;
  private final ValueSchemas values;

  KeySchemas(
      Catalog catalog, List<Editor.Word> sites, Definitions definitions, ValueSchemas values) {
    this.catalog = catalog;
    this.sites = sites;
    this.definitions = definitions;
    this.values = values;
  }

  /** Returns the schema of a number of a phase. */
  Data of(PhaseParameter parameter) {
    String key = parameter.key();
    return definitions.reference("key." + key, () -> number(parameter));
  }

  private Data number(PhaseParameter parameter) {
    String key = parameter.key();
    if (parameter.isDate()) {
      return described(
          key, parameter.meaning(), "a date, such as 2026-06 or Q3 2027", values.statedDate());
    }
    Measure measure = Measure.of(parameter);
    boolean steps = parameter.changesInSteps() && !PhaseParameter.SHARES.contains(parameter);
    Data number = steps ? values.steppedNumber(measure) : values.statedNumber(measure);
    boolean years = parameter.daysPerBareNumber() != 1;
    String bare =
        parameter.needsUnit()
            ? "with its unit"
            : "a bare number is in " + (years ? "years" : parameter.dimension().baseUnit());
    String more = steps ? "; may change in steps" : "";
    return described(key, parameter.meaning(), measure.words() + "; " + bare + more, number);
  }

  /** Returns the schema of a number of the whole scenario. */
  Data of(ScenarioParameter parameter) {
    Measure measure = Measure.uncertain(parameter.dimension(), parameter.domain());
    return described(
        parameter.key(),
        parameter.meaning(),
        measure.words() + "; a bare number is in " + parameter.dimension().baseUnit(),
        values.statedNumber(measure));
  }

  /** Returns the schema of a number of a chip of the scenario's own. */
  Data of(String key, PhaseParameter gives) {
    Measure measure = Measure.of(gives);
    return described(key, gives.meaning(), measure.words(), values.statedNumber(measure));
  }

  /** Returns the schema of a word of a phase. */
  Data of(PhaseWord word) {
    return definitions.reference("key." + word.key(), () -> word(word));
  }

  private Data word(PhaseWord word) {
    return switch (word.kind()) {
      // an id of the catalogue or of the scenario's own accelerators
      case ACCELERATOR ->
          described(
              word.key(),
              word.meaning(),
              "an id of the catalogue or of the scenario's own accelerators",
              proposed(chip()));
      case ID ->
          described(
              word.key(),
              word.meaning(),
              "an id",
              word == PhaseWord.SITE ? proposed(site()) : values.statedId());
      case CLOSED -> closed(word.key(), word.meaning(), word.words());
    };
  }

  /** Returns the schema of one of some words. */
  Data closed(String key, String meaning, List<String> words) {
    Data choice = JsonSchema.schema().put("enum", JsonSchema.texts(words)).build();
    String list = "one of " + String.join(", ", words);
    return described(key, meaning, list, values.statedChoice(choice));
  }

  /**
   * An id, of which some are proposed with a text each. Every value is one of them or none: an
   * editor never says that it should be one.
   */
  private Data proposed(Data known) {
    Data own = JsonSchema.schema().put("not", known).build();
    return Editor.with(
        values.statedId(), JsonSchema.property("anyOf", JsonSchema.items(known, own)));
  }

  private Data chip() {
    return definitions.reference(
        "chip",
        () ->
            Editor.words(
                chips(),
                "expected a chip that 'stargate-calc catalog accelerators' lists, or one of the"
                    + " scenario's own accelerators"));
  }

  private Data site() {
    return definitions.reference("site", () -> Editor.words(sites));
  }

  /** Returns the schema of a chip that is one of the catalogue's, alone or with who says so. */
  Data shippedChip() {
    return definitions.reference(
        "shipped-chip",
        () -> {
          Data one = chip();
          Data stated =
              JsonSchema.schema()
                  .put("type", Data.text("object"))
                  .put("properties", JsonSchema.schema().put("value", one).build())
                  .build();
          return JsonSchema.schema()
              .put("if", JsonSchema.ofType("object"))
              .put("then", stated)
              .put("else", one)
              .build();
        });
  }

  private List<Editor.Word> chips() {
    List<Editor.Word> chips = new ArrayList<>();
    for (Accelerator chip : catalog.accelerators().values()) {
      StringBuilder text = new StringBuilder(chip.title());
      chip.itWatts().ifPresent(w -> text.append(", ").append(whole(w)).append(" W of IT power"));
      chip.capexPerGpuUsd().ifPresent(c -> text.append(", $").append(whole(c)));
      if (!chip.available().isEmpty()) {
        text.append(", from ").append(chip.available());
      }
      chips.add(new Editor.Word(chip.id(), text.toString()));
    }
    return chips;
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /**
   * Returns a schema with what is said of its key.
   *
   * @param meaning what the key means
   * @param form what may be written
   */
  Data described(String key, String meaning, String form, Data schema) {
    Optional<String> standard = catalog.findDefault(key).map(DefaultValue::value);
    Optional<UsualRange> usual = catalog.usualRange(key);
    StringBuilder text = new StringBuilder(meaning);
    StringBuilder markdown = new StringBuilder(meaning).append("\n\n* ").append(form);
    standard.ifPresent(
        value -> {
          text.append("; default ").append(value);
          markdown.append("\n* default `").append(value).append('`');
        });
    usual.ifPresent(
        range ->
            markdown
                .append("\n* usually `")
                .append(range.low())
                .append("` to `")
                .append(range.high())
                .append('`'));
    return Editor.described(key, text.toString(), markdown.toString(), schema);
  }

  /** Returns the schema of a share of a split, which may be what the others leave. */
  Data share(PhaseParameter share) {
    Measure measure = Measure.uncertain(share.dimension(), Domain.SHARE);
    Data rest = JsonSchema.schema().put("const", Data.text("rest")).build();
    return Editor.described(
        share.key(),
        share.meaning() + "; " + measure.words() + ", or rest",
        JsonSchema.anyOf(values.statedNumber(measure), rest));
  }
}
