package org.stargatecalc.expression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stargatecalc.calendar.PartialDate;
import org.stargatecalc.claim.Verdict;
import org.stargatecalc.projection.Metric;
import org.stargatecalc.projection.MetricUnit;
import org.stargatecalc.quantity.Dimension;
import org.stargatecalc.quantity.InvalidTextException;
import org.stargatecalc.quantity.QuantityParser;
import org.stargatecalc.result.Moment;
import org.stargatecalc.result.Statistic;
import org.stargatecalc.tree.NearestWord;

/**
 * Reads expressions such as {@code p50(facility_power_gw@2027-12-31) >= 2 GW and
 * claim(stargate-1gw-2025) == late}.
 *
 * <pre>
 * expression = conjunction { "or" conjunction }
 * conjunction = negation { "and" negation }
 * negation = "not" negation | "(" expression ")" | comparison
 * comparison = measure ( ">=" | ">" | "&lt;=" | "&lt;" | "==" | "!=" ) literal
 * measure = METRIC "@" DATE | STATISTIC "(" METRIC "@" DATE ")" | "prob" "(" CLAIM ")"
 *         | "delta" "(" measure ")" | "claim" "(" CLAIM ")"
 * </pre>
 *
 * <p>STATISTIC is mean or a percentile, p01 to p99. A stock is taken at the end of the date; a flow
 * over the year, half, quarter or month that the date names, and up to a single day from the start
 * of the horizon. A bound has a unit wherever its measure has one; a change is bounded by a
 * percentage or in its measure's unit, one of a probability by percentage points.
 */
public final class ExpressionReader {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern PERCENTILE = Pattern.compile("p(0[1-9]|[1-9]\\d)");
  private static final Pattern LITERAL_END =
      Pattern.compile("(?<!\\s)\\s++(?:and|or)\\b|\\)|[<>=!]=?|$");
  private static final int DEEPEST = 50;
  private static final int LONGEST = 10_000;

  private final String text;
  private int at;
  private int depth;

  private ExpressionReader(String text) {
    this.text = text;
  }

  /** What is wrong with an expression, and where in it. */
  public static final class InvalidExpressionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final String found;
    private final String expected;
    private final String suggestion;

    InvalidExpressionException(int offset, String found, String expected, String suggestion) {
      super("found " + found + "; expected " + expected);
      this.offset = offset;
      this.found = found;
      this.expected = expected;
      this.suggestion = suggestion;
    }

    /** Returns the offset into the text, from 0. */
    public int offset() {
      return offset;
    }

    /** Returns what stands there. */
    public String found() {
      return found;
    }

    /** Returns what is allowed there. */
    public String expected() {
      return expected;
    }

