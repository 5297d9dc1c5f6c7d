package io.millrace.radio.signal;

/** Power by frequency, in double, through Hann's window; the length is a power of two. */
final class Spectrum {
    private final double[] power;
    private final double binWidth;

    Spectrum(Envelope x) {
        int n = Integer.highestOneBit(x.re.length);
        double[] re = new double[n];
        double[] im = new double[n];
        for (int j = 0; j < n; j++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * j / n);
            re[j] = x.re[j] * window;
            im[j] = x.im[j] * window;
        }
        transform(re, im);
        power = new double[n];
        for (int k = 0; k < n; k++) {
            power[k] = re[k] * re[k] + im[k] * im[k];
        }
        binWidth = x.sampleRate() / n;
    }

    double binWidth() {
        return binWidth;
    }

    /** Power from one frequency in Hz to another. */
    double between(double from, double to) {
        double sum = 0;
        for (int k = 0; k < power.length; k++) {
            double f = frequency(k);
            sum += f >= from && f <= to ? power[k] : 0;
        }
        return sum;
    }

    double total() {
        return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** √(Σ f²P/Σ P) about the mean frequency. */
    double rmsBandwidth() {
        double total = total();
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < power.length; k++) {
            sum += frequency(k) * frequency(k) * power[k];
            mean += frequency(k) * power[k] / total;
        }
        return Math.sqrt(sum / total - mean * mean);
    }

    private double frequency(int k) {
        return (k < power.length / 2 ? k : k - power.length) * binWidth;
    }

    /** X[k] = Σ x[j] e^{−2πijk/n}: Cooley and Tukey's, decimated in time. */
    private static void transform(double[] re, double[] im) {
        int n = re.length;
        int shift = Integer.numberOfLeadingZeros(n) + 1;
        for (int j = 0; j < n; j++) {
            int other = Integer.reverse(j) >>> shift;
            if (n > 1 && other > j) {
                swap(re, j, other);
                swap(im, j, other);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int j = 0; j < half; j++) {
                double c = Math.cos(Math.PI * j / half);
                double s = -Math.sin(Math.PI * j / half);
                for (int a = j; a < n; a += 2 * half) {
                    int b = a + half;
                    double x = re[b] * c - im[b] * s;
                    double y = re[b] * s + im[b] * c;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static void swap(double[] array, int a, int b) {
        double kept = array[a];
        array[a] = array[b];
        array[b] = kept;
    }
}
