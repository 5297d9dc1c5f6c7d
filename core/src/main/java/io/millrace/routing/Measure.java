package io.millrace.routing;

import io.millrace.batch.DType;
import io.millrace.batch.Rows;

/** Distances between the nodes of one instance, by the spec's metric, scale and rounding. */
abstract sealed class Measure permits Measure.Floats, Measure.Plane, Sphere {
    /** Takes an instance's coordinates. */
    abstract void load(float[] x, float[] y, int nodes);

    /** Distances from node {@code i} to {@code from … to − 1}, into the row's floats or doubles, see {@link #floats}. */
    abstract void row(int i, int from, int to, DistanceRow out);

    /** Whether rows are floats. */
    boolean floats() {
        return false;
    }

    /** Whether a distance costs more than to fetch its mirror image. */
    boolean costly() {
        return false;
    }

    static Measure of(CvrpSpec spec, DistanceKernel kernel) {
        if (spec.metric().spherical()) {
            return new Sphere(spec);
        }
        return inFloats(spec) ? new Floats(spec, kernel) : new Plane(spec, kernel);
    }

    static boolean inFloats(CvrpSpec spec) {
        return spec.distanceType() == DType.F4
                && spec.effectiveRounding() == Rounding.NONE
                && spec.effectiveScale() == 1
                && !spec.metric().spherical();
    }

    /** Float arithmetic on the coordinates as they are. */
    static final class Floats extends Measure {
        private final Metric.Base base;
        private final DistanceKernel kernel;
        private float[] x;
        private float[] y;

        Floats(CvrpSpec spec, DistanceKernel kernel) {
            this.base = spec.metric().base();
            this.kernel = kernel;
        }

        @Override
        void load(float[] x, float[] y, int nodes) {
            this.x = x;
            this.y = y;
        }

        @Override
        void row(int i, int from, int to, DistanceRow out) {
            kernel.row(base, x, y, i, from, to, out.floats());
        }

        @Override
        boolean floats() {
            return true;
        }
    }

    /** Double arithmetic on scaled coordinates. */
    static final class Plane extends Measure {
        private final CvrpSpec spec;
        private final DistanceKernel kernel;
        private final double scale;
        private final double[] x;
        private final double[] y;

        Plane(CvrpSpec spec, DistanceKernel kernel) {
            this.spec = spec;
            this.kernel = kernel;
            this.scale = spec.effectiveScale();
            this.x = new double[spec.nodes() + Rows.SLACK];
            this.y = new double[x.length];
        }

        @Override
        void load(float[] x, float[] y, int nodes) {
            for (int i = 0; i < nodes; i++) {
                this.x[i] = x[i] * scale;
                this.y[i] = y[i] * scale;
            }
        }

        @Override
        void row(int i, int from, int to, DistanceRow out) {
            kernel.row(spec.metric().base(), spec.effectiveRounding(), x, y, i, from, to, out.doubles());
        }
    }
}
