package org.stargatecalc.render.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stargatecalc.field.Data;
import org.stargatecalc.field.DataTable;
import org.stargatecalc.render.Printable;
import org.stargatecalc.render.RenderOptions;
import org.stargatecalc.render.Renderer;
import org.stargatecalc.report.Report;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes the report's tree: numbers at full precision, nothing as null.
 *
 * <p>Numbers are written by Jackson's own shortest form, which is the same on every JDK.
 */
public final class JsonRenderer implements Renderer {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
          return new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectNameValueSpacing(Separators.Spacing.AFTER))
              .withArrayIndenter(indenter)
              .withObjectIndenter(indenter);
        }
      };

  @Override
  public void render(Report report, RenderOptions options, OutputStream out) throws IOException {
    write(report.document(), INDENTED, out);
  }

  /** Writes a tree in one line, with its line feed. */
  public static void writeLine(Data data, OutputStream out) throws IOException {
    write(data, ObjectWriteContext.empty(), out);
  }

  private static void write(Data data, ObjectWriteContext style, OutputStream out)
      throws IOException {
    try {
      JsonGenerator json = FACTORY.createGenerator(style, out);
      write(data, json);
      json.writeRaw('\n');
      json.flush();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Data data, JsonGenerator json) {
    if (data instanceof Data.Members object) {
      json.writeStartObject();
      for (Data.Member member : object.members()) {
        json.writeName(member.key());
        write(member.value(), json);
      }
      json.writeEndObject();
    } else if (data instanceof Data.Items list) {
      json.writeStartArray();
      list.items().forEach(item -> write(item, json));
      json.writeEndArray();
    } else if (data instanceof Data.Stream stream) {
      json.writeStartArray();
      stream.items().accept(item -> write(item, json));
      json.writeEndArray();
    } else if (data instanceof Data.Rows rows) {
      writeRows(rows.table(), json);
    } else if (data instanceof Data.Number number) {
      // adding 0 turns a negative zero into a plain one
      json.writeNumber(number.value() + 0.0);
    } else if (data instanceof Data.Whole whole) {
      json.writeNumber(whole.value());
    } else if (data instanceof Data.Truth truth) {
      json.writeBoolean(truth.value());
    } else if (data instanceof Data.Text text) {
      writeText(text.text(), json);
    } else {
      json.writeNull();
    }
  }

  /** Writes a text; what a terminal would obey or not show is written as an escape. */
  private static void writeText(String text, JsonGenerator json) {
    if (Printable.isPlain(text)) {
      json.writeString(text);
      return;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inPair = Character.isSurrogate(c);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (inPair || Printable.isHidden(c)) {
        String hex = Integer.toHexString(c);
        quoted.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        quoted.append(c);
      }
    }
    json.writeRawValue(quoted.append('"').toString());
  }

  private static void writeRows(DataTable table, JsonGenerator json) {
    List<DataTable.Column> columns = table.columns();
    json.writeStartArray();
    for (int row = 0; row < table.rows(); row++) {
      json.writeStartObject();
      for (int column = 0; column < columns.size(); column++) {
        json.writeName(columns.get(column).id());
        if (columns.get(column).numeric()) {
          double value = table.number(row, column);
          write(Data.number(value), json);
        } else {
          write(Data.text(table.text(row, column)), json);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
