package io.millrace.radio.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FractionalDelayTest {
    /** Σ c_k e^{2πif(k − 15)} against e^{2πifμ}. */
    private static double error(double fraction, double frequency) {
        float[] taps = new float[DelayKernel.TAPS];
        FractionalDelay.taps(fraction, taps);
        double re = 0;
        double im = 0;
        for (int k = 0; k < taps.length; k++) {
            double angle = 2 * Math.PI * frequency * (k - FractionalDelay.BEFORE - fraction);
            re += taps[k] * Math.cos(angle);
            im += taps[k] * Math.sin(angle);
        }
        return Math.hypot(re - 1, im);
    }

    /** The bound of the Javadoc, −90 dB; 2.5e-5 was found. */
    @Test
    void readsTonesBetweenSamples() {
        for (int m = 0; m < 499; m++) {
            for (int f = -200; f <= 200; f++) {
                double error = error(m / 499.0, f * FractionalDelay.BAND / 200);
                assertTrue(error < 3e-5, m + "/499 at " + f + ": " + error);
            }
        }
    }

    /** Linear interpolation of e^{2πifμ} adds at most (2πf)²/(8·1024²), 7.5e-7 at the edge of the band. */
    @Test
    void fractionsBetweenRowsAreAsGood() {
        for (int f = -200; f <= 200; f++) {
            double frequency = f * FractionalDelay.BAND / 200;
            double atRow = error(517.0 / FractionalDelay.PHASES, frequency);
            double between = error(517.5 / FractionalDelay.PHASES, frequency);
            assertEquals(atRow, between, 1e-6);
        }
    }

    @Test
    void wholeDelaysCopy() {
        float[] taps = new float[DelayKernel.TAPS];
        FractionalDelay.taps(0, taps);
        for (int k = 0; k < taps.length; k++) {
            assertEquals(k == FractionalDelay.BEFORE ? 1f : 0f, Math.abs(taps[k]));
        }
    }
}
