package io.millrace.cli.waveform;

import java.util.ArrayList;
import java.util.List;

/**
 * Whitened time series, in standard deviations of the band's noise: with w_k = h_k·√(4δf)/ASD(f_k), whose noise has real and
 * imaginary parts of variance 1, x(t) = Σ_k Re(w_k·e^(2πi·f_k·t))/√M over the M bins with noise has noise of variance 1.
 *
 * @param names of the curves
 * @param time in s
 * @param values by curve and time
 */
record Whitened(List<String> names, double[] time, List<double[]> values) {
    /** More than this take longer than one waits for a picture. */
    static final int MOST_BINS = 1 << 22;

    /** What is left out at each end, as a share of the energy. */
    private static final double REST = 0.003;

    /** Why there is no time series of an instance; null if there is one. */
    static String obstacle(WaveformInstance instance) {
        if (!instance.uniform()) {
            return "none for a multibanded domain";
        }
        if (instance.frequency().length > MOST_BINS) {
            return "none for more than " + MOST_BINS + " bins";
        }
        return !instance.whitened() && bins(instance, 0) == 0
                ? "none, for " + instance.noise() + " covers no bin"
                : null;
    }

    /** The part of the series with the signal, centred on its peak. */
    static Whitened of(WaveformInstance instance) {
        int length = Fourier.powerOfTwo(2 * instance.frequency().length);
        List<double[]> whole = new ArrayList<>();
        for (int curve = 0; curve < instance.curves().size(); curve++) {
            whole.add(series(instance, curve, length));
        }
        double[] energy = new double[length];
        int peak = 0;
        for (int j = 0; j < length; j++) {
            for (double[] one : whole) {
                energy[j] += one[j] * one[j];
            }
            peak = energy[j] > energy[peak] ? j : peak;
        }
        int start = peak + length / 2;
        int[] window = window(energy, start);
        double step = 1 / (length * (instance.frequency()[1] - instance.frequency()[0]));
        int centre = peak < length / 2 ? peak : peak - length;
        double[] time = new double[window[1] - window[0]];
        List<double[]> values = new ArrayList<>();
        for (double[] one : whole) {
            double[] part = new double[time.length];
            for (int i = 0; i < part.length; i++) {
                int j = window[0] + i;
                time[i] = (centre - length / 2 + j) * step;
                part[i] = one[(start + j) % length];
            }
            values.add(part);
        }
        return new Whitened(instance.curves().stream().map(Curve::name).toList(), time, values);
    }

    private static double[] series(WaveformInstance instance, int curve, int length) {
        double[] re = new double[length];
        double[] im = new double[length];
        double[] density = instance.densities().get(curve);
        double root = Math.sqrt(4 * (instance.frequency()[1] - instance.frequency()[0]));
        double scale = 1 / Math.sqrt(Math.max(1, bins(instance, curve)));
        for (int bin = 0; bin < density.length; bin++) {
            if (counts(instance, density, bin)) {
                double weight = scale * (instance.whitened() ? 1 : root / density[bin]);
                re[bin] = instance.curves().get(curve).re()[bin] * weight;
                im[bin] = instance.curves().get(curve).im()[bin] * weight;
            }
        }
        Fourier.inverse(re, im);
        return re;
    }

    private static int bins(WaveformInstance instance, int curve) {
        int bins = 0;
        double[] density = instance.densities().get(curve);
        for (int bin = 0; bin < density.length; bin++) {
            bins += counts(instance, density, bin) ? 1 : 0;
        }
        return bins;
    }

    private static boolean counts(WaveformInstance instance, double[] density, int bin) {
        return instance.frequency()[bin] >= instance.lowest()
                && (instance.whitened() || density[bin] > 0 && density[bin] < Double.POSITIVE_INFINITY);
    }

    /** The first and one past the last sample, counted from {@code start}, with a margin. */
    private static int[] window(double[] energy, int start) {
        int length = energy.length;
        double all = 0;
        for (double one : energy) {
            all += one;
        }
        int from = 0;
        for (double sum = 0; from < length / 2; from++) {
            sum += energy[(start + from) % length];
            if (sum > REST * all) {
                break;
            }
        }
        int to = length;
        for (double sum = 0; to > length / 2 + 1; to--) {
            sum += energy[(start + to - 1) % length];
            if (sum > REST * all) {
                break;
            }
        }
        int margin = Math.max(16, (to - from) / 10);
        return new int[] {Math.max(0, from - margin), Math.min(length, to + margin)};
    }
}
