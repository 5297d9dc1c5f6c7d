package io.millrace.radio.kernel;

import java.util.Arrays;

/** A stretch of a band-limited signal, with what it is half-way between its samples. One thread's. */
public final class Envelope {
    private final SampleKernels kernels;
    private final float[] taps = FractionalDelay.midpointTaps();

    /** Real parts of samples {@link #origin} … */
    public float[] re = {};
    /** Imaginary parts. */
    public float[] im = {};
    /** Real parts at {@link #origin} + ½ … */
    public float[] midRe = {};
    /** Imaginary parts. */
    public float[] midIm = {};

    private int origin;
    private int made;
    private int mids;

    /** Of nothing yet. */
    public Envelope(SampleKernels kernels) {
        this.kernels = kernels;
    }

    /** The sample that element 0 is. */
    public int origin() {
        return origin;
    }

    /** Samples that are there, counted from sample 0. */
    public int made() {
        return made;
    }

    /** Begins at sample 0, with room for a stretch of so many samples and what {@link #complete} may add to it. */
    public void begin(int samples) {
        int capacity = samples + Block.LENGTH + FractionalDelay.SIDE + 2 * Block.SLACK;
        if (re.length < capacity) {
            re = new float[capacity];
            im = new float[capacity];
            midRe = new float[capacity];
            midIm = new float[capacity];
        }
        origin = 0;
        made = 0;
        // earlier midpoints want samples before the first, and nobody asks for them
        mids = FractionalDelay.SIDE - 1;
        Arrays.fill(midRe, 0, mids, 0);
        Arrays.fill(midIm, 0, mids, 0);
    }

    /** Lets go of the samples before {@code from}. */
    public void moveTo(int from) {
        int shift = from - origin;
        System.arraycopy(re, shift, re, 0, made - from);
        System.arraycopy(im, shift, im, 0, made - from);
        System.arraycopy(midRe, shift, midRe, 0, mids - from);
        System.arraycopy(midIm, shift, midIm, 0, mids - from);
        origin = from;
    }

    /** A block more has been written behind the last sample. */
    public void complete() {
        made += Block.LENGTH;
        int count = made - FractionalDelay.SIDE - mids;
        midpoints(re, count, midRe);
        midpoints(im, count, midIm);
        mids += count;
    }

    private void midpoints(float[] x, int count, float[] out) {
        int at = mids - origin;
        Arrays.fill(out, at, at + count, 0);
        for (int part = 0; part < FractionalDelay.PARTS; part++) {
            int before = at + 1 - FractionalDelay.SIDE + part * FilterKernel.TAPS / 2;
            int after = at + 1 + part * FilterKernel.TAPS / 2;
            for (int j = 0; j < count; j += Block.STEP) {
                kernels.filters().add(x, before + j, x, after + j, taps, part * FilterKernel.TAPS, out, at + j);
            }
        }
    }
}
