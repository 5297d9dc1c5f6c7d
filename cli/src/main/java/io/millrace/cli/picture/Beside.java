package io.millrace.cli.picture;

import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Charts beside each other.
 *
 * @param charts from left to right, of one height
 */
public record Beside(List<IChart> charts) implements IChart {
    /** Copies the list. */
    public Beside {
        charts = List.copyOf(charts);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        int left = 0;
        for (IChart chart : charts) {
            Graphics2D part = (Graphics2D) graphics.create(left, 0, chart.getWidth(), chart.getHeight());
            chart.paint(part, chart.getWidth(), chart.getHeight());
            part.dispose();
            left += chart.getWidth();
        }
    }

    @Override
    public int getWidth() {
        return charts.stream().mapToInt(IChart::getWidth).sum();
    }

    @Override
    public int getHeight() {
        return charts.stream().mapToInt(IChart::getHeight).max().orElse(0);
    }

    @Override
    public String getTitle() {
        return charts.getFirst().getTitle();
    }
}
