package io.millrace.radio.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FractionalDelayTest {
    private static final float[] MIDPOINT = FractionalDelay.midpointTaps();

    /** What a tone is at its midpoints, by the three filters, over what it should be. */
    private static double midpoint(double frequency) {
        double gain = 0;
        for (int k = 0; k < FractionalDelay.SIDE; k++) {
            double before = MIDPOINT[2 * k] * Math.cos(2 * Math.PI * frequency * (k + 0.5 - FractionalDelay.SIDE));
            double after = MIDPOINT[2 * k + 1] * Math.cos(2 * Math.PI * frequency * (k + 0.5));
            gain += before + after;
        }
        return gain;
    }

    /** Σ c_k e^{πif(k − 5)} against e^{πifμ}, half-samples of parity {@code k + odd} being midpoints. */
    private static double error(double fraction, double frequency, int odd) {
        float[] taps = new float[FilterKernel.TAPS];
        FractionalDelay.taps(fraction, taps);
        double re = 0;
        double im = 0;
        for (int k = 0; k < taps.length; k++) {
            double angle = Math.PI * frequency * (k - FractionalDelay.BEFORE - fraction);
            double value = (k + odd) % 2 == 0 ? taps[k] : taps[k] * midpoint(frequency);
            re += value * Math.cos(angle);
            im += value * Math.sin(angle);
        }
        return Math.hypot(re - 1, im);
    }

    /** The bound of the Javadoc, −92 dB. */
    @Test
    void readsTonesBetweenSamples() {
        double worst = 0;
        for (int m = 0; m < 499; m++) {
            for (int f = -200; f <= 200; f++) {
                for (int odd = 0; odd < 2; odd++) {
                    worst = Math.max(worst, error(m / 499.0, f * FractionalDelay.BAND / 200, odd));
                }
            }
        }
        assertTrue(worst < 2.5e-5, "error " + worst);
    }

    /** Linear interpolation of e^{πifμ} adds at most (πf)²/(8·512²), 7.5e-7 at the edge of the band. */
    @Test
    void fractionsBetweenRowsAreAsGood() {
        for (int f = -200; f <= 200; f++) {
            double frequency = f * FractionalDelay.BAND / 200;
            double atRow = error(258.0 / FractionalDelay.PHASES, frequency, 0);
            double between = error(258.5 / FractionalDelay.PHASES, frequency, 0);
            assertEquals(atRow, between, 1e-6);
        }
    }

    @Test
    void wholeDelaysCopy() {
        float[] taps = new float[FilterKernel.TAPS];
        FractionalDelay.taps(0, taps);
        for (int k = 0; k < taps.length; k++) {
            assertEquals(k == FractionalDelay.BEFORE ? 1f : 0f, Math.abs(taps[k]));
        }
    }
}
