package org.stargatecalc.render.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text may become at most, since nobody knows the reader's font.
 *
 * <p>Widths are those of DejaVu Sans 2.37, the widest of the usual fonts without serifs, in
 * thousandths of the font's size, for ASCII; anything else is taken for as wide as it is high.
 */
final class TextWidth {
  private static final int FIRST = ' ';
  private static final int OTHER = 1000;
  private static final int[] PLAIN =
      numbers(
          "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636"
              + " 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295"
              + " 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390"
              + " 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635"
              + " 411 521 392 634 592 818 592 592 525 636 337 636 838");
  private static final int[] BOLD =
      numbers(
          "348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696"
              + " 696 696 696 696 400 400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372"
              + " 372 775 637 995 837 850 733 850 770 720 682 812 774 1103 771 724 725 457 365 457"
              + " 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716"
              + " 493 595 478 712 652 924 645 652 582 712 365 712 838");

  private TextWidth() {}

  private static int[] numbers(String text) {
    String[] words = text.split(" ");
    int[] numbers = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Integer.parseInt(words[i]);
    }
    return numbers;
  }

  /** Returns the width of a line in the unit of the font's size. */
  static double of(String text, double size, boolean bold) {
    int[] table = bold ? BOLD : PLAIN;
    int sum = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int place = text.codePointAt(i) - FIRST;
      sum += place >= 0 && place < table.length ? table[place] : OTHER;
    }
    return sum * size / 1000;
  }

  /** Returns the width of a line of plain text in the usual size. */
  static double of(String text) {
    return of(text, Page.FONT, false);
  }

  /**
   * Returns a text in lines that are no wider than a limit: broken at spaces, or where a word alone
   * is too wide, after a hyphen or a dot, or anywhere.
   */
  static List<String> lines(String text, double size, boolean bold, double limit) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String longer = line.length() == 0 ? word : line + " " + word;
      if (of(longer, size, bold) <= limit) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (line.length() > 0) {
        lines.add(line.toString());
        line.setLength(0);
      }
      String rest = word;
      while (of(rest, size, bold) > limit) {
        int end = fitting(rest, size, bold, limit);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(rest);
    }
    if (line.length() > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** How much of a word that is too wide goes on a line. */
  private static int fitting(String word, double size, boolean bold, double limit) {
    int most = word.offsetByCodePoints(0, 1);
    while (most < word.length()
        && of(word.substring(0, word.offsetByCodePoints(most, 1)), size, bold) <= limit) {
      most = word.offsetByCodePoints(most, 1);
    }
    for (int end = most; end > most / 2; end--) {
      if ("-._/".indexOf(word.charAt(end - 1)) >= 0) {
        return end;
      }
    }
    return most;
  }
}
