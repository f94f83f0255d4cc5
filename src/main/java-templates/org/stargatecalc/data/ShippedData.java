package org.stargatecalc.data;

/**
 * The shipped data files, which the build puts here from the resources of the catalogue.
 *
 * <p>A constant is at hand when the program starts. A file would have to be found in the jar, which
 * took a sixth of a short run: most of it for opening the jar a second time, from Java.
 */
final class ShippedData {
  private ShippedData() {}

  /**
   * Returns the text of a file.
   *
   * @throws IllegalStateException if there is no such file
   */
  static String text(String file) {
    return switch (file) {
      case "accelerators.csv" ->
          """
@accelerators.csv@""";
      case "baselines.csv" ->
          """
@baselines.csv@""";
      case "capex_by_year.csv" ->
          """
@capex_by_year.csv@""";
      case "chronology.csv" ->
          """
@chronology.csv@""";
      case "claims.csv" ->
          """
@claims.csv@""";
      case "defaults.csv" ->
          """
@defaults.csv@""";
      case "site_capacity.csv" ->
          """
@site_capacity.csv@""";
      case "sites.csv" ->
          """
@sites.csv@""";
      default -> throw new IllegalStateException("the program lacks its data file " + file);
    };
  }
}
