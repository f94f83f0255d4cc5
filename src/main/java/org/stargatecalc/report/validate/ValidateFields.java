package org.stargatecalc.report.validate;

import static org.stargatecalc.field.Field.constant;
import static org.stargatecalc.field.Field.text;
import static org.stargatecalc.field.Field.texts;
import static org.stargatecalc.field.Field.truth;
import static org.stargatecalc.field.Field.whole;
import static org.stargatecalc.field.Fields.records;

import java.util.List;
import org.stargatecalc.field.Fields;
import org.stargatecalc.report.InvalidFields;
import org.stargatecalc.report.InvalidFile;

/** What is told of a validation. */
public final class ValidateFields {
  /** The schema of the document. */
  public static final String SCHEMA = "stargate-calc/validate/v1";

  /** One file that is a scenario. */
  static final Fields<ValidFile> FILE =
      Fields.of(
          "valid_file",
          text("file", "as the user named it", ValidFile::file),
          text("scenario", "id of the scenario", ValidFile::name),
          whole("phases", "how many it has", ValidFile::phases),
          texts("warnings", "what should be known", ValidFile::warnings));

  /** All that a validation says. */
  public static final Fields<Document> DOCUMENT =
      Fields.of(
          "validation",
          constant("schema", SCHEMA, "name of this form"),
          text("tool_version", "version that wrote it", Document::toolVersion),
          truth("valid", "whether every file is valid", document -> document.invalid().isEmpty()),
          records("scenarios", FILE, "those that are valid, in their order", Document::valid),
          records("invalid", InvalidFields.FILE, "those that are not", Document::invalid));

  private ValidateFields() {}

  /**
   * A validation.
   *
   * @param toolVersion the version that the document names
   * @param valid files that are scenarios
   * @param invalid files that are not
   */
  public record Document(String toolVersion, List<ValidFile> valid, List<InvalidFile> invalid) {
    /** Copies the lists. */
    public Document {
      valid = List.copyOf(valid);
      invalid = List.copyOf(invalid);
    }
  }
}
