package org.stargatecalc.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One fact that is told of a record: what it is called, what it means and where it comes from.
 *
 * <p>Declared once, it is a key of documents, a column of tables, a property of the schema, a row
 * of the pages and, where it has a heading, a column or line for people.
 *
 * @param <T> the record
 */
public final class Field<T> {
  /**
   * How people are shown it.
   *
   * @param heading of its column or line
   * @param priority columns of a higher number are left out first where there is no room
   * @param display how its numbers are written
   */
  public record Shown(String heading, int priority, Display display) {}

  /** How it is found in a record; only what is told for every percentile heeds the percentile. */
  interface Reading<T> {
    Data of(T row, int percentile);
  }

  private static final String ANY_PERCENTILE = "_p(0[1-9]|[1-9][0-9])";

  private final String id;
  private final FieldType type;
  private final String meaning;
  private final Reading<T> reading;
  private String unit = "";
  private Presence presence = Presence.ALWAYS;
  private boolean perPercentile;
  private boolean inDocuments = true;
  private boolean inTables;
  private String column;
  private String after = "";
  private Optional<Shown> shown = Optional.empty();

  Field(String id, FieldType type, String meaning, Reading<T> reading) {
    this.id = id;
    this.type = type;
    this.meaning = meaning;
    this.reading = reading;
    this.column = id;
    this.inTables = type.isPlain();
  }

  private Field(Field<?> other, String id, String column, Reading<T> reading) {
    this(id, other.type, other.meaning, reading);
    this.unit = other.unit;
    this.presence = other.presence;
    this.perPercentile = other.perPercentile;
    this.inDocuments = other.inDocuments;
    this.inTables = other.inTables;
    this.column = column;
    this.after = other.after;
    this.shown = other.shown;
  }

  private Field<T> copy() {
    return new Field<>(this, id, column, reading);
  }

  // ---- kinds ----

  static <T> Field<T> plain(String id, FieldType type, String meaning, Function<T, Data> of) {
    return new Field<>(id, type, meaning, (row, percentile) -> of.apply(row));
  }

  /** Creates a field of any text. */
  public static <T> Field<T> text(String id, String meaning, Function<T, String> of) {
    return plain(id, FieldType.of(FieldType.Kind.TEXT), meaning, row -> Data.text(of.apply(row)));
  }

