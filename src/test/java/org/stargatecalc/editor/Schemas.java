package org.stargatecalc.editor;

import java.util.ArrayList;
import java.util.List;
import org.stargatecalc.data.CatalogReader;
import org.stargatecalc.report.schema.OutputSchemas;

/** Every schema that the program prints. */
final class Schemas {
  /** What editors read beside the standard. */
  static final List<String> KEYWORDS_OF_EDITORS =
      List.of(
          "markdownDescription",
          "markdownEnumDescriptions",
          "patternErrorMessage",
          "errorMessage",
          "defaultSnippets");

  private Schemas() {}

  static List<String> names() {
    List<String> names = new ArrayList<>(List.of("scenario", "overlay", "record"));
    names.addAll(new OutputSchemas(CatalogReader.baselines()).names());
    return names;
  }
}
