package io.millrace.cli.waveform;

import io.millrace.cli.export.Instances;
import io.millrace.cli.picture.Panels;
import io.millrace.cli.picture.Picture;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.generator.Workloads;
import io.millrace.waveform.WaveformSpec;
import io.millrace.waveform.parameters.Parameter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Three panels: amplitude and unwrapped phase over frequency, and the whitened time series. */
public final class WaveformPicture implements Picture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 340;
    private static final int MOST_POINTS = 2000;
    private static final Color[] COLORS = {new Color(8, 81, 156), new Color(217, 95, 2), new Color(35, 139, 69)};

    /** The picture. */
    public WaveformPicture() {}

    @Override
    public boolean suits(Plan plan) {
        return plan.workload().equals(WaveformSpec.WORKLOAD)
                && plan.workloadVersion()
                        == Workloads.named(WaveformSpec.WORKLOAD).version();
    }

    @Override
    public IChart draw(Dataset dataset, Instances instance) throws IOException {
        WaveformSpec spec = (WaveformSpec) dataset.spec();
        WaveformInstance waveform = WaveformInstance.read(spec, instance);
        String library = dataset.plan().foreign().map(name -> ", by " + name).orElse("");
        return new Panels(
                List.of(spec.approximant() + ", instance " + instance.index() + library, binary(spec, instance)),
                List.of(amplitude(waveform), phase(waveform), series(waveform)));
    }

    private static String binary(WaveformSpec spec, Instances instance) {
        ParameterColumns columns = ParameterColumns.of(spec);
        MemorySegment row = instance.field(ParameterColumns.FIELD);
        return "masses " + figure(columns.value(row, Parameter.MASS_1)) + " and "
                + figure(columns.value(row, Parameter.MASS_2)) + " Msun, spins "
                + spin(columns, row, Parameter.SPIN_1X, Parameter.SPIN_1Y, Parameter.SPIN_1Z) + " and "
                + spin(columns, row, Parameter.SPIN_2X, Parameter.SPIN_2Y, Parameter.SPIN_2Z) + ", luminosity distance "
                + figure(columns.value(row, Parameter.LUMINOSITY_DISTANCE)) + " Mpc";
    }

    /** The component along the orbital axis, or all three where the spin is tilted. */
    private static String spin(ParameterColumns columns, MemorySegment row, Parameter x, Parameter y, Parameter z) {
        double inPlaneX = columns.value(row, x);
        double inPlaneY = columns.value(row, y);
        String along = figure(columns.value(row, z));
        return inPlaneX == 0 && inPlaneY == 0
                ? along
                : "(" + figure(inPlaneX) + ", " + figure(inPlaneY) + ", " + along + ")";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    private static XYChart amplitude(WaveformInstance waveform) {
        boolean whitened = waveform.whitened();
        XYChart chart = chart("amplitude", "frequency in Hz", whitened ? "|h|, whitened" : "|h| in strain s");
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true).setYAxisDecimalPattern("0.#E0");
        for (Curve curve : waveform.curves()) {
            // a logarithm has no place for 0
            add(chart, curve.name(), waveform, curve.amplitude(), value -> value > 0);
        }
        return chart;
    }

    private static XYChart phase(WaveformInstance waveform) {
        XYChart chart = chart("phase, unwrapped", "frequency in Hz", "arg h in rad");
        chart.getStyler().setXAxisLogarithmic(true);
        for (Curve curve : waveform.curves()) {
            add(chart, curve.name(), waveform, curve.phase(), Double::isFinite);
        }
        return chart;
    }

    private static XYChart series(WaveformInstance waveform) {
        String obstacle = Whitened.obstacle(waveform);
        String title = "whitened time series";
        if (obstacle != null) {
            return empty(title + ": " + obstacle);
        }
        String by = waveform.whitened() ? "" : ", by " + waveform.noise();
        XYChart chart = chart(title + by, "time in s", "h over the noise's deviation");
        Whitened whitened = Whitened.of(waveform);
        for (int curve = 0; curve < whitened.names().size(); curve++) {
            extremes(
                    chart,
                    whitened.names().get(curve),
                    whitened.time(),
                    whitened.values().get(curve));
        }
        chart.getStyler().setXAxisMaxLabelCount(12).setXAxisDecimalPattern("0.##");
        return chart;
    }

    private static XYChart empty(String title) {
        XYChart chart = chart(title, "time in s", "h over the noise's deviation");
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAxisTicksVisible(false);
        line(chart, "none", new double[] {0, 1}, new double[] {0, 0});
        chart.getSeries("none").setLineColor(Color.WHITE);
        return chart;
    }

    /** Bins from f_min on, those that are accepted; at most {@value #MOST_POINTS}, evenly over the logarithm. */
    private static void add(
            XYChart chart, String name, WaveformInstance waveform, double[] values, DoublePredicate accepted) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        double[] frequency = waveform.frequency();
        double ratio = Math.pow(frequency[frequency.length - 1] / waveform.lowest(), 1.0 / MOST_POINTS);
        double next = 0;
        for (int bin = 0; bin < values.length; bin++) {
            if (frequency[bin] >= Math.max(next, waveform.lowest()) && accepted.test(values[bin])) {
                x.add(frequency[bin]);
                y.add(values[bin]);
                next = frequency[bin] * ratio;
            }
        }
        if (!x.isEmpty()) {
            line(
                    chart,
                    name,
                    x.stream().mapToDouble(Double::doubleValue).toArray(),
                    y.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** All points, or where they are many the least and the greatest of each run of them. */
    private static void extremes(XYChart chart, String name, double[] x, double[] y) {
        int run = 2 * Math.ceilDiv(x.length, MOST_POINTS);
        if (run <= 2) {
            line(chart, name, x, y);
            return;
        }
        double[] fewX = new double[2 * Math.ceilDiv(x.length, run)];
        double[] fewY = new double[fewX.length];
        for (int from = 0, to = 0; from < x.length; from += run, to += 2) {
            int least = from;
            int greatest = from;
            for (int i = from; i < Math.min(from + run, x.length); i++) {
                least = y[i] < y[least] ? i : least;
                greatest = y[i] > y[greatest] ? i : greatest;
            }
            fewX[to] = x[Math.min(least, greatest)];
            fewY[to] = y[Math.min(least, greatest)];
            fewX[to + 1] = x[Math.max(least, greatest)];
            fewY[to + 1] = y[Math.max(least, greatest)];
        }
        line(chart, name, fewX, fewY);
    }

    private static void line(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(COLORS[(chart.getSeriesCollection().size() - 1) % COLORS.length]);
        series.setLineStyle(new BasicStroke(1.4f));
        series.setMarker(SeriesMarkers.NONE);
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideE)
                .setChartTitleFont(chart.getStyler().getChartTitleFont().deriveFont(13f));
        return chart;
    }
}
