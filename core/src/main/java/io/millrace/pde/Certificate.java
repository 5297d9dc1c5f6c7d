package io.millrace.pde;

/** What a trajectory tells of its errors, frame after frame, as it is written. One thread's. Class: reproducible. */
final class Certificate {
    /** An error above this is counted. */
    static final double DOUBTFUL = 1e-3;

    private final double[] room;
    private double largest;
    private double difference;
    private double mean;
    private double drift;
    private double energy;
    private double growth;

    Certificate(int points) {
        room = new double[points];
    }

    /** Room for a frame. */
    double[] room() {
        return room;
    }

    void begin() {
        largest = 0;
        difference = 0;
        drift = 0;
        growth = Double.NEGATIVE_INFINITY;
    }

    /** Adds a frame; {@code other} is the same solved finer, or null. */
    void add(int frame, double[] u, double[] other) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < u.length; j++) {
            sum += u[j];
            squares = Math.fma(u[j], u[j], squares);
            largest = Math.max(largest, Math.abs(u[j]));
            if (other != null) {
                difference = Math.max(difference, Math.abs(u[j] - other[j]));
            }
        }
        if (frame == 0) {
            mean = sum / u.length;
        } else {
            drift = Math.max(drift, Math.abs(sum / u.length - mean));
            growth = Math.max(growth, energy > 0 ? squares / energy - 1 : 0);
        }
        energy = squares;
    }

    /** The largest difference over the largest |u|. */
    double error() {
        return largest > 0 ? difference / largest : difference;
    }

    double drift() {
        return largest > 0 ? drift / largest : drift;
    }

    double growth() {
        return growth;
    }
}
