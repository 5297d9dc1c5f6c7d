package io.millrace.routing;

import io.millrace.math.InverseTrig;
import io.millrace.math.Trig;

/**
 * Distances on a sphere, see {@link Metric#GEO} and {@link Metric#HAVERSINE}. Class: reproducible. Scalar on the host in
 * every backend.
 */
final class Sphere extends Measure {
    private static final double GEO_PI = 3.141592;
    private static final double GEO_RADIUS = 6378.388;
    private static final double MEAN_RADIUS = 6371.0088;

    private final CvrpSpec spec;
    private final boolean geo;
    private final double scale;
    private final double[] latitude;
    private final double[] longitude;
    private final double[] cosine;

    Sphere(CvrpSpec spec) {
        this.spec = spec;
        this.geo = spec.metric() == Metric.GEO;
        this.scale = spec.effectiveScale();
        int most = spec.nodes();
        this.latitude = new double[most];
        this.longitude = new double[most];
        this.cosine = new double[most];
    }

    @Override
    void load(float[] x, float[] y, int at, int nodes) {
        for (int i = 0; i < nodes; i++) {
            latitude[i] = radians(x[at + i] * scale);
            longitude[i] = radians(y[at + i] * scale);
            cosine[i] = geo ? 0 : Trig.cos(latitude[i]);
        }
    }

    /** For GEO the fraction of DDD.MM is minutes. */
    private double radians(double degrees) {
        if (!geo) {
            return degrees * (Math.PI / 180);
        }
        double whole = Math.floor(degrees);
        return GEO_PI * (whole + 5 * (degrees - whole) / 3) / 180;
    }

    private double geo(int i, int j) {
        double q1 = Trig.cos(longitude[i] - longitude[j]);
        double q2 = Trig.cos(latitude[i] - latitude[j]);
        double q3 = Trig.cos(latitude[i] + latitude[j]);
        double cosine = .5 * ((1 + q1) * q2 - (1 - q1) * q3);
        return GEO_RADIUS * InverseTrig.acos(Math.clamp(cosine, -1.0, 1.0)) + 1;
    }

    private double haversine(int i, int j) {
        double sinLatitude = Trig.sin((latitude[i] - latitude[j]) / 2);
        double sinLongitude = Trig.sin((longitude[i] - longitude[j]) / 2);
        double h = sinLatitude * sinLatitude + cosine[i] * cosine[j] * (sinLongitude * sinLongitude);
        return 2 * MEAN_RADIUS * InverseTrig.asin(Math.min(1, Math.sqrt(h)));
    }

    @Override
    void row(int i, int from, int to, DistanceRow out) {
        double[] row = out.doubles();
        for (int j = from; j < to; j++) {
            double d = geo ? geo(i, j) : haversine(i, j);
            row[j] = i == j ? 0 : DistanceScalar.rounded(spec.effectiveRounding(), d);
        }
    }

    @Override
    boolean costly() {
        return true;
    }
}
