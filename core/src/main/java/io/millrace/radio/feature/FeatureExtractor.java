package io.millrace.radio.feature;

import io.millrace.radio.kernel.Block;
import io.millrace.radio.kernel.SampleKernels;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/** Features of several receivers' signals, a block of samples at a time; the samples after the last whole window do not count. */
public final class FeatureExtractor {
    private final int window;
    private final WindowSums sums;
    private final WindowFeatures features;
    private final Statistics[] statistics;
    private final float[] row = new float[WindowSums.LENGTH];
    private final double[] values = new double[Feature.values().length];

    /**
     * For that many receivers.
     *
     * @param window samples; divides {@link Block#LENGTH}
     * @param bandwidth in which ratios are meant, Hz
     */
    public FeatureExtractor(int receivers, int window, double sampleRate, double bandwidth, SampleKernels kernels) {
        this.window = window;
        sums = new WindowSums(window, kernels);
        features = new WindowFeatures(window, sampleRate, bandwidth);
        statistics =
                IntStream.range(0, receivers).mapToObj(r -> new Statistics()).toArray(Statistics[]::new);
    }

    /** Begins a receiver's signal. */
    public void begin(int receiver) {
        statistics[receiver].reset();
    }

    /** Takes a block of a receiver's samples. */
    public void add(int receiver, float[] re, float[] im, int count) {
        for (int at = 0; at + window <= count; at += window) {
            sums.sum(re, im, at, row);
            features.of(row, values);
            statistics[receiver].add(values);
        }
    }

    /** Writes a receiver's features from an element on. */
    public void write(int receiver, MemorySegment to, long element) {
        statistics[receiver].write(to, element);
    }
}
