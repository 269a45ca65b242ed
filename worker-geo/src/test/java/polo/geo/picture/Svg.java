package polo.geo.picture;

import java.util.Locale;

/// A drawing in SVG, readable on light and on dark pages.
final class Svg {

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #57606a; }
        .title { font-weight: 600; }
        .fix { fill: #8c959f; } .flagged { fill: none; stroke: #cf222e; stroke-width: 1.3; }
        .stay { fill: #1f883d33; stroke: #1f883d; stroke-width: 1.5; }
        .guess { stroke-dasharray: 5 3; }
        .trip { fill: none; stroke: #0969da; stroke-width: 2.2; stroke-linejoin: round; }
        .gap { fill: none; stroke: #9a6700; stroke-width: 2; stroke-dasharray: 2 5; }
        .wait { fill: #bf870055; stroke: #9a6700; stroke-width: 1.5; }
        .cut { stroke: #8250df; stroke-width: 1.5; }
        .axis { stroke: #8c959f66; stroke-width: 1; }
        .anew { fill: #8250df22; }
        .tripbar { fill: #0969da; } .staybar { fill: #1f883d; } .gapbar { fill: #9a670055; }
        .waitbar { fill: #bf8700; }
        @media (prefers-color-scheme: dark) { text { fill: #9198a1; } }
      </style>
      """;

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  void circle(String style, double x, double y, double radius) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n",
            style,
            x,
            y,
            radius));
  }

  void rectangle(String style, double left, double top, double wide, double high) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>%n",
            style,
            left,
            top,
            Math.max(1, wide),
            high));
  }

  /// @param points pairs of x and y, as SVG wants them
  void line(String style, String points) {
    shapes.append("<polyline class=\"%s\" points=\"%s\"/>%n".formatted(style, points));
  }

  void text(String style, double x, double y, String text) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
            style,
            x,
            y,
            text));
  }

  @Override
  public String toString() {
    String head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">%n"
            .formatted(width, height, width, height);
    return head + STYLE + shapes + "</svg>\n";
  }
}
