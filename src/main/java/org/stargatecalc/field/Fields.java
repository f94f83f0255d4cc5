package org.stargatecalc.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All fields of a record in their order.
 *
 * @param <T> the record
 */
public final class Fields<T> {
  private final String name;
  private final List<Field<T>> all;

  private Fields(String name, List<Field<T>> all) {
    this.name = name;
    this.all = List.copyOf(all);
  }

  /**
   * Declares a record.
   *
   * @param name what one record is, as the schema calls it
   */
  @SafeVarargs
  public static <T> Fields<T> of(String name, Field<T>... fields) {
    List<Field<T>> all = new ArrayList<>();
    for (Field<T> field : fields) {
      all.add(field);
    }
    return new Fields<>(name, all);
  }

  /**
   * Declares a record.
   *
   * @param name what one record is, as the schema calls it
   */
  public static <T> Fields<T> of(String name, List<Field<T>> fields) {
    return new Fields<>(name, fields);
  }

  /** Returns what one record is, as the schema calls it. */
  public String name() {
    return name;
  }

  /** Returns the fields in their order. */
  public List<Field<T>> all() {
    return all;
  }

  /** Returns these fields without those of some names, under a name of their own. */
  public Fields<T> without(String newName, String... ids) {
    Set<String> left = Set.of(ids);
    return new Fields<>(newName, all.stream().filter(field -> !left.contains(field.id())).toList());
  }

  /** Returns these fields and more behind them. */
  @SafeVarargs
  public final Fields<T> and(Field<T>... more) {
    List<Field<T>> both = new ArrayList<>(all);
    for (Field<T> field : more) {
      both.add(field);
    }
    return new Fields<>(name, both);
  }

  /** Returns these fields and more behind them. */
  public Fields<T> and(List<Field<T>> more) {
    List<Field<T>> both = new ArrayList<>(all);
    both.addAll(more);
    return new Fields<>(name, both);
  }

  /** Returns these fields of another record, which holds the one that they are told of. */
  public <S> Fields<S> of(String newName, Function<S, T> inner) {
    return new Fields<>(newName, all.stream().map(field -> field.of(inner)).toList());
  }

  /**
   * Returns the fields that a run has: of one with draws one for each of its percentiles, of one
   * without none that speaks of draws.
   *
   * @param percentiles of the draws; empty for a run without
   */
  public Fields<T> ofRun(Optional<List<Integer>> percentiles) {
    List<Field<T>> there = new ArrayList<>();
    for (Field<T> field : all) {
      if (field.isPerPercentile()) {
        percentiles.orElse(List.of()).forEach(p -> there.add(field.at(p)));
      } else if (percentiles.isPresent() || field.presence() != Presence.WITH_DRAWS) {
        there.add(field);
      }
    }
    return new Fields<>(name, there);
  }

  /** Returns a record for programs. */
  public Data.Members document(T row) {
    Data.Builder document = Data.Members.builder();
    for (Field<T> field : all) {
      if (field.isInDocuments()) {
        Data value = field.value(row);
        if (field.presence() != Presence.WHERE_KNOWN || !(value instanceof Data.Null)) {
          document.put(field.id(), value);
        }
      }
    }
    return document.build();
  }

  /** Returns a list of records for programs. */
  public Data documents(Collection<T> rows) {
    return new Data.Items(rows.stream().<Data>map(this::document).toList());
  }

  /** Returns records as a table for spreadsheets. */
  public DataTable table(List<T> rows) {
    return new FieldTable<>(columns(), rows);
  }

  /** Returns those fields that tables have, in the order of their columns. */
  private List<Field<T>> columns() {
    List<Field<T>> columns = new ArrayList<>();
    for (Field<T> field : all) {
      if (field.isInTables() && field.after().isEmpty()) {
        columns.add(field);
        for (Field<T> follower : all) {
          if (follower.isInTables() && follower.after().equals(field.id())) {
            columns.add(follower);
          }
        }
      }
    }
    return columns;
  }

  // ---- records inside records ----

  /** Creates a field of a record inside another. */
  public static <T, U> Field<T> record(
      String id, Fields<U> fields, String meaning, Function<T, U> of) {
    return Field.plain(
        id,
        FieldType.record(FieldType.Kind.RECORD, fields),
        meaning,
        row -> fields.document(of.apply(row)));
  }

  /** Creates a field of a record inside another that may be missing. */
  public static <T, U> Field<T> optionalRecord(
      String id, Fields<U> fields, String meaning, Function<T, Optional<U>> of) {
    return Field.plain(
        id,
        FieldType.record(FieldType.Kind.RECORD, fields).orNull(),
        meaning,
        row -> of.apply(row).<Data>map(fields::document).orElse(Data.NULL));
  }

  /** Creates a field of a list of records. */
  public static <T, U> Field<T> records(
      String id, Fields<U> fields, String meaning, Function<T, List<U>> of) {
    return records(id, fields, meaning, row -> fields, of);
  }

  /** Creates a field of a list of records that only some documents have; none in tables. */
  public static <T, U> Field<T> recordsWhereKnown(
      String id, Fields<U> fields, String meaning, Function<T, Optional<List<U>>> of) {
    return Field.<T>plain(
            id,
            FieldType.record(FieldType.Kind.RECORDS, fields),
            meaning,
            row -> of.apply(row).map(fields::documents).orElse(Data.NULL))
        .only(Presence.WHERE_KNOWN)
        .notInTables();
  }

  /**
   * Creates a field of a list of records, any of which may be missing.
   *
   * @param of the records in their order, empty for one that is missing
   */
  public static <T, U> Field<T> optionalRecords(
      String id, Fields<U> fields, String meaning, Function<T, List<Optional<U>>> of) {
    return Field.plain(
        id,
        FieldType.record(FieldType.Kind.RECORDS, fields).orNull(),
        meaning,
        row ->
            new Data.Items(
                of.apply(row).stream()
                    .map(one -> one.<Data>map(fields::document).orElse(Data.NULL))
                    .toList()));
  }

  /**
   * Creates a field of a list of records that do not always have all fields.
   *
   * @param fields those that there can be
   * @param run those that there are
   */
  public static <T, U> Field<T> records(
      String id,
      Fields<U> fields,
      String meaning,
      Function<T, Fields<U>> run,
      Function<T, List<U>> of) {
    return Field.plain(
        id,
        FieldType.record(FieldType.Kind.RECORDS, fields),
        meaning,
        row -> run.apply(row).documents(of.apply(row)));
  }

  /**
   * Creates a field of a list of records so long that one after the other is made.
   *
   * @param fields those that there can be
   * @param run those that there are
   */
  public static <T, U> Field<T> streamed(
      String id,
      Fields<U> fields,
      String meaning,
      Function<T, Fields<U>> run,
      Function<T, Iterable<U>> of) {
    return Field.plain(
        id,
        FieldType.record(FieldType.Kind.RECORDS, fields),
        meaning,
        row -> {
          Fields<U> there = run.apply(row);
          Iterable<U> all = of.apply(row);
          return new Data.Stream(out -> all.forEach(one -> out.accept(there.document(one))));
        });
  }
}
