package org.stargatecalc.tree;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Finds the word that somebody probably meant. */
public final class NearestWord {
  /** Words of the field that are not keys, and the key that says the same. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("gpus", "gpu_count"),
          Map.entry("chips", "gpu_count"),
          Map.entry("accelerators", "gpu_count"),
          Map.entry("count", "gpu_count"),
          Map.entry("chip", "gpu"),
          Map.entry("accelerator", "gpu"),
          Map.entry("watts", "watts_per_gpu"),
          Map.entry("gpu_watts", "watts_per_gpu"),
          Map.entry("gpu_power", "watts_per_gpu"),
          Map.entry("power_per_gpu", "watts_per_gpu"),
          Map.entry("tdp", "chip_tdp"),
          Map.entry("overhead", "system_overhead"),
          Map.entry("power", "facility_power"),
          Map.entry("capacity", "facility_power"),
          Map.entry("site_power", "facility_power"),
          Map.entry("start", "online"),
          Map.entry("date", "online"),
          Map.entry("go_live", "online"),
          Map.entry("split", "capex_split"),
          Map.entry("cost", "capex"),
          Map.entry("budget", "capex"),
          Map.entry("cost_per_gpu", "capex_per_gpu"),
          Map.entry("price_per_gpu", "capex_per_gpu"),
          Map.entry("electricity_price", "energy_price"),
          Map.entry("power_price", "energy_price"),
          Map.entry("utilization", "load_factor"),
          Map.entry("utilisation", "load_factor"),
          Map.entry("wacc", "discount_rate"),
          Map.entry("slip", "delay"),
          Map.entry("system", "training_system"),
          Map.entry("location", "site"),
          Map.entry("serving", "inference"),
          Map.entry("start_date", "from"),
          Map.entry("end", "to"),
          Map.entry("value", "at_least"),
          Map.entry("threshold", "at_least"),
          Map.entry("deadline", "by"));

  private NearestWord() {}

  /**
   * Returns the known word nearest to one that is not known, empty if none is near.
   *
   * @param word what was written
   * @param known what is allowed
   */
  public static String of(String word, Collection<String> known) {
    String folded = word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    String synonym = SYNONYMS.get(folded);
    if (synonym != null && known.contains(synonym)) {
      return synonym;
    }
    String best = "";
    int bestDistance = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int distance =
          distance(folded, candidate.toLowerCase(Locale.ROOT).replace('-', '_'), bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String first, String second, int limit) {
    if (Math.abs(first.length() - second.length()) >= limit) {
      return limit;
    }
    // What both begin and end with costs nothing; of paths that is most.
    int most = Math.min(first.length(), second.length());
    int start = 0;
    while (start < most && first.charAt(start) == second.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && first.charAt(first.length() - 1 - end) == second.charAt(second.length() - 1 - end)) {
      end++;
    }
    String a = first.substring(start, first.length() - end);
    String b = second.substring(start, second.length() - end);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        least = Math.min(least, edits[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        edits[i][j] = swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
      }
    }
    return edits[a.length()][b.length()];
  }
}