    /** Returns the nearest known word, empty if none is near. */
    public String suggestion() {
      return suggestion;
    }
  }

  /**
   * Reads an expression.
   *
   * @throws InvalidExpressionException if it is none, or names an unknown metric or verdict, or a
   *     bound has the wrong unit
   */
  public static Expression parse(String text) throws InvalidExpressionException {
    if (text.length() > LONGEST) {
      throw new InvalidExpressionException(
          0,
          "an expression of " + text.length() + " characters",
          "at most " + LONGEST + " characters",
          "");
    }
    ExpressionReader reader = new ExpressionReader(text);
    Expression expression = reader.any();
    reader.spaces();
    if (reader.at < text.length()) {
      throw reader.fault("and, or, or the end");
    }
    return expression;
  }

  private Expression any() throws InvalidExpressionException {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(all());
    } while (keyword("or"));
    return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts);
  }

  private Expression all() throws InvalidExpressionException {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(not());
    } while (keyword("and"));
    return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
  }

  private Expression not() throws InvalidExpressionException {
    if (++depth > DEEPEST) {
      throw fault("at most " + DEEPEST + " levels");
    }
    Expression read;
    if (keyword("not")) {
      read = new Expression.Not(not());
    } else if (sign("(")) {
      read = any();
      require(")");
    } else {
      read = comparison();
    }
    depth--;
    return read;
  }

  private Expression comparison() throws InvalidExpressionException {
    spaces();
    int start = at;
    Measure measure = measure();
    Operator operator = operator();
    if (measure instanceof Measure.OfVerdict) {
      String word = verdict(operator);
      return new Expression.Comparison(
          measure, operator, Double.NaN, Optional.of(word), text.substring(start, at));
    }
    spaces();
    int literalStart = at;
    Matcher end = LITERAL_END.matcher(text);
    at = end.find(at) ? end.start() : text.length();
    String literal = text.substring(literalStart, at).strip();
    boolean percent = literal.endsWith("%") || literal.endsWith("percent");
    Measure bounded =
        measure instanceof Measure.OfChange change
                && percent
                && change.of() instanceof Measure.OfMetric
            ? new Measure.OfChange(change.of(), true, change.text())
            : measure;
    double bound = bound(bounded, literal, literalStart);
    return new Expression.Comparison(
        bounded, operator, bound, Optional.empty(), text.substring(start, at).strip());
  }

  private Operator operator() throws InvalidExpressionException {
    spaces();
    for (Operator operator :
        List.of(
            Operator.AT_LEAST,
            Operator.AT_MOST,
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.MORE_THAN,
            Operator.LESS_THAN)) {
      if (text.startsWith(operator.sign(), at)) {
        at += operator.sign().length();
        return operator;
      }
    }
    throw fault("one of >=, >, <=, <, ==, !=");
  }

  private String verdict(Operator operator) throws InvalidExpressionException {
    spaces();
    int start = at;
    if (!operator.isOfWords()) {
      throw new InvalidExpressionException(
          at, "a verdict compared by " + operator.sign(), "== or !=", "");
    }
    String word = word();
    List<String> known = Arrays.stream(Verdict.values()).map(Verdict::id).toList();
    if (!known.contains(word)) {
      throw new InvalidExpressionException(
          start,
          word.isEmpty() ? found(start) : quoted(word),
          "one of " + String.join(", ", known),
          NearestWord.of(word, known));
    }
    return word;
  }

  private Measure measure() throws InvalidExpressionException {
    spaces();
    int start = at;
    String word = word();
    if (word.equals("prob") || word.equals("claim")) {
      require("(");
      spaces();
      String id = word();
      if (id.isEmpty()) {
        throw fault("the id of a claim");
      }
      require(")");
      String written = text.substring(start, at);
      return word.equals("prob")
          ? new Measure.OfProbability(id, written)
          : new Measure.OfVerdict(id, written);
    }
    if (word.equals("delta")) {
      require("(");
      if (++depth > DEEPEST) {
        throw fault("at most " + DEEPEST + " levels");
      }
      Measure of = measure();
      depth--;
      if (of instanceof Measure.OfChange || of instanceof Measure.OfVerdict) {
        throw new InvalidExpressionException(
            start, of.text() + " inside delta", "a metric at a date, or prob(CLAIM)", "");
      }
      require(")");
      return new Measure.OfChange(of, false, text.substring(start, at));
    }
    boolean percentile = PERCENTILE.matcher(word).matches();
    if (percentile || word.equals("mean")) {
      require("(");
      spaces();
      int metricStart = at;
      Metric metric = metric(word(), metricStart);
      Moment moment = moment(metric);
      require(")");
      Statistic statistic =
          percentile ? Statistic.percentile(Integer.parseInt(word.substring(1))) : Statistic.MEAN;
      return new Measure.OfMetric(metric, statistic, moment, text.substring(start, at));
    }
    spaces();
    if (text.startsWith("(", at)) {
      throw new InvalidExpressionException(
          start,
          "the unknown function " + quoted(word),
          "p05, p50, p95, mean, prob, delta or claim",
          "");
    }
    Metric metric = metric(word, start);
    Moment moment = moment(metric);
    return new Measure.OfMetric(metric, Statistic.CENTRAL, moment, text.substring(start, at));
  }

  private Metric metric(String id, int start) throws InvalidExpressionException {
    List<String> known =
        Arrays.stream(Metric.values())
            .filter(m -> m.kind() != Metric.Kind.TEXT)
            .map(Metric::id)
            .toList();
    Optional<Metric> metric = Metric.of(id).filter(m -> m.kind() != Metric.Kind.TEXT);
    if (metric.isEmpty()) {
      String nearest = NearestWord.of(id, known);
      throw new InvalidExpressionException(
          start,
          id.isEmpty()
              ? found(start)
              : Metric.of(id).isPresent()
                  ? id + ", which is a word"
                  : "the unknown metric " + quoted(id),
          "a metric at a date, such as facility_power_gw@2027-12-31",
          nearest);
    }
    return metric.get();
  }

  private Moment moment(Metric metric) throws InvalidExpressionException {
    require("@");
    spaces();
    int start = at;
    String date = word();
    PartialDate period;
    try {
      period = PartialDate.parse(date);
    } catch (InvalidTextException fault) {
      throw new InvalidExpressionException(
          start, date.isEmpty() ? found(start) : fault.found(), fault.expected(), "");
    }
    LocalDate end = period.last();
    boolean wholePeriod = period.first().isBefore(end);
    return metric.kind() == Metric.Kind.FLOW && wholePeriod
        ? new Moment(Optional.of(period.first().minusDays(1)), end)
        : Moment.upTo(end);
  }

  private double bound(Measure measure, String literal, int start)
      throws InvalidExpressionException {
    Optional<MetricUnit> unit = measure.unit();
    Dimension dimension = unit.map(MetricUnit::dimension).orElse(Dimension.SHARE);
    boolean bare = literal.matches("[-+0-9._eE]+");
    if (literal.isEmpty() || (bare && !dimension.isCount())) {
      throw new InvalidExpressionException(
          start,
          literal.isEmpty() ? found(start) : quoted(literal) + " without a unit",
          unit.isEmpty()
              ? "a percentage, such as 5%"
              : dimension.noun() + ", such as " + dimension.example(),
          "");
    }
    try {
      double value = QuantityParser.parse(literal, dimension);
      return unit.isEmpty() ? value : value / unit.get().baseUnits();
    } catch (InvalidTextException fault) {
      String expected = unit.isEmpty() ? "a percentage, such as 5%" : fault.expected();
      throw new InvalidExpressionException(start, fault.found(), expected, "");
    }
  }

  private boolean keyword(String word) {
    spaces();
    boolean here =
        text.startsWith(word, at)
            && (at + word.length() == text.length()
                || isEndOfWord(text.charAt(at + word.length())));
    if (here) {
      at += word.length();
    }
    return here;
  }

  private static boolean isEndOfWord(char next) {
    return !isLetterOrDigit(next) && "_.-@".indexOf(next) < 0;
  }

  /** By ASCII alone: what else is a letter depends on the version of Java. */
  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c > '~';
  }

  private boolean sign(String sign) {
    spaces();
    boolean here = text.startsWith(sign, at);
    if (here) {
      at += sign.length();
    }
    return here;
  }

  private void require(String sign) throws InvalidExpressionException {
    if (!sign(sign)) {
      throw fault("'" + sign + "'");
    }
  }

  private String word() {
    Matcher matcher = WORD.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }

  private void spaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private InvalidExpressionException fault(String expected) {
    spaces();
    return new InvalidExpressionException(at, found(at), expected, "");
  }

  private String found(int from) {
    if (from >= text.length()) {
      return "the end";
    }
    return quoted(text.substring(from).strip());
  }

  private static String quoted(String text) {
    return "'" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "'";
  }
}
