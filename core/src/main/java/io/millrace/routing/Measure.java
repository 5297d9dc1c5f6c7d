package io.millrace.routing;

import io.millrace.batch.Rows;

/** Distances between the nodes of one instance, by the spec's metric, scale and rounding. */
abstract sealed class Measure permits Measure.Floats, Measure.Plane, Sphere {
    /** Takes an instance's coordinates, which start at {@code at}. */
    abstract void load(float[] x, float[] y, int at, int nodes);

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
        return spec.measuresInFloats() ? new Floats(spec, kernel) : new Plane(spec, kernel);
    }

    /** Float arithmetic on the coordinates as they are. */
    static final class Floats extends Measure {
        private final Metric.Base base;
        private final DistanceKernel kernel;
        private final float[] x;
        private final float[] y;

        Floats(CvrpSpec spec, DistanceKernel kernel) {
            this.base = spec.metric().base();
            this.kernel = kernel;
            this.x = new float[spec.nodes() + Rows.SLACK];
            this.y = new float[x.length];
        }

        @Override
        void load(float[] x, float[] y, int at, int nodes) {
            System.arraycopy(x, at, this.x, 0, nodes);
            System.arraycopy(y, at, this.y, 0, nodes);
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
        void load(float[] x, float[] y, int at, int nodes) {
            for (int i = 0; i < nodes; i++) {
                this.x[i] = x[at + i] * scale;
                this.y[i] = y[at + i] * scale;
            }
        }

        @Override
        void row(int i, int from, int to, DistanceRow out) {
            kernel.row(spec.metric().base(), spec.effectiveRounding(), x, y, i, from, to, out.doubles());
        }
    }
}
