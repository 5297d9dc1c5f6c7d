package io.millrace.pde;

/** What a trajectory tells of its errors, frame after frame, as it is written. One thread's. Class: reproducible. */
public final class Certificate {
    /** An error above this is counted. */
    private static final double DOUBTFUL = 1e-3;

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

    /** Forgets the trajectory before. */
    public void begin() {
        largest = 0;
        difference = 0;
        drift = 0;
        growth = Double.NEGATIVE_INFINITY;
    }

    /** Adds a frame; {@code other} is the same solved finer, or null. */
    void add(int frame, double[] u, double[] other) {
        double sum = 0;
        double squares = 0;
        double most = 0;
        double apart = 0;
        for (int j = 0; j < u.length; j++) {
            sum += u[j];
            squares = Math.fma(u[j], u[j], squares);
            most = Math.max(most, Math.abs(u[j]));
            if (other != null) {
                apart = Math.max(apart, Math.abs(u[j] - other[j]));
            }
        }
        add(frame, sum, squares, most, apart);
    }

    /**
     * Adds a frame that is measured elsewhere.
     *
     * @param sum of u, from the first point to the last
     * @param squares likewise, each added by one fma
     * @param most the largest |u|
     * @param apart the largest difference from the same, solved finer; 0: there is none
     */
    public void add(int frame, double sum, double squares, double most, double apart) {
        largest = Math.max(largest, most);
        difference = Math.max(difference, apart);
        if (frame == 0) {
            mean = sum / room.length;
        } else {
            drift = Math.max(drift, Math.abs(sum / room.length - mean));
            growth = Math.max(growth, energy > 0 ? squares / energy - 1 : 0);
        }
        energy = squares;
    }

    /** The largest difference over the largest |u|; infinite where the other left the finite. */
    public double error() {
        double apart = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
        return largest > 0 ? apart / largest : apart;
    }

    /** The largest change of the mean over the largest |u|. */
    public double drift() {
        return largest > 0 ? drift / largest : drift;
    }

    /** The largest ∫u² dx from a frame to the next over the one before, minus 1. */
    public double growth() {
        return growth;
    }

    /** 1 where the error is above 1e-3, or none; else 0. */
    public int doubtful() {
        return error() <= DOUBTFUL ? 0 : 1;
    }
}
