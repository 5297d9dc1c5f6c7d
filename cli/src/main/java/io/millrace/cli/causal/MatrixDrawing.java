package io.millrace.cli.causal;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A graph as its matrix, rows causes and columns effects, both in the order of {@link Dag#order}: every edge is above the diagonal.
 *
 * @param dag the graph
 * @param roles of its nodes
 * @param style of its edges
 */
record MatrixDrawing(Dag dag, Roles roles, EdgeStyle style) implements IChart {
    private static final int WIDTH = 1020;
    private static final int SIDE = 700;
    private static final int LEFT = (WIDTH - SIDE) / 2;
    private static final int TOP = 44;
    private static final int KEY = 34;
    private static final int BAND = 8;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color LOWER = new Color(244, 244, 244);
    private static final Color EDGE = new Color(80, 80, 80);

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, getHeight());
        graphics.drawImage(image(), LEFT, TOP, null);
        bands(graphics);
        graphics.setColor(Color.BLACK);
        graphics.drawRect(LEFT, TOP, SIDE, SIDE);
        graphics.setFont(PLAIN);
        FontMetrics metrics = graphics.getFontMetrics();
        String effects = "effects, in a causal order";
        graphics.drawString(effects, LEFT + (SIDE - metrics.stringWidth(effects)) / 2, TOP - BAND - 10);
        String causes = "causes, in the same order";
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, LEFT - BAND - 10, TOP + SIDE / 2.0);
        turned.drawString(causes, LEFT - BAND - 10 - metrics.stringWidth(causes) / 2, TOP + SIDE / 2);
        turned.dispose();
        new Key(graphics, TOP + SIDE + KEY / 2).paint(roles, style, WIDTH);
    }

    private BufferedImage image() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, (x < y ? LOWER : Color.WHITE).getRGB());
            }
        }
        List<Integer> order = dag.order();
        int[] rank = new int[order.size()];
        for (int k = 0; k < rank.length; k++) {
            rank[order.get(k)] = k;
        }
        for (int cause : order) {
            for (int effect : dag.effects().get(cause)) {
                Color color = style.weighted() || style.carries(cause, effect) ? style.colour(cause, effect) : EDGE;
                fill(image, rank[effect], rank[cause], color.getRGB());
            }
        }
        return image;
    }

    private void fill(BufferedImage image, int column, int row, int rgb) {
        for (int y = from(row); y < Math.max(from(row) + 1, from(row + 1)); y++) {
            for (int x = from(column); x < Math.max(from(column) + 1, from(column + 1)); x++) {
                image.setRGB(x, y, rgb);
            }
        }
    }

    private int from(int place) {
        return (int) ((long) place * SIDE / dag.nodes());
    }

    /** Beside rows and above columns: what the world does to their nodes. */
    private void bands(Graphics2D graphics) {
        for (int k = 0; k < dag.nodes(); k++) {
            int node = dag.order().get(k);
            if (roles.differs(node)) {
                int size = Math.max(roles.targets().get(node) ? 3 : 1, from(k + 1) - from(k));
                graphics.setColor(roles.fill(node));
                graphics.fillRect(LEFT - BAND - 1, TOP + from(k), BAND, size);
                graphics.fillRect(LEFT + from(k), TOP - BAND - 1, size, BAND);
            }
        }
    }

    @Override
    public int getWidth() {
        return WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + SIDE + KEY;
    }

    @Override
    public String getTitle() {
        return "graph";
    }
}
