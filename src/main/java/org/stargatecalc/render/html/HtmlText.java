package org.stargatecalc.render.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.render.Printable;

/** Text as html: escaped, dates and names kept on one line, addresses as links. */
final class HtmlText {
  /** An address, without the marks that end a sentence around it; or a date by itself. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "(https?://[^\\s<>\"'`|\\\\^{}]*[^\\s<>\"'`|\\\\^{}.,;:!?)\\]])"
              + "|(?<![\\w/-])(\\d{4}-\\d\\d-\\d\\d)(?![\\w/-])");

  /** A word that a browser would break at a hyphen, or not break at all where it should. */
  private static final Pattern NAME = Pattern.compile("\\S*[-–]\\S+|\\S{21,}");

  /** Where a long name may go on in the next line: between its parts, not within one. */
  private static final Pattern JOINT = Pattern.compile("(?<=[^\\s(][./:=(,])(?=[\\p{L}_*\\[])");

  /** Where an address may. */
  private static final Pattern LINK_JOINT = Pattern.compile("(?<=[^/:][/?&=])(?=[^/])");

  private static final int LONG = 20;

  private HtmlText() {}

  /** Returns text that means nothing but itself, in an element or an attribute. */
  static String escape(String text) {
    return Printable.markup(text).replace("'", "&#39;");
  }

  /** Returns text with its dates, names and addresses marked. */
  static String of(String text) {
    String printable = Printable.of(text);
    StringBuilder html = new StringBuilder();
    Matcher matcher = SPECIAL.matcher(printable);
    int end = 0;
    while (matcher.find()) {
      names(printable.substring(end, matcher.start()), html);
      String found = escape(matcher.group());
      if (matcher.group(1) != null) {
        html.append("<a href=\"").append(found).append("\" rel=\"noreferrer\">");
        parts(matcher.group(), LINK_JOINT, false, html);
        html.append("</a>");
      } else {
        html.append("<time>").append(found).append("</time>");
      }
      end = matcher.end();
    }
    names(printable.substring(end), html);
    return html.toString();
  }

  private static void names(String text, StringBuilder html) {
    Matcher matcher = NAME.matcher(text);
    int end = 0;
    while (matcher.find()) {
      html.append(escape(text.substring(end, matcher.start())));
      parts(matcher.group(), JOINT, true, html);
      end = matcher.end();
    }
    html.append(escape(text.substring(end)));
  }

  /** A name goes to the next line as a whole if it fits there, else part by part. */
  private static void parts(String name, Pattern joint, boolean together, StringBuilder html) {
    String[] parts = name.length() > LONG ? joint.split(name) : new String[] {name};
    boolean whole = together && parts.length > 1;
    html.append(whole ? "<span class=\"o\">" : "");
    for (int i = 0; i < parts.length; i++) {
      boolean breaks = parts[i].indexOf('-') >= 0 || parts[i].indexOf('–') >= 0;
      html.append(i == 0 ? "" : "<wbr>").append(together && breaks ? "<span class=\"i\">" : "");
      html.append(escape(parts[i])).append(together && breaks ? "</span>" : "");
    }
    html.append(whole ? "</span>" : "");
  }
}
