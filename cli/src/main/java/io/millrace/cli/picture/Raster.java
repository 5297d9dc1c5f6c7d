package io.millrace.cli.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Values over two axes as colours: one image, where a chart of cells would have a shape for each.
 *
 * @param title above it
 * @param x the axis to the right, over the columns
 * @param y the axis upwards, over the rows
 * @param scale of the colours, from dark to light; values beyond it have its end's
 * @param values {@code values[column][row]}
 * @param width in pixels
 * @param height in pixels
 */
public record Raster(String title, Axis x, Axis y, Axis scale, double[][] values, int width, int height)
        implements IChart {
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int LEFT = 90;
    private static final int RIGHT = 125;
    private static final int TOP = 30;
    private static final int BOTTOM = 55;
    private static final int BAR = 18;
    private static final int TICK = 5;

    /** Dark to light and even to the eye: five colours of matplotlib's viridis (S. van der Walt, N. Smith 2015). */
    private static final int[] COLOURS = {0x440154, 0x3b528b, 0x21918c, 0x5ec962, 0xfde725};

    /**
     * An axis.
     *
     * @param name with its unit
     * @param from where it begins
     * @param to where it ends, above {@code from}
     */
    public record Axis(String name, double from, double to) {
        /** Round numbers within, about as many: multiples of 1, 2 or 5 times a power of ten. */
        List<Double> ticks(int wished) {
            double raw = (to - from) / wished;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double step =
                    raw <= power ? power : raw <= 2 * power ? 2 * power : raw <= 5 * power ? 5 * power : 10 * power;
            List<Double> ticks = new ArrayList<>();
            for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
                ticks.add(k * step);
            }
            return ticks;
        }

        private double share(double value) {
            return (value - from) / (to - from);
        }
    }

    @Override
    public void paint(Graphics2D graphics, int paintedWidth, int paintedHeight) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        int across = width - LEFT - RIGHT;
        int down = height - TOP - BOTTOM;
        graphics.drawImage(image(), LEFT, TOP, across, down, null);
        graphics.drawImage(bar(), LEFT + across + TOP, TOP, BAR, down, null);
        graphics.setColor(Color.BLACK);
        graphics.setFont(BOLD);
        FontMetrics bold = graphics.getFontMetrics();
        graphics.drawString(title, LEFT + (across - bold.stringWidth(title)) / 2, TOP - 10);
        graphics.drawRect(LEFT, TOP, across, down);
        graphics.drawRect(LEFT + across + TOP, TOP, BAR, down);
        graphics.setFont(PLAIN);
        ticks(graphics, across, down);
        names(graphics, across, down);
    }

    private void ticks(Graphics2D graphics, int across, int down) {
        FontMetrics plain = graphics.getFontMetrics();
        for (double tick : x.ticks(10)) {
            int at = LEFT + (int) Math.round(across * x.share(tick));
            String text = text(tick);
            graphics.drawLine(at, TOP + down, at, TOP + down + TICK);
            graphics.drawString(text, at - plain.stringWidth(text) / 2, TOP + down + TICK + plain.getAscent());
        }
        for (double tick : y.ticks(6)) {
            upright(graphics, tick, y, LEFT - TICK, down, true);
        }
        for (double tick : scale.ticks(6)) {
            upright(graphics, tick, scale, LEFT + across + TOP + BAR, down, false);
        }
    }

    private static void upright(Graphics2D graphics, double tick, Axis axis, int left, int down, boolean before) {
        FontMetrics plain = graphics.getFontMetrics();
        int at = TOP + down - (int) Math.round(down * axis.share(tick));
        String text = text(tick);
        graphics.drawLine(left, at, left + TICK, at);
        graphics.drawString(
                text, before ? left - 3 - plain.stringWidth(text) : left + TICK + 3, at + plain.getAscent() / 2 - 1);
    }

    private void names(Graphics2D graphics, int across, int down) {
        FontMetrics plain = graphics.getFontMetrics();
        graphics.drawString(x.name(), LEFT + (across - plain.stringWidth(x.name())) / 2, height - 12);
        turned(graphics, y.name(), 18, TOP + down / 2);
        turned(graphics, scale.name(), width - 12, TOP + down / 2);
    }

    private static void turned(Graphics2D graphics, String text, int left, int middle) {
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, left, middle);
        turned.drawString(text, left - turned.getFontMetrics().stringWidth(text) / 2, middle);
        turned.dispose();
    }

    private BufferedImage image() {
        int columns = values.length;
        int rows = values[0].length;
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                image.setRGB(column, rows - 1 - row, colour(scale.share(values[column][row])));
            }
        }
        return image;
    }

    private static BufferedImage bar() {
        int steps = 256;
        BufferedImage bar = new BufferedImage(1, steps, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < steps; row++) {
            bar.setRGB(0, row, colour(1 - (row + 0.5) / steps));
        }
        return bar;
    }

    private static int colour(double share) {
        double at = Math.clamp(Double.isNaN(share) ? 0 : share, 0, 1) * (COLOURS.length - 1);
        int below = Math.min((int) at, COLOURS.length - 2);
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double from = COLOURS[below] >> shift & 255;
            double to = COLOURS[below + 1] >> shift & 255;
            rgb |= (int) Math.round(from + (at - below) * (to - from)) << shift;
        }
        return rgb;
    }

    private static String text(double tick) {
        return tick == Math.rint(tick)
                ? String.format(Locale.ROOT, "%.0f", tick + 0.0)
                : String.format(Locale.ROOT, "%.6f", tick).replaceFirst("0+$", "");
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public String getTitle() {
        return title;
    }
}