  /** Creates a field of any text that may be missing; an empty text is missing. */
  public static <T> Field<T> optionalText(
      String id, String meaning, Function<T, Optional<String>> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.TEXT).orNull(),
        meaning,
        row -> Data.textOrNull(of.apply(row).orElse("")));
  }

  /** Creates a field of one of a few words. */
  public static <T> Field<T> word(
      String id, List<String> words, String meaning, Function<T, String> of) {
    return plain(id, FieldType.word(words), meaning, row -> Data.text(of.apply(row)));
  }

  /** Creates a field of one of a few words that may be missing. */
  public static <T> Field<T> optionalWord(
      String id, List<String> words, String meaning, Function<T, Optional<String>> of) {
    return plain(id, FieldType.word(words).orNull(), meaning, row -> Data.text(of.apply(row)));
  }

  /** Creates a field that always says the same, as the name of a schema. */
  public static <T> Field<T> constant(String id, String word, String meaning) {
    return word(id, List.of(word), meaning, row -> word);
  }

  /** Creates a field of a date. */
  public static <T> Field<T> date(String id, String meaning, Function<T, LocalDate> of) {
    return plain(
        id, FieldType.of(FieldType.Kind.DATE), meaning, row -> Data.text(of.apply(row).toString()));
  }

  /** Creates a field of a date that may be missing. */
  public static <T> Field<T> optionalDate(
      String id, String meaning, Function<T, Optional<LocalDate>> of) {
    return plain(
        id, FieldType.of(FieldType.Kind.DATE).orNull(), meaning, row -> Data.date(of.apply(row)));
  }

  /** Creates a field of a number that is always defined. */
  public static <T> Field<T> number(String id, String meaning, ToDoubleFunction<T> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.NUMBER),
        meaning,
        row -> Data.number(of.applyAsDouble(row)));
  }

  /** Creates a field of a number that may be undefined, which is NaN. */
  public static <T> Field<T> numberOrNaN(String id, String meaning, ToDoubleFunction<T> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.NUMBER).orNull(),
        meaning,
        row -> Data.number(of.applyAsDouble(row)));
  }

  /** Creates a field of a number that may be missing. */
  public static <T> Field<T> optionalNumber(
      String id, String meaning, Function<T, OptionalDouble> of) {
    return numberOrNaN(id, meaning, row -> of.apply(row).orElse(Double.NaN));
  }

  /** Creates a field of a whole number. */
  public static <T> Field<T> whole(String id, String meaning, ToLongFunction<T> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.WHOLE),
        meaning,
        row -> new Data.Whole(of.applyAsLong(row)));
  }

  /** Creates a field of a whole number that may be missing. */
  public static <T> Field<T> optionalWhole(
      String id, String meaning, Function<T, OptionalLong> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.WHOLE).orNull(),
        meaning,
        row -> of.apply(row).isPresent() ? new Data.Whole(of.apply(row).getAsLong()) : Data.NULL);
  }

  /** Creates a field of a number, or of a word or date in its place. */
  public static <T> Field<T> numberOrText(String id, String meaning, Function<T, Data> of) {
    return plain(id, FieldType.of(FieldType.Kind.NUMBER_OR_TEXT), meaning, of);
  }

  /** Creates a field of a number, or of a word or date in its place, that may be missing. */
  public static <T> Field<T> optionalNumberOrText(String id, String meaning, Function<T, Data> of) {
    return plain(id, FieldType.of(FieldType.Kind.NUMBER_OR_TEXT).orNull(), meaning, of);
  }

  /** Creates a field of true or false. */
  public static <T> Field<T> truth(String id, String meaning, Predicate<T> of) {
    return plain(
        id, FieldType.of(FieldType.Kind.TRUTH), meaning, row -> new Data.Truth(of.test(row)));
  }

  /** Creates a field of true, false or neither. */
  public static <T> Field<T> optionalTruth(
      String id, String meaning, Function<T, Optional<Boolean>> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.TRUTH).orNull(),
        meaning,
        row -> of.apply(row).<Data>map(Data.Truth::new).orElse(Data.NULL));
  }

  /** Creates a field of a list of texts. */
  public static <T> Field<T> texts(String id, String meaning, Function<T, List<String>> of) {
    return plain(
        id,
        FieldType.of(FieldType.Kind.TEXTS),
        meaning,
        row -> new Data.Items(of.apply(row).stream().map(Data::text).toList()));
  }

  // ---- what more can be said of it ----

  /** Returns this field in a unit. */
  public Field<T> in(String itsUnit) {
    Field<T> copy = copy();
    copy.unit = itsUnit;
    return copy;
  }

  /** Returns this field where it is not in every document. */
  public Field<T> only(Presence itsPresence) {
    Field<T> copy = copy();
    copy.presence = itsPresence;
    return copy;
  }

  /** Returns this field without a column in tables. */
  public Field<T> notInTables() {
    Field<T> copy = copy();
    copy.inTables = false;
    return copy;
  }

  /** Returns this field with a column in tables alone. */
  public Field<T> onlyInTables() {
    Field<T> copy = copy();
    copy.inDocuments = false;
    return copy;
  }

  /** Returns this field under another name in tables. */
  public Field<T> column(String itsColumn) {
    Field<T> copy = copy();
    copy.column = itsColumn;
    return copy;
  }

  /** Returns this field with its column behind that of a later field. */
  public Field<T> columnAfter(String laterId) {
    Field<T> copy = copy();
    copy.after = laterId;
    return copy;
  }

  /** Returns this field with a heading for people, its numbers in a display form. */
  public Field<T> shown(String heading, int priority, Display display) {
    Field<T> copy = copy();
    copy.shown = Optional.of(new Shown(heading, priority, display));
    return copy;
  }

  /** Returns this field with a heading for people. */
  public Field<T> shown(String heading, int priority) {
    return shown(heading, priority, Display.PLAIN);
  }

  /** Returns this field of another record, which holds the one that it is told of. */
  public <S> Field<S> of(Function<S, T> inner) {
    return new Field<>(
        this, id, column, (row, percentile) -> reading.of(inner.apply(row), percentile));
  }

  /** Returns what this declaration tells of one percentile of a run, from 1 to 99. */
  public Field<T> at(int percentile) {
    String suffix = String.format(Locale.ROOT, "_p%02d", percentile);
    Field<T> copy =
        new Field<>(this, id + suffix, column + suffix, (row, any) -> reading.of(row, percentile));
    copy.perPercentile = false;
    return copy;
  }

  /** How a value of a percentile is found in a record. */
  public interface AtPercentile<T, V> {
    /** Returns the value of a percentile from 1 to 99. */
    V of(T row, int percentile);
  }

  private static <T> Field<T> perPercentile(
      String id, FieldType type, String meaning, Reading<T> reading) {
    Field<T> field = new Field<>(id, type, meaning, reading);
    field.perPercentile = true;
    field.presence = Presence.WITH_DRAWS;
    return field;
  }

  /** Creates a field of a number for every percentile of a run: {@code id_p05} and so on. */
  public static <T> Field<T> quantile(String id, String meaning, AtPercentile<T, Double> of) {
    return perPercentile(
        id,
        FieldType.of(FieldType.Kind.NUMBER).orNull(),
        meaning,
        (row, percentile) -> Data.number(of.of(row, percentile)));
  }

  /** Creates a field of a date for every percentile of a run: {@code id_p05} and so on. */
  public static <T> Field<T> quantileDate(
      String id, String meaning, AtPercentile<T, Optional<LocalDate>> of) {
    return perPercentile(
        id,
        FieldType.of(FieldType.Kind.DATE).orNull(),
        meaning,
        (row, percentile) -> Data.date(of.of(row, percentile)));
  }

  // ---- what was declared ----

  /** Returns its key in documents. */
  public String id() {
    return id;
  }

  /** Returns its key as the pages write it: with {@code _pNN} where there is one a percentile. */
  public String writtenId() {
    return perPercentile ? id + "_pNN" : id;
  }

  /** Returns a pattern of its keys where there is one a percentile. */
  String pattern() {
    return "^" + id + ANY_PERCENTILE + "$";
  }

  /** Returns its unit, empty if it has none or another field names it. */
  public String unit() {
    return unit;
  }

  /** Returns what it holds. */
  public FieldType type() {
    return type;
  }

  /** Returns what it means, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Returns when there is such a field. */
  public Presence presence() {
    return presence;
  }

  /** Returns whether there is one for every percentile of a run. */
  public boolean isPerPercentile() {
    return perPercentile;
  }

  /** Returns whether documents have it. */
  public boolean isInDocuments() {
    return inDocuments;
  }

  /** Returns whether tables have it. */
  public boolean isInTables() {
    return inTables;
  }

  /** Returns how people are shown it, empty if they are not. */
  public Optional<Shown> shown() {
    return shown;
  }

  String after() {
    return after;
  }

  /** Returns its column in tables. */
  public DataTable.Column column() {
    return new DataTable.Column(column, type.isNumeric());
  }

  // ---- what a record says ----

  /** Returns its value in a record. */
  public Data value(T row) {
    return reading.of(row, 0);
  }

  /** Returns its number in a record; NaN if there is none. */
  public double number(T row) {
    Data value = value(row);
    double whole = value instanceof Data.Whole found ? found.value() : Double.NaN;
    return value instanceof Data.Number number ? number.value() : whole;
  }

  /** Returns its text in a record, empty if there is none. */
  public Optional<String> text(T row) {
    Data value = value(row);
    if (value instanceof Data.Text text) {
      return Optional.of(text.text());
    }
    boolean isTrue = value instanceof Data.Truth truth && truth.value();
    return isTrue ? Optional.of("yes") : Optional.empty();
  }
}
