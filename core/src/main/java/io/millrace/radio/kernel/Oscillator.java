package io.millrace.radio.kernel;

/**
 * e^{2πi(start + n·step)} over blocks, step and start in 2⁻⁶⁴ turns: a phasor at the beginning of each {@link Block#STEP} samples times a
 * table of one step. Frequency and phase are exact at each step; a value is off by up to 3e-7. One thread's. Class: reproducible.
 */
public final class Oscillator {
    private static final int STEPS = Block.LENGTH / Block.STEP;

    private final SampleKernels kernels;
    private final int[] turns = new int[Block.STEP + Block.SLACK];
    private final float[] tableRe = new float[Block.STEP + Block.SLACK];
    private final float[] tableIm = new float[Block.STEP + Block.SLACK];
    private final float[] baseRe = new float[STEPS + Block.SLACK];
    private final float[] baseIm = new float[STEPS + Block.SLACK];
    private long start;
    private long step;

    /** At rest. */
    public Oscillator(SampleKernels kernels) {
        this.kernels = kernels;
        set(0, 0, 1);
    }

    /** Sets phase at sample 0, advance and radius. */
    public void set(long start, long step, float radius) {
        this.start = start;
        this.step = step;
        phases(0, step, Block.STEP);
        kernels.phasors().make(turns, Block.STEP, radius, tableRe, tableIm, 0);
    }

    private void phases(long first, long each, int count) {
        for (int k = 0; k < count; k++) {
            turns[k] = (int) ((first + k * each) >>> 32);
        }
    }

    /** Adds to {@code count} samples from {@code from} on, up to a block; up to {@link Block#SLACK} more are changed. */
    public void add(long from, int count, float[] re, float[] im) {
        base(from);
        kernels.spins().add(baseRe, baseIm, tableRe, tableIm, count, re, im);
    }

    /** Multiplies {@code count} samples from {@code from} on, up to a block; up to {@link Block#SLACK} more are changed. */
    public void turn(long from, int count, float[] re, float[] im) {
        base(from);
        kernels.spins().turn(baseRe, baseIm, tableRe, tableIm, count, re, im);
    }

    private void base(long from) {
        phases(start + from * step, Block.STEP * step, STEPS);
        kernels.phasors().make(turns, STEPS, 1, baseRe, baseIm, 0);
    }
}
