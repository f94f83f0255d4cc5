package org.stargatecalc.render.svg;

import org.stargatecalc.chart.Mark;

/**
 * The colours, and the sheet of styles that has them.
 *
 * <p>The scheme is "bright" of Paul Tol, Colour Schemes, technical note SRON/EPS/TN/09-002, issue
 * 3.2 (2021), https://personal.sron.nl/~pault/: distinct for readers of every colour vision. On a
 * dark ground blue and purple are lighter. Shades are those of its scheme "YlOrBr", the same on
 * every ground, since words stand on them. No meaning is carried by colour alone: a legend names
 * each mark in the order in which marks are stacked, and lines differ by their strokes.
 */
final class Palette {
  private static final String[] TINTS = {
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377"
  };
  private static final String[] ON_DARK = {
    "#77aadd", "#ee6677", "#44aa55", "#ccbb44", "#66ccee", "#cc6699"
  };
  private static final String[] SHADES = {
    "#fff7bc", "#fee391", "#fec44f", "#fb9a29", "#ec7014", "#cc4c02", "#993404", "#662506"
  };
  private static final String GREY = "#999999";

  /** The first shade on which words are white. */
  private static final int DARK = 5;

  private Palette() {}

  /** Returns the end of a class's name for a tint. */
  static String word(int tint) {
    return tint == Mark.GREY ? "g" : tint == Mark.APART ? "a" : Integer.toString(tint);
  }

  /** Returns the class of words on a tint. */
  static String wordsOn(int tint) {
    return tint >= Mark.shade(DARK) ? "w" : "d";
  }

  /** Returns the rules of every picture. */
  static String style() {
    StringBuilder css = new StringBuilder();
    css.append(
        """
        .sc{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        .sc text{fill:#1b1f24}.sc .m{fill:#57606a}.sc .t{font-size:15px;font-weight:600}
        .sc .h{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
        .sc .bg{fill:#fff}.sc .gr{stroke:#d8dee4}.sc .ax{stroke:#57606a}
        .sc .ru{stroke:#1b1f24;stroke-width:1.5}.sc .ra{stroke:#1b1f24;stroke-width:1.5;fill:none}
        .sc .l{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
        .sc .e{stroke:#fff;stroke-width:.75}.sc .o{fill:#fff;stroke-width:2}.sc .p{fill-opacity:.3}
        """);
    tints(css, TINTS);
    css.append(
        """
        .sc .d{fill:#1b1f24}.sc .w{fill:#fff}.sc .ed{fill:none;stroke:#1b1f24;stroke-width:3}
        """);
    for (int i = 0; i < SHADES.length; i++) {
      css.append(".sc .f").append(Mark.shade(i)).append("{fill:").append(SHADES[i]).append('}');
    }
    css.append(".sc .fa{fill:").append(TINTS[0]).append("}\n");
    css.append(
        """
        @media screen and (prefers-color-scheme:dark){
        .sc text{fill:#e6edf3}.sc .m{fill:#9da7b3}.sc .h{stroke:#0d1117}
        .sc .bg{fill:#0d1117}.sc .gr{stroke:#30363d}.sc .ax{stroke:#9da7b3}
        .sc .ru,.sc .ra{stroke:#e6edf3}.sc .e{stroke:#0d1117}.sc .o{fill:#0d1117}
        """);
    tints(css, ON_DARK);
    return css.append("}\n").toString();
  }

  private static void tints(StringBuilder css, String[] tints) {
    for (int i = 0; i < tints.length; i++) {
      rules(css, Integer.toString(i), tints[i]);
    }
    rules(css, "g", GREY);
    css.append('\n');
  }

  private static void rules(StringBuilder css, String word, String colour) {
    css.append(".sc .f").append(word).append("{fill:").append(colour).append('}');
    css.append(".sc .s").append(word).append("{stroke:").append(colour).append('}');
  }
}
