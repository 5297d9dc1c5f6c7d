package io.millrace.cli.radio;

import io.millrace.batch.Elements;
import java.lang.foreign.MemorySegment;

/** A stretch of complex64 samples in two arrays, √mW. */
record Samples(double[] re, double[] im) {
    /** Those from {@code from} on; what lies beyond the end is 0. */
    static Samples of(MemorySegment segment, long from, int count) {
        double[] re = new double[count];
        double[] im = new double[count];
        long all = segment.byteSize() / 8;
        for (int i = 0; i < Math.min(count, all - from); i++) {
            re[i] = segment.getAtIndex(Elements.F4, 2 * (from + i));
            im[i] = segment.getAtIndex(Elements.F4, 2 * (from + i) + 1);
        }
        return new Samples(re, im);
    }

    int count() {
        return re.length;
    }

    /** The mean of |y|², mW. */
    double power() {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return sum / re.length;
    }

    /** y[n]·e^(−2πi·shift·n), the shift in turns a sample. */
    Samples shifted(double shift) {
        double[] outRe = new double[re.length];
        double[] outIm = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            double cos = Math.cos(2 * Math.PI * shift * i);
            double sin = Math.sin(2 * Math.PI * shift * i);
            outRe[i] = re[i] * cos + im[i] * sin;
            outIm[i] = im[i] * cos - re[i] * sin;
        }
        return new Samples(outRe, outIm);
    }

    /** Divided by √power, if there is any. */
    Samples normalised() {
        double power = power();
        double scale = power > 0 ? 1 / Math.sqrt(power) : 0;
        double[] outRe = new double[re.length];
        double[] outIm = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            outRe[i] = re[i] * scale;
            outIm[i] = im[i] * scale;
        }
        return new Samples(outRe, outIm);
    }

    /** 10 lg of a power in mW, no less than −300. */
    static double decibel(double power) {
        return Math.max(-300, 10 * Math.log10(power));
    }
}
