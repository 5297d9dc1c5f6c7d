package io.millrace.cli.routing;

import io.millrace.batch.Elements;
import io.millrace.cli.export.Instances;
import io.millrace.cli.picture.Picture;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import io.millrace.routing.CvrpSpec;
import java.awt.Color;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BubbleChart;
import org.knowm.xchart.BubbleChartBuilder;
import org.knowm.xchart.BubbleSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Customers as discs, larger and darker with their demand; the depot red. */
public final class RoutingPicture implements Picture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 950;
    private static final int LEVELS = 5;
    private static final double SMALLEST = 8;
    private static final double LARGEST = 26;
    private static final Color LIGHT = new Color(158, 202, 225);
    private static final Color DARK = new Color(8, 48, 107);
    private static final Color DEPOT = new Color(203, 24, 29);

    /** The picture. */
    public RoutingPicture() {}

    @Override
    public boolean suits(Plan plan) {
        return plan.workload().equals(CvrpSpec.WORKLOAD)
                && plan.fields().stream().anyMatch(field -> field.name().equals("coords"));
    }

    @Override
    public IChart draw(Dataset dataset, Instances instance) {
        Plan plan = dataset.plan();
        boolean depot = instance.has("demand");
        int nodes = nodes(instance, depot);
        BubbleChart chart = new BubbleChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("routing, seed " + plan.seed() + ", instance " + instance.index()
                        + (depot ? ", capacity " + instance.field("capacity").get(Elements.I4, 0) : ""))
                .xAxisTitle("x")
                .yAxisTitle("y")
                .build();
        double extent = extent(instance.field("coords"));
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(extent)
                .setYAxisMin(0.0)
                .setYAxisMax(extent)
                .setDecimalPattern("0.##");
        if (depot) {
            customersByDemand(chart, instance, nodes);
            add(chart, "depot", instance.field("coords"), List.of(0), LARGEST, DEPOT);
        } else {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                all.add(i);
            }
            add(chart, "cities", instance.field("coords"), all, SMALLEST, DARK);
        }
        return chart;
    }

    /** The side of the square that the coordinates are in: the unit square, or the grid of the Uchoa families. */
    private static double extent(MemorySegment coords) {
        for (long i = 0; i < coords.byteSize() / Float.BYTES; i++) {
            if (coords.getAtIndex(Elements.F4, i) > 1) {
                return 1000;
            }
        }
        return 1;
    }

    private static int nodes(Instances instance, boolean depot) {
        return instance.has("customers")
                ? instance.field("customers").get(Elements.I4, 0) + (depot ? 1 : 0)
                : (int) (instance.field("coords").byteSize() / (2 * Float.BYTES));
    }

    /** In at most {@value #LEVELS} series of equal intervals, those without customers left out. */
    private static void customersByDemand(BubbleChart chart, Instances instance, int nodes) {
        MemorySegment demand = instance.field("demand");
        int most = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < nodes; i++) {
            most = Math.max(most, demand.getAtIndex(Elements.I4, i));
            least = Math.min(least, demand.getAtIndex(Elements.I4, i));
        }
        int width = Math.max(1, Math.ceilDiv(most - least + 1, LEVELS));
        for (int level = 0; level < LEVELS; level++) {
            int from = least + level * width;
            List<Integer> rows = new ArrayList<>();
            for (int i = 1; i < nodes; i++) {
                if (demand.getAtIndex(Elements.I4, i) >= from && demand.getAtIndex(Elements.I4, i) < from + width) {
                    rows.add(i);
                }
            }
            if (!rows.isEmpty()) {
                int last = Math.min(most, from + width - 1);
                double share = level / (LEVELS - 1.0);
                String name = "demand " + from + (last == from ? "" : " to " + last);
                add(chart, name, instance.field("coords"), rows, SMALLEST + share * (LARGEST - SMALLEST), blend(share));
            }
        }
    }

    private static void add(
            BubbleChart chart, String name, MemorySegment coords, List<Integer> rows, double diameter, Color color) {
        double[] x = new double[rows.size()];
        double[] y = new double[rows.size()];
        double[] size = new double[rows.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = coords.getAtIndex(Elements.F4, 2L * rows.get(k));
            y[k] = coords.getAtIndex(Elements.F4, 2L * rows.get(k) + 1);
            size[k] = diameter;
        }
        BubbleSeries series = chart.addSeries(name, x, y, size);
        series.setFillColor(color);
        series.setLineColor(color.darker());
    }

    private static Color blend(double share) {
        return new Color(
                mix(LIGHT.getRed(), DARK.getRed(), share),
                mix(LIGHT.getGreen(), DARK.getGreen(), share),
                mix(LIGHT.getBlue(), DARK.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
