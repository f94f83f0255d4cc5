package org.stargatecalc.render.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.render.Printable;

/** Text as html: escaped, dates kept on one line, addresses as links. */
final class HtmlText {
  /** An address, without the marks that end a sentence around it; or a date by itself. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "(https?://[^\\s<>\"'`|\\\\^{}]*[^\\s<>\"'`|\\\\^{}.,;:!?)\\]])"
              + "|(?<![\\w/-])(\\d{4}-\\d\\d-\\d\\d)(?![\\w/-])");

  private HtmlText() {}

  /** Returns text that means nothing but itself, in an element or an attribute. */
  static String escape(String text) {
    return Printable.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Returns text with its dates and addresses marked. */
  static String of(String text) {
    String printable = Printable.of(text);
    StringBuilder html = new StringBuilder();
    Matcher matcher = SPECIAL.matcher(printable);
    int end = 0;
    while (matcher.find()) {
      html.append(escape(printable.substring(end, matcher.start())));
      String found = escape(matcher.group());
      if (matcher.group(1) != null) {
        html.append("<a href=\"").append(found).append("\" rel=\"noreferrer\">");
        html.append(found).append("</a>");
      } else {
        html.append("<time>").append(found).append("</time>");
      }
      end = matcher.end();
    }
    return html.append(escape(printable.substring(end))).toString();
  }
}
