package io.millrace.cli.radio;

import io.millrace.cli.picture.Raster;
import io.millrace.fft.Fft;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Power densities over time and frequency: periodograms |Σ w[n]·y[n]·e^(−2πikn/W)|²/(f_s·Σ w²) under Hann's window, half a window apart,
 * or farther where that is more than {@value #MOST_WINDOWS} of them.
 */
final class Spectrogram {
    private static final int MOST_WINDOWS = 4000;
    private static final int MOST_COLUMNS = 800;
    /** Of the colours, below the peak. */
    private static final double RANGE = 80;
    /** The share of densities that may lie below the colours. */
    private static final double HIDDEN = 0.02;

    private final double sampleRate;
    private final double bandwidth;

    Spectrogram(double sampleRate, double bandwidth) {
        this.sampleRate = sampleRate;
        this.bandwidth = bandwidth;
    }

    /** A picture of samples, up to twice the bandwidth from the carrier. */
    Raster of(MemorySegment samples, String title, int width, int height) {
        long count = samples.byteSize() / 8;
        int window = window(count);
        double reach = Math.min(sampleRate / 2, 2 * bandwidth);
        int half = (int) Math.clamp(Math.ceil(reach / sampleRate * window), 1, Math.max(1, window / 2));
        double[][] densities = densities(samples, count, window, half);
        double[] sorted = Arrays.stream(densities)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double top = sorted[sorted.length - 1];
        double bottom = Math.max(top - RANGE, sorted[(int) (HIDDEN * sorted.length)]);
        double edge = half * sampleRate / window;
        return new Raster(
                title,
                new Raster.Axis("time in s", 0, count / sampleRate),
                new Raster.Axis("frequency from the carrier in Hz", -edge, edge),
                new Raster.Axis("dBm/Hz", Math.min(bottom, top - 1), top),
                densities,
                width,
                height);
    }

    /** 64 bins over the bandwidth, but at least eight windows in the signal. */
    private int window(long count) {
        double wished = Math.clamp(64 * sampleRate / bandwidth, 64, 4096);
        return Integer.highestOneBit((int) Math.max(2, Math.min(wished, count / 8.0)));
    }

    private double[][] densities(MemorySegment samples, long count, int window, int half) {
        double[] weights = new double[window];
        double energy = 0;
        for (int n = 0; n < window; n++) {
            weights[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (n + 0.5) / window);
            energy += weights[n] * weights[n];
        }
        long hop = Math.max(window / 2, Math.ceilDiv(count, MOST_WINDOWS));
        int windows = (int) Math.max(1, (count - window) / hop + 1);
        int together = Math.ceilDiv(windows, MOST_COLUMNS);
        double[][] columns = new double[Math.ceilDiv(windows, together)][2 * half];
        Fft fft = Fft.scalar(window);
        for (int k = 0; k < windows; k++) {
            Samples part = Samples.of(samples, k * hop, window);
            for (int n = 0; n < window; n++) {
                part.re()[n] *= weights[n];
                part.im()[n] *= weights[n];
            }
            fft.forward(part.re(), part.im(), 0);
            double[] column = columns[k / together];
            int of = Math.min(together, windows - k / together * together);
            for (int row = 0; row < 2 * half; row++) {
                int bin = Math.floorMod(row - half, window);
                double power = part.re()[bin] * part.re()[bin] + part.im()[bin] * part.im()[bin];
                column[row] += power / (sampleRate * energy * of);
            }
        }
        for (double[] column : columns) {
            Arrays.setAll(column, row -> Samples.decibel(column[row]));
        }
        return columns;
    }
}
