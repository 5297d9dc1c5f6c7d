package io.millrace.cli.causal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Points of two numbers. Where all are integers of a small range they are spread a little, so that equal ones can be told from one.
 *
 * @param title above them
 * @param x the axis to the right
 * @param y the axis upwards
 * @param clouds what is drawn, the first below
 * @param diagonal whether both axes are alike, with the line where y = x
 */
record Scatter(String title, String x, String y, List<Cloud> clouds, boolean diagonal) {
    static final int WIDTH = 340;
    private static final int HEIGHT = 310;
    private static final double MOST_DISCRETE = 30;
    private static final Color GREY = new Color(150, 150, 150);

    /**
     * Points of one colour.
     *
     * @param name of the series
     * @param x to the right
     * @param y upwards
     * @param color of all
     */
    record Cloud(String name, double[] x, double[] y, Color color) {}

    XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        Font plain = chart.getStyler().getAxisTitleFont().deriveFont(Font.PLAIN, 11f);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setLegendVisible(false)
                .setChartTitleFont(chart.getStyler().getChartTitleFont().deriveFont(Font.BOLD, 12f));
        chart.getStyler().setAxisTitleFont(plain).setAxisTickLabelsFont(plain.deriveFont(10f));
        chart.getStyler().setXAxisMaxLabelCount(6);
        chart.getStyler().setMarkerSize(5);
        List<double[]> xs = clouds.stream().map(Cloud::x).toList();
        List<double[]> ys = clouds.stream().map(Cloud::y).toList();
        boolean alike =
                diagonal && discrete(Stream.concat(xs.stream(), ys.stream()).toList());
        xs = alike || discrete(xs) ? spread(xs, 0.618034) : xs;
        ys = alike || discrete(ys) ? spread(ys, 0.754878) : ys;
        double[] across = range(xs);
        double[] up = range(ys);
        if (diagonal) {
            across = new double[] {Math.min(across[0], up[0]), Math.max(across[1], up[1])};
            up = across;
            XYSeries line = chart.addSeries("y = x", across, up);
            line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
            line.setLineColor(GREY);
            line.setLineStyle(new BasicStroke(1f));
            line.setMarker(SeriesMarkers.NONE);
        }
        chart.getStyler()
                .setXAxisMin(across[0])
                .setXAxisMax(across[1])
                .setXAxisTickLabelsFormattingFunction(ticks(across));
        chart.getStyler().setYAxisMin(up[0]).setYAxisMax(up[1]).setYAxisTickLabelsFormattingFunction(ticks(up));
        for (int k = 0; k < clouds.size(); k++) {
            XYSeries series = chart.addSeries(clouds.get(k).name(), xs.get(k), ys.get(k));
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(clouds.get(k).color());
        }
        return chart;
    }

    /** The least and the greatest, with a margin. */
    private static double[] range(List<double[]> values) {
        double least = values.stream().flatMapToDouble(DoubleStream::of).min().orElse(0);
        double greatest =
                values.stream().flatMapToDouble(DoubleStream::of).max().orElse(0);
        double margin = greatest > least ? 0.06 * (greatest - least) : Math.max(1, 0.1 * Math.abs(least));
        return new double[] {least - margin, greatest + margin};
    }

    private static Function<Double, String> ticks(double[] range) {
        double most = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        DecimalFormat format = new DecimalFormat(
                most >= 1e5 || most < 0.01 ? "0.#E0" : "0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return tick -> Math.abs(tick) < 1e-9 * most ? "0" : format.format(tick);
    }

    /** Whether numbers are integers of a small range that occur again and again. */
    private static boolean discrete(List<double[]> values) {
        double[] all = values.stream().flatMapToDouble(DoubleStream::of).toArray();
        return DoubleStream.of(all).allMatch(value -> value == Math.rint(value) && Math.abs(value) <= MOST_DISCRETE)
                && DoubleStream.of(all).distinct().count() > 1
                && values.stream()
                        .anyMatch(each -> DoubleStream.of(each).distinct().count() < each.length);
    }

    /** Each moved by less than 0.15, evenly: multiples of an irrational number. */
    private static List<double[]> spread(List<double[]> values, double irrational) {
        List<double[]> spread = new ArrayList<>();
        for (double[] each : values) {
            double[] moved = each.clone();
            for (int i = 0; i < moved.length; i++) {
                double turns = (i + 1) * irrational;
                moved[i] += 0.3 * (turns - Math.floor(turns) - 0.5);
            }
            spread.add(moved);
        }
        return spread;
    }
}
