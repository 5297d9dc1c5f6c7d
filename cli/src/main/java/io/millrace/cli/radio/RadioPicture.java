package io.millrace.cli.radio;

import io.millrace.cli.export.Instances;
import io.millrace.cli.picture.Beside;
import io.millrace.cli.picture.Panels;
import io.millrace.cli.picture.Picture;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.generator.Workloads;
import io.millrace.radio.RadioSpec;
import io.millrace.radio.channel.Fading;
import io.millrace.radio.scene.Earth;
import io.millrace.radio.scene.Place;
import io.millrace.radio.signal.Emission;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A transmission: the spectrogram and the constellation of the receiver that hears it best, the received powers over time, and the map.
 * Without samples the map alone.
 */
public final class RadioPicture implements Picture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 340;
    private static final int SQUARE = 500;
    private static final int MOST_LINES = 8;
    private static final int MOST_POINTS = 600;
    private static final int MOST_SAMPLES = 3000;
    private static final Color BLUE = new Color(8, 81, 156);
    private static final Color GREY = new Color(150, 150, 150);
    private static final Color RED = new Color(203, 24, 29);
    private static final Color[] COLORS = {
        BLUE,
        new Color(217, 95, 2),
        new Color(35, 139, 69),
        new Color(117, 107, 177),
        new Color(203, 24, 29),
        new Color(102, 102, 102),
        new Color(166, 118, 29),
        new Color(231, 41, 138)
    };

    /** The picture. */
    public RadioPicture() {}

    @Override
    public boolean suits(Plan plan) {
        return plan.workload().equals(RadioSpec.WORKLOAD)
                && plan.workloadVersion() == Workloads.named(RadioSpec.WORKLOAD).version();
    }

    @Override
    public IChart draw(Dataset dataset, Instances at) throws IOException {
        RadioInstance instance = RadioInstance.of(dataset, at, "this picture");
        int clearest = instance.clearest();
        List<String> heading = List.of(
                "radio, instance " + instance.index() + ": "
                        + instance.modulation().text(),
                transmitter(instance),
                "receiver " + clearest + " hears it best: signal over noise "
                        + figure(instance.value("snr_db", clearest)) + " dB (this record "
                        + figure(instance.value("snr_db_realised", clearest)) + " dB), "
                        + figure(instance.value("power_dbm", clearest)) + " dBm, "
                        + figure(instance.value("delay_s", clearest) * 1e6) + " us away, "
                        + figure(instance.value("cfo_hz", clearest)) + " Hz off");
        if (!instance.sampled()) {
            List<String> more = new ArrayList<>(heading);
            more.add("there are no samples to draw: output is "
                    + dataset.plan().spec().get("output"));
            return new Panels(more, List.of(map(instance, WIDTH, 2 * SQUARE)));
        }
        RadioSpec spec = instance.spec();
        IChart spectrogram = new Spectrogram(spec.sampleRate(), spec.scene().bandwidth())
                .of(instance.samples(clearest), "spectrogram at receiver " + clearest, WIDTH, HEIGHT);
        return new Panels(
                heading,
                List.of(
                        spectrogram,
                        powers(instance),
                        new Beside(List.of(constellation(instance, clearest), map(instance, SQUARE, SQUARE)))));
    }

    private static String transmitter(RadioInstance instance) {
        Place place = instance.transmitter();
        return "transmitter at " + figure(place.latitude()) + ", " + figure(place.longitude())
                + "; dilution of precision " + figure(instance.value("gdop")) + ", positions by time differences "
                + figure(instance.value("crlb_m")) + " m at best";
    }

    private static String figure(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.4g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "")
                : "infinite";
    }

    /** Means of |iq|² over runs of samples, of at most {@value #MOST_LINES} receivers: those that hear best. */
    private static XYChart powers(RadioInstance instance) {
        int samples = instance.spec().samples();
        int run = Math.ceilDiv(samples, MOST_POINTS);
        int points = samples / run;
        double rate = instance.spec().sampleRate();
        String each = run == 1 ? "each sample" : "means of " + run + " samples";
        XYChart chart = chart("received power, " + each, "time in s", "dBm", WIDTH, HEIGHT);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(samples / rate).setXAxisDecimalPattern("0.######");
        int[] shown = IntStream.range(0, instance.receivers())
                .boxed()
                .sorted(Comparator.comparingDouble(r -> -instance.value("snr_db", r)))
                .limit(MOST_LINES)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
        for (int receiver : shown) {
            double[] time = new double[points];
            double[] power = new double[points];
            for (int k = 0; k < points; k++) {
                int count = Math.min(run, samples - k * run);
                time[k] = (k * (double) run + count / 2.0) / rate;
                power[k] = Samples.decibel(Samples.of(instance.samples(receiver), k * (long) run, count)
                        .power());
            }
            XYSeries series = chart.addSeries("receiver " + receiver, time, power);
            Color color = COLORS[(chart.getSeriesCollection().size() - 1) % COLORS.length];
            series.setLineColor(color);
            series.setMarkerColor(color);
            series.setLineStyle(new BasicStroke(1.4f));
            series.setMarker(points == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
        return chart;
    }

    /** Symbols of a phase or quadrature keying, samples of others; the carrier's offset is taken away. */
    private static XYChart constellation(RadioInstance instance, int receiver) {
        RadioSpec spec = instance.spec();
        Emission emission = spec.emission();
        double shift = instance.value("cfo_hz", receiver)
                + (spec.channel().fading() == Fading.NONE ? instance.value("doppler_hz", receiver) : 0);
        double turns = shift / spec.sampleRate();
        double rate =
                emission.symbolRate() > 0 ? emission.symbolRate() : emission.bandwidth() / (1 + emission.rollOff());
        double perSymbol = spec.sampleRate() / rate;
        boolean keyed = instance.modulation().text().matches(".*(psk|qam)");
        int used = keyed ? SymbolPoints.samples(perSymbol, spec.samples()) : 0;
        Samples points = used > 0
                ? SymbolPoints.of(
                        Samples.of(instance.samples(receiver), 0, used).shifted(turns), perSymbol, emission.rollOff())
                : Samples.of(instance.samples(receiver), 0, Math.min(spec.samples(), MOST_SAMPLES))
                        .shifted(turns);
        Samples normalised = points.normalised();
        String what = (used > 0 ? "symbol" : "sample") + (normalised.count() == 1 ? "" : "s");
        XYChart chart = chart(
                normalised.count() + " " + what + " at receiver " + receiver + ", power 1", "I", "Q", SQUARE, SQUARE);
        chart.getStyler().setLegendVisible(false);
        double most = 1;
        for (int i = 0; i < normalised.count(); i++) {
            most = Math.max(
                    most,
                    Math.max(Math.abs(normalised.re()[i]), Math.abs(normalised.im()[i])));
        }
        bound(chart, -1.05 * most, 1.05 * most, -1.05 * most, 1.05 * most);
        dots(chart, "points", normalised.re(), normalised.im(), BLUE, SeriesMarkers.CIRCLE, 3);
        return chart;
    }

    /** As many km across as up, which on a sphere holds in the middle. */
    private static XYChart map(RadioInstance instance, int width, int height) {
        List<Place> places = IntStream.range(0, instance.receivers())
                .mapToObj(instance::receiver)
                .toList();
        List<Place> all = new ArrayList<>(places);
        all.add(instance.transmitter());
        double south = all.stream().mapToDouble(Place::latitude).min().orElseThrow();
        double north = all.stream().mapToDouble(Place::latitude).max().orElseThrow();
        double west = all.stream().mapToDouble(Place::longitude).min().orElseThrow();
        double east = all.stream().mapToDouble(Place::longitude).max().orElseThrow();
        double narrow = Math.max(0.01, Math.cos(Math.toRadians((south + north) / 2)));
        double half = 0.6 * Math.max(1e-3, Math.max(north - south, (east - west) * narrow));
        XYChart chart = chart("map", "longitude", "latitude", width, height);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        double x = (west + east) / 2;
        double y = (south + north) / 2;
        bound(chart, x - half / narrow, x + half / narrow, y - half, y + half);
        receivers(chart, instance, places, half);
        Place transmitter = instance.transmitter();
        dots(
                chart,
                "transmitter",
                new double[] {transmitter.longitude()},
                new double[] {transmitter.latitude()},
                RED,
                SeriesMarkers.DIAMOND,
                11);
        circle(chart, transmitter, instance.value("crlb_m"), half, narrow);
        return chart;
    }

    private static void receivers(XYChart chart, RadioInstance instance, List<Place> places, double half) {
        for (boolean hearing : new boolean[] {true, false}) {
            int[] these = IntStream.range(0, places.size())
                    .filter(r -> instance.heard(r) == hearing)
                    .toArray();
            if (these.length > 0) {
                dots(
                        chart,
                        hearing ? "receivers that hear" : "receivers that do not",
                        IntStream.of(these)
                                .mapToDouble(r -> places.get(r).longitude())
                                .toArray(),
                        IntStream.of(these)
                                .mapToDouble(r -> places.get(r).latitude())
                                .toArray(),
                        hearing ? BLUE : GREY,
                        SeriesMarkers.CIRCLE,
                        9);
            }
        }
        for (int r = 0; r < places.size(); r++) {
            AnnotationText number = new AnnotationText(
                    Integer.toString(r),
                    places.get(r).longitude(),
                    places.get(r).latitude() + 0.06 * half,
                    false);
            chart.addAnnotation(number);
        }
    }

    /** The root mean square error that no estimator of the position falls below, where it can be seen. */
    private static void circle(XYChart chart, Place centre, double metres, double half, double narrow) {
        double degrees = Math.toDegrees(metres / Earth.RADIUS);
        if (!(degrees > 0.01 * half && degrees < half)) {
            return;
        }
        int points = 73;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / (points - 1);
            x[i] = centre.longitude() + degrees / narrow * Math.cos(angle);
            y[i] = centre.latitude() + degrees * Math.sin(angle);
        }
        XYSeries series = chart.addSeries("error of a position, at best", x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(RED);
        series.setLineStyle(new BasicStroke(1.2f));
        series.setMarker(SeriesMarkers.NONE);
    }

    private static void dots(XYChart chart, String name, double[] x, double[] y, Color color, Marker marker, int size) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(color);
        chart.getStyler().setMarkerSize(size);
    }

    private static void bound(XYChart chart, double left, double right, double bottom, double top) {
        chart.getStyler()
                .setXAxisMin(left)
                .setXAxisMax(right)
                .setYAxisMin(bottom)
                .setYAxisMax(top);
    }

    private static XYChart chart(String title, String x, String y, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideE)
                .setChartTitleFont(chart.getStyler().getChartTitleFont().deriveFont(Font.BOLD, 13f));
        return chart;
    }
}
