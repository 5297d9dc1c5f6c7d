package io.millrace.radio.channel;

/**
 * What happens between a transmitter and a receiver's samples.
 *
 * @param multipath profile of the paths
 * @param paths of {@link Multipath#EXPONENTIAL}
 * @param delaySpread s
 * @param fading law
 * @param scatter how scattered paths are made
 * @param sinusoids of {@link Scatter#SINUSOIDS}
 * @param steadiness K of {@link Fading#RICIAN} in dB
 * @param doppler f_d = v·f_c/c of the transmitter's motion in Hz: the spread of the fading, and the most that the direct path is shifted
 * @param receiver what receivers do to the signal
 */
public record Channel(
        Multipath multipath,
        int paths,
        double delaySpread,
        Fading fading,
        Scatter scatter,
        int sinusoids,
        double steadiness,
        double doppler,
        Receiver receiver) {
    /** The most paths. */
    public static final int MOST_PATHS = 32;

    /** The most sinusoids of a path. */
    public static final int MOST_SINUSOIDS = 64;

    /** Paths of each receiver. */
    public int count() {
        return multipath == Multipath.EXPONENTIAL ? paths : multipath.paths();
    }

    /** The most that a path is delayed beyond the first, s. */
    public double longestDelay() {
        return delaySpread * multipath.longest();
    }

    /**
     * A receiver's front end; 0 switches a part off.
     *
     * @param oscillator its frequency is off by ± that many millionths, uniformly: ε shifts the carrier by ε·f_c and stretches the
     *     time between samples by 1 + ε
     * @param clock standard deviation of its clock's error in s
     * @param phaseNoise line width Δν of the oscillator in Hz: a Wiener phase with Var Δφ = 2πΔν/f_s
     * @param gainImbalance of Q over I, ± that many dB
     * @param phaseImbalance ± that many degrees
     * @param dc offset, over the nominal amplitude of signal and noise
     * @param bits of the converter; 0: none
     * @param headroom full scale over the nominal amplitude of signal and noise in dB
     * @param noise whether there is thermal noise
     */
    public record Receiver(
            double oscillator,
            double clock,
            double phaseNoise,
            double gainImbalance,
            double phaseImbalance,
            double dc,
            int bits,
            double headroom,
            boolean noise) {
        /** Whether the samples are changed after the noise. */
        public boolean impaired() {
            return gainImbalance != 0 || phaseImbalance != 0 || dc != 0 || bits != 0;
        }
    }
}
