package io.millrace.waveform.detector;

import io.millrace.random.Philox;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.List;

/**
 * What the detectors of a {@link Projection} make of one source: antenna patterns, delays and streams of noise; one thread's.
 * Class: reproducible.
 */
public final class Aim {
    private final List<Detector> detectors;
    private final double gmst;
    private final double[] pattern = new double[2];
    private final double[] plus;
    private final double[] cross;
    private final double[] delay;

    Aim(List<Detector> detectors, double gmst) {
        this.detectors = detectors;
        this.gmst = gmst;
        plus = new double[detectors.size()];
        cross = new double[detectors.size()];
        delay = new double[detectors.size()];
    }

    /** Sets all from {@code ra}, {@code dec}, {@code psi} and {@code geocent_time}. */
    public void at(Point point) {
        double ra = point.get(Parameter.RA);
        double dec = point.get(Parameter.DEC);
        for (int d = 0; d < delay.length; d++) {
            Detector detector = detectors.get(d);
            detector.antenna(ra, dec, point.get(Parameter.PSI), gmst, pattern);
            plus[d] = pattern[0];
            cross[d] = pattern[1];
            delay[d] = point.get(Parameter.GEOCENT_TIME) + detector.delay(ra, dec, gmst);
        }
    }

    /** The number of detectors. */
    public int detectors() {
        return delay.length;
    }

    /** F₊ of a detector, by its position in the observation. */
    public double plus(int d) {
        return plus[d];
    }

    /** F× of a detector. */
    public double cross(int d) {
        return cross[d];
    }

    /** By how much later than at time 0 the signal is in a detector, in s: its {@code geocent_time} and the delay. */
    public double delay(int d) {
        return delay[d];
    }

    /** Stream of a detector's noise: normal doubles 2b, 2b + 1 are those of bin b. */
    int stream(int d) {
        return Streams.NOISE + detectors.get(d).ordinal();
    }

    /** The same with the attempt, as the second word of Philox's counter. */
    public int noiseLane(int d, int attempt) {
        return Philox.lane(attempt, stream(d));
    }
}
