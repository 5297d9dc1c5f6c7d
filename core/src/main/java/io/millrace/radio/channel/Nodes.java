package io.millrace.radio.channel;

import io.millrace.radio.kernel.CurveKernel;

/**
 * Where fading is evaluated: at nodes a power of two samples apart, at most 1/16 of a period of the fastest part, f_d·spacing/f_s ≤ 1/16,
 * or at every sample. In between it is the polynomial of degree 5 through the six nearest nodes, whose error is below 2e-5 (−94 dB)
 * of a process of unit power: (225/46080)·(2π/16)⁶. Node c is at sample (c − {@value #BEFORE})·spacing.
 */
public final class Nodes {
    /** Nodes before a sample's interval, and after it one more. */
    public static final int BEFORE = 2;

    /** Nodes that an interval's polynomial needs. */
    public static final int SUPPORT = CurveKernel.COEFFICIENTS;

    /** The largest spacing: offsets in an interval are exact floats. */
    public static final int MOST = 1 << 24;

    private static final double LARGEST_STEP = 1.0 / 16;

    private final int spacing;
    private final boolean still;

    /** Of a process whose frequencies reach {@code doppler} Hz. */
    public Nodes(double doppler, double sampleRate) {
        int samples = 1;
        while (samples < MOST && 2 * samples * doppler <= LARGEST_STEP * sampleRate) {
            samples *= 2;
        }
        spacing = samples;
        still = samples == MOST;
    }

    /** Samples from node to node. */
    public int spacing() {
        return spacing;
    }

    /** Whether the process is one constant, slower than anything. */
    public boolean still() {
        return still;
    }

    /** The polynomials' coefficients of the interval whose nodes begin at {@code node}: exact at nodes −2 … 3, u from 0 to 1. */
    static void polynomial(float[] h, int node, float[] out, int at) {
        float a = h[node];
        float b = h[node + 1];
        float c = h[node + 2];
        float d = h[node + 3];
        float e = h[node + 4];
        float f = h[node + 5];
        float near = b + d;
        float far = (a + e) * (1f / 24);
        out[at] = c;
        out[at + 1] = a * (1f / 20) - b * 0.5f - c * (1f / 3) + d - e * 0.25f + f * (1f / 30);
        out[at + 2] = near * (2f / 3) - c * 1.25f - far;
        out[at + 3] = c * (5f / 12) - d * (7f / 12) + e * (7f / 24) - (a + b + f) * (1f / 24);
        out[at + 4] = c * 0.25f - near * (1f / 6) + far;
        out[at + 5] = (f - a) * (1f / 120) + (b - e) * (1f / 24) + (d - c) * (1f / 12);
    }
}
