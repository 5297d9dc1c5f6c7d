package io.millrace.cli.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Charts below each other under a heading.
 *
 * @param heading lines of text
 * @param charts from top to bottom, of one width
 */
public record Panels(List<String> heading, List<IChart> charts) implements IChart {
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final int LINE = 22;
    private static final int MARGIN = 10;

    /** Copies the lists. */
    public Panels {
        heading = List.copyOf(heading);
        charts = List.copyOf(charts);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        for (int line = 0; line < heading.size(); line++) {
            graphics.setFont(line == 0 ? BOLD : PLAIN);
            FontMetrics metrics = graphics.getFontMetrics();
            int left = (width - metrics.stringWidth(heading.get(line))) / 2;
            graphics.drawString(heading.get(line), left, MARGIN + LINE * line + metrics.getAscent());
        }
        int top = top();
        for (IChart chart : charts) {
            Graphics2D part = (Graphics2D) graphics.create(0, top, chart.getWidth(), chart.getHeight());
            chart.paint(part, chart.getWidth(), chart.getHeight());
            part.dispose();
            top += chart.getHeight();
        }
    }

    private int top() {
        return MARGIN + LINE * heading.size();
    }

    @Override
    public int getWidth() {
        return charts.stream().mapToInt(IChart::getWidth).max().orElse(0);
    }

    @Override
    public int getHeight() {
        return top() + charts.stream().mapToInt(IChart::getHeight).sum();
    }

    @Override
    public String getTitle() {
        return heading.getFirst();
    }
}
