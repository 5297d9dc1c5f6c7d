package io.millrace.routing;

import io.millrace.batch.Batch;
import io.millrace.batch.Rows;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The fields {@code distance} and {@code neighbours}.
 *
 * <p>Float arithmetic for unrounded f4 distances of EUCLIDEAN, MANHATTAN and CHEBYSHEV at scale 1; double arithmetic on the
 * scaled coordinates for all others. Class: reproducible.
 */
final class DistancePart implements Part {
    /** Nodes that may lie between two instances' coordinates. */
    private static final int PADDING = 2;

    private final CvrpSpec spec;
    private final MatrixKernel matrix;
    private final Measure measure;
    private final DistanceRow row;
    private final Nearest nearest;
    private final DistanceKernel kernel;
    private final int width;
    private final float[] x;
    private final float[] y;
    private MemorySegment distance;
    private MemorySegment neighbours;

    DistancePart(CvrpSpec spec, CvrpKernels kernels, int chunk) {
        this.spec = spec;
        this.kernel = kernels.distances();
        this.width = spec.nodes();
        this.x = new float[(width + PADDING) * chunk + Rows.SLACK];
        this.y = new float[x.length];
        this.row = new DistanceRow(spec.distanceType(), width, kernels.rows());
        this.measure = Measure.of(spec, kernels.distances());
        this.nearest = spec.distances() == Distances.NEAREST ? new Nearest(spec.neighbours(), kernels.rows()) : null;
        boolean direct = spec.distances() == Distances.FULL
                && !spec.padded()
                && spec.metric().base() == Metric.Base.EUCLIDEAN
                && spec.measuresInFloats();
        this.matrix = direct ? kernels.matrix() : null;
    }

    @Override
    public void bind(Batch batch) {
        distance = batch.tensor("distance");
        if (nearest != null) {
            neighbours = batch.tensor("neighbours");
        }
    }

    /** All coordinates are set apart before the first matrix: to load what was just stored would stall it. */
    @Override
    public void make(Instance[] chunk, int count) {
        int start = chunk[0].at;
        int nodes = (chunk[count - 1].at - start) / 2 + chunk[count - 1].nodes;
        kernel.split(chunk[0].xy, start, nodes, x, y);
        for (int number = 0; number < count; number++) {
            Instance instance = chunk[number];
            int at = (instance.at - start) / 2;
            if (matrix != null) {
                matrix.write(x, y, at, width, distance, (long) instance.row * width * width);
            } else {
                measure.load(x, y, at, instance.nodes);
                measure(instance);
            }
        }
    }

    private void measure(Instance instance) {
        switch (spec.distances()) {
            case FULL -> full(instance);
            case UPPER -> upper(instance);
            default -> nearest(instance);
        }
    }

    private void full(Instance instance) {
        for (int i = 0; i < width; i++) {
            int columns = i < instance.nodes ? instance.nodes : 0;
            int mirrored = measure.costly() ? Math.min(i, columns) : 0;
            row.fetchColumn(mirrored, distance, (long) instance.row * width * width + i, width);
            measure.row(i, mirrored, columns, row);
            store(columns, 0, width, ((long) instance.row * width + i) * width);
        }
    }

    private void upper(Instance instance) {
        long element = (long) instance.row * (width * (width - 1) / 2);
        for (int i = 0; i < width - 1; i++) {
            int columns = i < instance.nodes ? instance.nodes : i + 1;
            measure.row(i, i + 1, columns, row);
            store(columns, i + 1, width, element);
            element += width - i - 1;
        }
    }

    /** Columns from {@code used} on are 0. */
    private void store(int used, int from, int to, long element) {
        if (measure.floats()) {
            Arrays.fill(row.floats(), used, to, 0);
            row.storeFloats(from, to - from, distance, element);
        } else {
            Arrays.fill(row.doubles(), used, to, 0);
            row.storeDoubles(from, to - from, distance, element);
        }
    }

    private void nearest(Instance instance) {
        int k = spec.neighbours();
        for (int i = 0; i < width; i++) {
            if (i < instance.nodes) {
                measure.row(i, 0, instance.nodes, row);
                if (measure.floats()) {
                    widen(instance.nodes);
                }
                nearest.select(row.doubles(), i, instance.nodes);
            } else {
                nearest.clear(row.doubles());
            }
            long element = ((long) instance.row * width + i) * k;
            nearest.store(neighbours, element);
            row.storeDoubles(0, k, distance, element);
        }
    }

    private void widen(int count) {
        for (int j = 0; j < count; j++) {
            row.doubles()[j] = row.floats()[j];
        }
    }
}
