package org.stargatecalc.data;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.stargatecalc.catalog.Site;
import org.stargatecalc.catalog.SiteCapacity;
import org.stargatecalc.catalog.SiteChips;
import org.stargatecalc.provenance.Confidence;

/** Writes an imported record as the file that {@code --record} reads. */
public final class RecordFile {
  private RecordFile() {}

  /** Returns the text of the file; read back over the same record it says the same. */
  public static String text(ImportedRecord record) {
    StringBuilder out = new StringBuilder();
    out.append("# Record of ")
        .append(record.sites().size())
        .append(
            " sites, made of Epoch AI's tables. It adds its vintage to older ones; newer give way.\n");
    out.append("points: add\n\nsites:\n");
    for (Site site : record.sites()) {
      out.append("  ").append(site.id()).append(":\n");
      line(out, "name", site.name());
      line(out, "owner", site.owner());
      line(out, "users", site.users());
      line(out, "chip_types", site.chipTypes());
      line(out, "country", site.country());
      line(out, "note", site.note());
      out.append("    stage: ").append(site.stage()).append('\n');
      if (!site.capacity().isEmpty()) {
        out.append("    as_of: ").append(record.vintage()).append('\n');
        line(out, "source", site.provenance().source().orElse(""));
        out.append("    confidence: ")
            .append(site.provenance().confidence().map(Confidence::id).orElse("low"))
            .append('\n');
        points(out, site);
      }
      chips(out, site);
    }
    return out.toString();
  }

  private static void points(StringBuilder out, Site site) {
    out.append("    capacity:\n");
    for (SiteCapacity point : site.capacity()) {
      out.append("      - {date: ").append(point.date());
      value(out, "it_power", point.itMw(), "", " MW");
      value(out, "facility_power", point.facilityMw(), "", " MW");
      value(out, "h100_equivalents", point.h100Equivalents(), "", "");
      value(out, "capex", point.capexUsdBn(), "$", "bn");
      out.append(", kind: ").append(point.kind().id()).append("}\n");
    }
  }

  private static void chips(StringBuilder out, Site site) {
    if (site.chips().isEmpty()) {
      return;
    }
    out.append("    chips:\n");
    for (SiteChips chips : site.chips()) {
      out.append("      - {date: ").append(chips.date());
      out.append(", type: ").append(quoted(chips.type()));
      value(out, "count", OptionalDouble.of(chips.count()), "", "");
      if (!chips.known().isEmpty()) {
        out.append(", known: ").append(quoted(chips.known()));
      }
      out.append("}\n");
    }
  }

  private static void line(StringBuilder out, String key, String text) {
    if (!text.isEmpty()) {
      out.append("    ").append(key).append(": ").append(quoted(text)).append('\n');
    }
  }

  private static void value(
      StringBuilder out, String key, OptionalDouble value, String before, String after) {
    if (value.isPresent()) {
      out.append(", ").append(key).append(": ").append(before);
      out.append(plain(value.getAsDouble())).append(after);
    }
  }

  /** Returns a number without an exponent. */
  static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Returns a text in double quotes, as YAML and JSON read it. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
        out.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
