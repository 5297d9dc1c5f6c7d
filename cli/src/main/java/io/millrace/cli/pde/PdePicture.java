package io.millrace.cli.pde;

import io.millrace.batch.DType;
import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.cli.picture.Panels;
import io.millrace.cli.picture.Picture;
import io.millrace.cli.picture.Raster;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.generator.Workloads;
import io.millrace.pde.Letter;
import io.millrace.pde.PdeSpec;
import io.millrace.spec.Settings;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Two panels: u over space and time, and some frames of it; of squares the first frame and the last. */
public final class PdePicture implements Picture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 420;
    private static final int SIDE = 640;
    private static final int CURVES = 5;
    private static final ValueLayout.OfShort F2 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The picture. */
    public PdePicture() {}

    @Override
    public boolean suits(Plan plan) {
        return plan.workload().equals(PdeSpec.WORKLOAD)
                && plan.workloadVersion() == Workloads.named(PdeSpec.WORKLOAD).version();
    }

    @Override
    public IChart draw(Dataset dataset, Instances instance) throws IOException {
        PdeSpec spec = (PdeSpec) dataset.spec();
        double[][] u = read(spec, instance.field("u"));
        return new Panels(
                List.of(Settings.kebab(spec.equation()) + ", instance " + instance.index(), facts(spec, instance)),
                spec.equation().dimensions == 2
                        ? List.of(square(spec, u, 0), square(spec, u, spec.frames() - 1))
                        : List.of(raster(spec, u), curves(spec, u)));
    }

    private static String facts(PdeSpec spec, Instances instance) {
        List<String> facts = new ArrayList<>();
        for (Letter letter : spec.equation().letters) {
            String name = Settings.kebab(letter);
            facts.add(name + " " + figure(instance.field(name).getAtIndex(Elements.F8, 0)));
        }
        double error = instance.field("error").getAtIndex(Elements.F8, 0);
        facts.add(Double.isNaN(error) ? "not certified" : "relative error " + figure(error));
        return String.join(", ", facts);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static double[][] read(PdeSpec spec, MemorySegment memory) {
        double[][] u = new double[spec.frames()][spec.numbers()];
        for (int frame = 0; frame < spec.frames(); frame++) {
            for (int j = 0; j < spec.numbers(); j++) {
                long element = (long) frame * spec.numbers() + j;
                u[frame][j] = spec.dtype() == DType.F8
                        ? memory.getAtIndex(Elements.F8, element)
                        : spec.dtype() == DType.F4
                                ? memory.getAtIndex(Elements.F4, element)
                                : Float.float16ToFloat(memory.getAtIndex(F2, element));
            }
        }
        return u;
    }

    private static Raster raster(PdeSpec spec, double[][] u) {
        Raster.Axis x = new Raster.Axis("x", 0, spec.length());
        return new Raster("u over time and space", new Raster.Axis("t", 0, spec.end()), x, scale(u), u, WIDTH, HEIGHT);
    }

    /** A frame, x to the right. */
    private static Raster square(PdeSpec spec, double[][] u, int frame) {
        double[][] columns = new double[spec.points()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Arrays.copyOfRange(u[frame], j * columns.length, (j + 1) * columns.length);
        }
        return new Raster(
                "t = " + figure(frame * spec.interval()),
                new Raster.Axis("x", 0, spec.length()),
                new Raster.Axis("y", 0, spec.length()),
                scale(columns),
                columns,
                SIDE,
                SIDE);
    }

    private static Raster.Axis scale(double[][] u) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] column : u) {
            for (double value : column) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new Raster.Axis("u", least, most > least ? most : least + 1);
    }

    private static XYChart curves(PdeSpec spec, double[][] u) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("frames")
                .xAxisTitle("x")
                .yAxisTitle("u")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        double[] x = new double[spec.points()];
        for (int j = 0; j < x.length; j++) {
            x[j] = spec.length() * (j + 0.5) / x.length;
        }
        int curves = Math.min(CURVES, spec.frames());
        for (int curve = 0; curve < curves; curve++) {
            int frame = (int) ((long) curve * (spec.frames() - 1) / (curves - 1));
            chart.addSeries("t = " + figure(frame * spec.interval()), x, u[frame])
                    .setMarker(SeriesMarkers.NONE);
        }
        return chart;
    }
}
