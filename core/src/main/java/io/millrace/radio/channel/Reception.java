package io.millrace.radio.channel;

/** What one receiver's samples are made from: a few numbers, drawn once an instance by a {@link ReceptionReader}. */
public final class Reception {
    /** Excess delay of each path in s, ≥ 0. */
    public final double[] delay;
    /** √power of each path. */
    public final float[] level;
    /** Phase of each path, of its constant or steady part, in 2⁻⁶⁴ turns. */
    public final long[] phase;
    /** Steady part of the first path, √(K/(K + 1)); 0 without. */
    public float steady;
    /** Scattered part of the first path, √(1/(K + 1)); others have 1. */
    public float scattered;
    /** Of sinusoid n of path l, at l·N + n: 2⁻⁶⁴ turns from node to node. */
    public final long[] sinusoidStep;
    /** And at time 0. */
    public final long[] sinusoidPhase;
    /** Of the steady part, from node to node. */
    public long steadyStep;
    /** Propagation and the clock's error in s. */
    public double arrival;
    /** Positions in the transmitted signal advance by 1 + drift a sample: ε and the motion's f_D/f_c. */
    public double drift;
    /** f_D in Hz: the shift of the direct path. */
    public double doppler;
    /** Of the transmitter's and the receiver's carrier in Hz. */
    public double carrierOffset;
    /** Phase of the carrier at sample 0, and from sample to sample, in 2⁻⁶⁴ turns. */
    public long carrierPhase;
    /** See {@link #carrierPhase}. */
    public long carrierStep;
    /** √(received power in mW). */
    public float amplitude;
    /** Received power over the noise in the bandwidth of the ratios. */
    public double ratio;
    /** Standard deviation of each part of the noise, √mW; 0 without. */
    public float noise;
    /** Standard deviation of the phase's increments in 2⁻³² turns. */
    public float phaseNoise;
    /** y' = μy + νy* of the imbalance. */
    public float muRe;
    /** Imaginary part. */
    public float muIm;
    /** See {@link #muRe}. */
    public float nuRe;
    /** Imaginary part. */
    public float nuIm;
    /** DC offset, √mW. */
    public float dcRe;
    /** Imaginary part. */
    public float dcIm;
    /** A converter's step, √mW. */
    public float quantum;

    /** For one receiver of that channel. */
    public Reception(Channel channel) {
        int paths = channel.count();
        delay = new double[paths];
        level = new float[paths];
        phase = new long[paths];
        sinusoidStep = new long[paths * channel.sinusoids()];
        sinusoidPhase = new long[paths * channel.sinusoids()];
    }
}
