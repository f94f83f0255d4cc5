package org.stargatecalc.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.input.ValueReader;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.Domain;
import org.stargatecalc.quantity.Scale;
import org.stargatecalc.tree.MappingReader;
import org.stargatecalc.tree.Node;
import org.stargatecalc.tree.Problems;

/** Reads the dated power and the counted chips of a site in a user's record. */
final class SitePointReader {
  private final ValueReader values;
  private final Problems problems;

  SitePointReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Reads a list of points of a vintage. */
  List<SiteCapacity> capacity(Node node, String path, LocalDate vintage) {
    Set<LocalDate> dates = new HashSet<>();
    return list(
        node,
        path,
        "a list of dated points",
        "a mapping with date and power",
        (reader, at) -> {
          Optional<SiteCapacity> point = point(reader, at, vintage);
          point
              .filter(p -> p.kind() != SiteCapacity.Kind.ANNOUNCED && !dates.add(p.date()))
              .ifPresent(
                  p ->
                      problems.error(
                          reader.location(),
                          at,
                          "found " + p.date() + " a second time",
                          "each date once"));
          return point;
        });
  }

  /** Reads every item of a list that can be read. */
  private <T> List<T> list(
      Node node,
      String path,
      String expected,
      String item,
      BiFunction<MappingReader, String, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    if (!(node instanceof Node.Sequence list)) {
      problems.error(node.location(), path, "found " + node.describe(), expected);
      return all;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String at = path + "[" + i + "]";
      MappingReader.open(list.items().get(i), at, item, problems)
          .flatMap(reader -> read.apply(reader, at))
          .ifPresent(all::add);
    }
    return all;
  }

  private Optional<SiteCapacity> point(MappingReader reader, String path, LocalDate vintage) {
    Optional<LocalDate> date = date(reader, path);
    OptionalDouble it = number(reader, "it_power", path, Dimension.POWER, Scale.MEGA);
    OptionalDouble facility = number(reader, "facility_power", path, Dimension.POWER, Scale.MEGA);
    OptionalDouble h100e = number(reader, "h100_equivalents", path, Dimension.COUNT, 1);
    OptionalDouble capex = number(reader, "capex", path, Dimension.MONEY, Scale.GIGA);
    SiteCapacity.Kind kind =
        values
            .word(reader.take("kind"), path + ".kind", SiteCapacity.Kind.values())
            .orElse(SiteCapacity.Kind.ESTIMATED);
    if (!reader.has("it_power") && !reader.has("facility_power")) {
      problems.error(
          reader.location(),
          path,
          "found no power",
          "facility_power, it_power or both, such as 1 GW");
    }
    reader.finish();
    Optional<LocalDate> of =
        kind == SiteCapacity.Kind.ANNOUNCED ? Optional.empty() : Optional.of(vintage);
    return date.map(d -> new SiteCapacity(of, d, it, facility, h100e, capex, kind));
  }

  /** Reads a list of counted chips of a vintage. */
  List<SiteChips> chips(Node node, String path, LocalDate vintage) {
    return list(
        node,
        path,
        "a list of counted chips",
        "a mapping with date, type and count",
        (reader, at) -> chip(reader, at, vintage));
  }

  private Optional<SiteChips> chip(MappingReader reader, String path, LocalDate vintage) {
    Optional<LocalDate> date = date(reader, path);
    Optional<String> type =
        values.text(reader.require("type", "the chip in words, such as TPU v6e"), path + ".type");
    boolean counted = reader.has("count");
    OptionalDouble count = number(reader, "count", path, Dimension.COUNT, 1);
    if (!counted) {
      problems.error(reader.location(), path, "found no key 'count'", "a number of chips");
    }
    Optional<String> known = values.text(reader.take("known"), path + ".known");
    reader.finish();
    return date.isPresent() && type.isPresent() && count.isPresent()
        ? Optional.of(
            new SiteChips(vintage, date.get(), type.get(), count.getAsDouble(), known.orElse("")))
        : Optional.empty();
  }

  private Optional<LocalDate> date(MappingReader reader, String path) {
    return values
        .date(reader.require("date", "a date such as 2026-11-01"), path + ".date")
        .map(PartialDate::last);
  }

  private OptionalDouble number(
      MappingReader reader, String key, String path, Dimension dimension, double perUnit) {
    Optional<Node> node = reader.take(key);
    if (node.isEmpty()) {
      return OptionalDouble.empty();
    }
    String at = path + "." + key;
    return values.number(node.get(), at, dimension, Domain.NOT_NEGATIVE, 1).stream()
        .filter(
            value -> {
              if (!value.isCertain()) {
                problems.error(
                    node.get().location(), at, "found " + node.get().describe(), "one number");
              }
              return value.isCertain();
            })
        .mapToDouble(value -> value.median() / perUnit)
        .findFirst();
  }
}
