package io.millrace.cli.picture;

import io.millrace.batch.Field;
import io.millrace.cli.export.Instances;
import io.millrace.cli.export.Reals;
import io.millrace.dataset.Dataset;
import io.millrace.dataset.Plan;
import java.util.Comparator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;

/** The first rows of an instance's largest field, each a line: for whatever has no picture of its own. */
public final class LinePicture implements Picture {
    private static final int MOST_LINES = 8;
    private static final int MOST_POINTS = 10_000;

    /** The picture. */
    public LinePicture() {}

    @Override
    public boolean suits(Plan plan) {
        return true;
    }

    @Override
    public IChart draw(Dataset dataset, Instances instance) {
        Plan plan = dataset.plan();
        Field field = plan.fields().stream()
                .max(Comparator.comparingLong(Field::elements))
                .orElseThrow();
        int reals = Reals.in(field.dtype());
        int row = reals * (field.shape().isEmpty() ? 1 : field.shape().getLast());
        long rows = field.elements() * reals / row;
        XYChart chart = new XYChartBuilder()
                .width(1000)
                .height(600)
                .title(plan.workload() + ", instance " + instance.index())
                .xAxisTitle("position in a row")
                .yAxisTitle(field.name())
                .build();
        chart.getStyler().setMarkerSize(row == 1 ? 8 : 0);
        for (int line = 0; line < Math.min(rows, MOST_LINES); line++) {
            double[] values = new double[Math.min(row, MOST_POINTS)];
            for (int i = 0; i < values.length; i++) {
                values[i] = Reals.at(field.dtype(), instance.field(field.name()), (long) line * row + i);
            }
            chart.addSeries("row " + line, values);
        }
        return chart;
    }
}
