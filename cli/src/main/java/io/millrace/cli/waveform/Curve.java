package io.millrace.cli.waveform;

import java.util.Arrays;

/**
 * A complex function of frequency with its name.
 *
 * @param name of the field or the detector
 * @param re real parts, one a bin
 * @param im imaginary parts
 */
record Curve(String name, double[] re, double[] im) {
    /** |h| of every bin. */
    double[] amplitude() {
        double[] amplitude = new double[re.length];
        Arrays.setAll(amplitude, bin -> Math.hypot(re[bin], im[bin]));
        return amplitude;
    }

    /** arg h of every bin in rad, in steps of less than half a turn; NaN where h is 0. */
    double[] phase() {
        double[] phase = new double[re.length];
        double last = Double.NaN;
        for (int bin = 0; bin < phase.length; bin++) {
            if (re[bin] == 0 && im[bin] == 0) {
                phase[bin] = Double.NaN;
                continue;
            }
            double wrapped = Math.atan2(im[bin], re[bin]);
            phase[bin] =
                    Double.isNaN(last) ? wrapped : wrapped + 2 * Math.PI * Math.rint((last - wrapped) / (2 * Math.PI));
            last = phase[bin];
        }
        return phase;
    }
}
