package io.millrace.radio.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NodesTest {
    private static final float[] CURVE = new float[Nodes.SUPPORT];

    private static double at(float[] h, double u) {
        Nodes.polynomial(h, 0, CURVE, 0);
        double value = 0;
        for (int k = Nodes.SUPPORT - 1; k >= 0; k--) {
            value = value * u + CURVE[k];
        }
        return value;
    }

    @Test
    void polynomialsOfDegreeFiveAreExact() {
        for (int degree = 0; degree <= 5; degree++) {
            float[] h = new float[Nodes.SUPPORT];
            for (int c = 0; c < h.length; c++) {
                h[c] = (float) Math.pow(c - Nodes.BEFORE, degree);
            }
            for (double u = 0; u <= 1; u += 1.0 / 64) {
                // the nodes are up to 3⁵ = 243
                assertEquals(Math.pow(u, degree), at(h, u), 243 * 0x1p-22, "degree " + degree + " at " + u);
            }
        }
    }

    /** (225/46080)·(2π/16)⁶ = 1.8e-5 of a sinusoid with sixteen nodes a period; less with more. */
    @Test
    void sinusoidsAreCloseToTheirCurves() {
        for (double period : new double[] {16, 17.3, 24, 31.9}) {
            double bound = 225.0 / 46080 * Math.pow(2 * Math.PI / period, 6) + 1e-6;
            double worst = 0;
            for (int phase = 0; phase < 100; phase++) {
                float[] h = new float[Nodes.SUPPORT];
                for (int c = 0; c < h.length; c++) {
                    h[c] = (float) Math.sin(2 * Math.PI * ((c - Nodes.BEFORE) / period + phase / 100.0));
                }
                for (double u = 0; u <= 1; u += 1.0 / 64) {
                    double exact = Math.sin(2 * Math.PI * (u / period + phase / 100.0));
                    worst = Math.max(worst, Math.abs(at(h, u) - exact));
                }
            }
            assertTrue(worst < bound, period + ": " + worst + " above " + bound);
            assertTrue(worst < 2e-5);
        }
    }

    /** Powers of two, f_d·spacing/f_s at most 1/16 and, if it is more than a sample, above 1/32. */
    @Test
    void spacing() {
        for (double doppler : new double[] {0.01, 1, 3, 31.25, 32, 1000, 3125, 3126, 25_000}) {
            int spacing = new Nodes(doppler, 50_000).spacing();
            assertEquals(1, Integer.bitCount(spacing));
            double step = doppler * spacing / 50_000;
            assertTrue(spacing == 1 || step <= 1.0 / 16);
            assertTrue(step > 1.0 / 32);
            assertFalse(new Nodes(doppler, 50_000).still());
        }
        assertTrue(new Nodes(0, 50_000).still());
    }
}
