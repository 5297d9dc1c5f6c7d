package io.millrace.radio.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.millrace.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chirp spread spectrum and sweeps. */
class ChirpTest {
    /** Samples a chip. */
    private static final int K = 4;

    private static double phase(Envelope x) {
        return new RandomStream(Envelope.PHILOX).at(x.index, 0, Streams.START).uniformDouble(0);
    }

    /** x_s(t) of the definition, a turn a chip less once the band's upper edge is reached. */
    @ParameterizedTest
    @ValueSource(ints = {5, 7, 12})
    void samplesAreOfTheDefinition(int factor) {
        int n = 1 << factor;
        Envelope x = new Envelope.Source("lora", "spreading-factor=" + factor).make(4, 40_000);
        for (int j = 0; j < x.re.length; j++) {
            double at = x.part() + (double) j / (K * n);
            int s = x.label((int) at, factor);
            double t = (at - Math.floor(at)) * n;
            double turns = t * t / (2 * n) + ((double) s / n - 0.5) * t - Math.max(0, t - (n - s));
            double angle = 2 * Math.PI * (turns + phase(x));
            assertEquals(Math.cos(angle), x.re[j], 3e-6);
            assertEquals(Math.sin(angle), x.im[j], 3e-6);
        }
    }

    /** Times the conjugate of the chirp without a symbol, s is a line at s/N a chip, and at s/N − 1 after the wrap. */
    @ParameterizedTest
    @ValueSource(ints = {5, 7, 9})
    void dechirpingGivesTheSymbol(int factor) {
        int n = 1 << factor;
        Envelope x = new Envelope.Source("lora", "spreading-factor=" + factor).make(9, 30 * K * n);
        for (int symbol = 1; symbol < 28; symbol += factor - 4) {
            int from = (int) Math.ceil((symbol - x.part()) * K * n);
            double best = 0;
            int found = -1;
            for (int s = 0; s < n; s++) {
                double power = line(x, from, symbol, n, s) + line(x, from, symbol, n, s - n);
                if (power > best) {
                    best = power;
                    found = s;
                }
            }
            assertEquals(x.label(symbol, factor), found);
        }
    }

    private static double line(Envelope x, int from, int symbol, int n, int s) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < K * n; j++) {
            double t = (from + j - (symbol - x.part()) * K * n) / K;
            double angle = -2 * Math.PI * (t * t / (2 * n) - t / 2 + s * t / n);
            re += x.re[from + j] * Math.cos(angle) - x.im[from + j] * Math.sin(angle);
            im += x.re[from + j] * Math.sin(angle) + x.im[from + j] * Math.cos(angle);
        }
        return re * re + im * im;
    }

    @Test
    void sweepsAreLinear() {
        double sweep = 0.0123;
        Envelope x = new Envelope.Source("lfm", "sweep-s=" + sweep).make(4, 40_000);
        int wraps = 0;
        for (int j = 1; j < x.re.length; j++) {
            double at = x.part() + j / (sweep * x.sampleRate());
            double middle = at - 0.5 / (sweep * x.sampleRate());
            if (Math.floor(at) == Math.floor(middle - 0.5 / (sweep * x.sampleRate()))) {
                double frequency = 12_500 * (middle - Math.floor(middle) - 0.5);
                assertEquals(frequency, x.advance(j) * x.sampleRate(), 0.02);
            } else {
                wraps++;
            }
        }
        assertTrue(wraps >= 64, "sweeps " + wraps);
    }
}
