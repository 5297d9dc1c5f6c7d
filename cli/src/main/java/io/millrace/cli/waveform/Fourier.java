package io.millrace.cli.waveform;

/** The discrete Fourier transform, radix 2, for pictures. */
final class Fourier {
    private Fourier() {}

    /** The least power of two that is no less than a number. */
    static int powerOfTwo(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }

    /**
     * {@code x_j ← Σ_k x_k·e^(2πi·jk/n)}, in place, without a factor (J. Cooley, J. Tukey 1965).
     *
     * @param re real parts, a power of two of them
     * @param im imaginary parts
     */
    static void inverse(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < n; half <<= 1) {
            double[] cosines = new double[half];
            double[] sines = new double[half];
            for (int k = 0; k < half; k++) {
                cosines[k] = Math.cos(Math.PI * k / half);
                sines[k] = Math.sin(Math.PI * k / half);
            }
            for (int start = 0; start < n; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double x = re[b] * cosines[k] - im[b] * sines[k];
                    double y = re[b] * sines[k] + im[b] * cosines[k];
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static void swap(double[] array, int i, int j) {
        double held = array[i];
        array[i] = array[j];
        array[j] = held;
    }
}
