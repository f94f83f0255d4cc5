package org.stargatecalc.render.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stargatecalc.chart.Mark;

/**
 * Finds places for what stands beside level rules: never over other words, over lines only where it
 * cannot be helped, and above the plot rather than that.
 */
final class RuleLabels {
  private static final double GAP = 6;
  private static final double ABOVE = -4;
  private static final double BELOW = 14;
  private static final double STEP = 12;

  private final List<Mark> marks;
  private final Extent x;
  private final Extent y;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final List<Box> taken = new ArrayList<>();

  /** A part of the page. */
  record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** Whether a line between two places goes through it. */
    boolean isCrossed(double fromX, double fromY, double toX, double toY) {
      double enter = 0;
      double leave = 1;
      double[] steps = {toX - fromX, toY - fromY};
      double[] low = {left - fromX, top - fromY};
      double[] high = {right - fromX, bottom - fromY};
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] == 0) {
          leave = low[i] > 0 || high[i] < 0 ? -1 : leave;
        } else {
          enter = Math.max(enter, Math.min(low[i] / steps[i], high[i] / steps[i]));
          leave = Math.min(leave, Math.max(low[i] / steps[i], high[i] / steps[i]));
        }
      }
      return enter <= leave;
    }
  }

  /** A place of a text: where it begins and its foot. */
  record Place(double x, double y) {}

  /**
   * Creates it.
   *
   * @param above the words right above the plot
   */
  RuleLabels(
      List<Mark> marks,
      Extent x,
      Extent y,
      double left,
      double right,
      double top,
      double bottom,
      List<Box> above) {
    this.marks = marks;
    this.x = x;
    this.y = y;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
    taken.addAll(above);
  }

  /** Returns the place of a rule's text, which is then taken; none if words are everywhere. */
  Optional<Place> of(Mark.Rule rule) {
    double width = TextWidth.of(rule.text());
    double at = y.at(rule.at());
    Place best = null;
    int least = Integer.MAX_VALUE;
    for (double highest : new double[] {top, top - Page.LINE}) {
      for (double from = left + GAP; least > 0 && from + width <= right - GAP; from += STEP) {
        for (double down : new double[] {ABOVE, BELOW}) {
          Box box = box(from, at + down, width);
          boolean isInside = box.top() >= highest && box.bottom() <= bottom;
          int crossed = isInside ? crossed(box) : Integer.MAX_VALUE;
          if (crossed < least) {
            least = crossed;
            best = new Place(from, at + down);
          }
        }
      }
    }
    if (best != null) {
      taken.add(box(best.x(), best.y(), width));
    }
    return Optional.ofNullable(best);
  }

  /** Returns what a text covers that begins at a place and stands on a foot. */
  static Box box(double from, double foot, double width) {
    return new Box(from - 2, foot - 0.8 * Page.FONT, from + width + 2, foot + 0.25 * Page.FONT);
  }

  /** How much a text in a box would hide; the most if another text is there. */
  private int crossed(Box box) {
    if (taken.stream().anyMatch(box::overlaps)) {
      return Integer.MAX_VALUE;
    }
    int crossed = 0;
    for (Mark mark : marks) {
      if (mark instanceof Mark.Line line) {
        crossed += crossed(box, line.points());
      } else if (mark instanceof Mark.Dots dots) {
        for (Mark.Point point : dots.points()) {
          double atX = x.at(point.x());
          double atY = y.at(point.y());
          crossed += box.overlaps(new Box(atX - 4, atY - 4, atX + 4, atY + 4)) ? 1 : 0;
        }
      } else if (mark instanceof Mark.Rule rule) {
        double at = (rule.upright() ? x : y).at(rule.at());
        boolean through =
            rule.upright()
                ? box.isCrossed(at, top, at, bottom)
                : box.isCrossed(left, at, right, at);
        crossed += through ? 1 : 0;
      }
    }
    return crossed;
  }

  private int crossed(Box box, List<Mark.Point> points) {
    int crossed = 0;
    for (int i = 1; i < points.size(); i++) {
      Mark.Point from = points.get(i - 1);
      Mark.Point to = points.get(i);
      boolean there = Double.isFinite(from.y()) && Double.isFinite(to.y());
      if (there && box.isCrossed(x.at(from.x()), y.at(from.y()), x.at(to.x()), y.at(to.y()))) {
        crossed++;
      }
    }
    return crossed;
  }
}
