package io.millrace.cli.causal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** A graph from left to right: discs with the nodes' numbers, arrows from causes to effects. Nodes without edges stand below. */
final class GraphDrawing implements IChart {
    /** More are drawn as a matrix. */
    static final int MOST_NODES = 60;

    /** More are drawn as a matrix. */
    static final int MOST_EDGES = 250;

    private static final int WIDTH = 1020;
    private static final int MARGIN = 34;
    private static final int ACROSS = 150;
    private static final int LEAST_DOWN = 18;
    private static final int MOST_DOWN = 52;
    private static final int DOWN = 560;
    private static final double LARGEST = 15;
    private static final double SMALLEST = 6.5;
    private static final int STRIP = 36;
    private static final int KEY = 34;

    private final Dag dag;
    private final Roles roles;
    private final EdgeStyle style;
    private final Layers layers;
    private final double across;
    private final double down;
    private final double left;
    private final double radius;
    private final int strip;
    private final int height;

    GraphDrawing(Dag dag, Roles roles, EdgeStyle style) {
        this.dag = dag;
        this.roles = roles;
        this.style = style;
        layers = new Layers(dag);
        down = Math.clamp(DOWN / Math.max(1, layers.span()), LEAST_DOWN, MOST_DOWN);
        double wide = Math.max(ACROSS, 0.7 * down * layers.span());
        across = Math.min(wide, (WIDTH - 2.0 * MARGIN) / Math.max(1, layers.count() - 1));
        left = (WIDTH - across * Math.max(0, layers.count() - 1)) / 2;
        radius = Math.clamp(0.42 * Math.min(across, down * Math.min(layers.nearest(), 2)), SMALLEST, LARGEST);
        strip = MARGIN + (layers.count() == 0 ? 0 : (int) (layers.span() * down) + STRIP);
        long alone = alone().size();
        int rows = (int) Math.ceilDiv(alone, perRow());
        height = strip + STRIP * rows + KEY;
    }

    /** Whether it can be read. */
    static boolean suits(Dag dag) {
        return dag.nodes() <= MOST_NODES && dag.edges() <= MOST_EDGES;
    }

    private List<Integer> alone() {
        List<Integer> alone = new ArrayList<>();
        for (int node = 0; node < dag.nodes(); node++) {
            if (dag.alone(node)) {
                alone.add(node);
            }
        }
        return alone;
    }

    private static int perRow() {
        return (WIDTH - 2 * MARGIN) / STRIP;
    }

    @Override
    public void paint(Graphics2D graphics, int paintedWidth, int paintedHeight) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, height);
        for (boolean carrying : new boolean[] {false, true}) {
            for (List<Integer> route : layers.routes()) {
                int cause = route.getFirst();
                int effect = route.getLast();
                if (style.carries(cause, effect) == carrying) {
                    edge(graphics, route);
                }
            }
        }
        for (int node = 0; node < dag.nodes(); node++) {
            if (!dag.alone(node)) {
                node(graphics, node, point(node));
            }
        }
        List<Integer> alone = alone();
        for (int k = 0; k < alone.size(); k++) {
            int columns = Math.min(perRow(), alone.size());
            double x = WIDTH / 2.0 + STRIP * (k % perRow() - (columns - 1) / 2.0);
            node(graphics, alone.get(k), new Point2D.Double(x, strip + STRIP * (double) (k / perRow())));
        }
        new Key(graphics, height - KEY / 2).paint(roles, style, WIDTH);
    }

    private Point2D point(int vertex) {
        return new Point2D.Double(left + across * layers.layer(vertex), MARGIN + down * layers.place(vertex));
    }

    private void node(Graphics2D graphics, int node, Point2D centre) {
        Ellipse2D disc = new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
        graphics.setColor(roles.fill(node));
        graphics.fill(disc);
        graphics.setColor(roles.outline(node));
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(disc);
        graphics.setColor(roles.text(node));
        String number = Integer.toString(node);
        double points = Math.min(13, radius * (number.length() > 2 ? 0.85 : 1.05));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) points));
        FontMetrics metrics = graphics.getFontMetrics();
        double x = centre.getX() - metrics.stringWidth(number) / 2.0;
        graphics.drawString(number, (float) x, (float) (centre.getY() + 0.36 * points));
    }

    /** A curve through the bends, as Catmull and Rom do, that ends at the discs. */
    private void edge(Graphics2D graphics, List<Integer> route) {
        List<Point2D> points = new ArrayList<>(route.stream().map(this::point).toList());
        int last = points.size() - 1;
        double head = 4 + 0.35 * radius;
        points.set(0, towards(points.get(0), points.get(1), radius));
        Point2D tip = towards(points.get(last), points.get(last - 1), radius + 1);
        points.set(last, towards(tip, points.get(last - 1), 0.8 * head));
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().getX(), points.getFirst().getY());
        for (int k = 0; k < last; k++) {
            Point2D from = points.get(k);
            Point2D to = points.get(k + 1);
            Point2D one = along(from, points.get(Math.max(0, k - 1)), to);
            Point2D other = along(to, points.get(Math.min(last, k + 2)), from);
            path.curveTo(one.getX(), one.getY(), other.getX(), other.getY(), to.getX(), to.getY());
        }
        int cause = route.getFirst();
        int effect = route.getLast();
        graphics.setColor(style.colour(cause, effect));
        graphics.setStroke(style.stroke(cause, effect));
        graphics.draw(path);
        arrow(graphics, points.get(last), tip, head);
    }

    private static void arrow(Graphics2D graphics, Point2D base, Point2D tip, double head) {
        double length = base.distance(tip);
        double x = (tip.getX() - base.getX()) / length;
        double y = (tip.getY() - base.getY()) / length;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(tip.getX(), tip.getY());
        for (int side = -1; side <= 1; side += 2) {
            triangle.lineTo(tip.getX() - head * (x - side * 0.38 * y), tip.getY() - head * (y + side * 0.38 * x));
        }
        triangle.closePath();
        graphics.fill(triangle);
    }

    private static Point2D towards(Point2D from, Point2D to, double distance) {
        double share = Math.min(0.45, distance / from.distance(to));
        return new Point2D.Double(
                from.getX() + share * (to.getX() - from.getX()), from.getY() + share * (to.getY() - from.getY()));
    }

    private static Point2D along(Point2D at, Point2D behind, Point2D ahead) {
        return new Point2D.Double(
                at.getX() + (ahead.getX() - behind.getX()) / 6, at.getY() + (ahead.getY() - behind.getY()) / 6);
    }

    @Override
    public int getWidth() {
        return WIDTH;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public String getTitle() {
        return "graph";
    }
}
