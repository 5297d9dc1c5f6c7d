package io.millrace.waveform;

import io.millrace.math.Trig;
import io.millrace.waveform.parameters.Parameter;
import io.millrace.waveform.parameters.Point;
import java.util.Arrays;

/**
 * One waveform as kernels evaluate it: h̃ = A·e^(−2πiφ), amplitude A and phase φ (in turns) each of three pieces over ranges of
 * bins; u = f^⅓, f in Hz. Pieces are filled in the order of the bins, so that a vector may reach into the next piece.
 *
 * <pre>
 *   bins   from ……… series ……… join1 ……… middle ……… join2 ……… ring ……… to
 *   φ      u⁻⁵·Σ sₙuⁿ + ln f·(l₀ + l₁u)    m₀ + m₁f + m₂·ln f + m₃f⁻³    r₀ + r₁f + r₂/f + r₃f^¾ + r₄·atan(r₅ + r₆f)
 *   A·f^(7/6)   Σ aₙuⁿ                     Σ bₙfⁿ                        c₀·e^(c₁ + c₂f)/(1 + (c₃ + c₄f)²)
 * </pre>
 */
final class Signal {
    /** One turn in radians. */
    static final double TURN = 2 * Math.PI;

    /** The first bin with a signal. */
    int from;
    /** One past the last bin with a signal. */
    int to;

    /** s₀ … s₁₁. */
    final double[] seriesPhase = new double[12];
    /** l₀, l₁. */
    final double[] seriesLog = new double[2];
    /** m₀ … m₃. */
    final double[] middlePhase = new double[4];
    /** r₀ … r₆. */
    final double[] ringPhase = new double[7];
    /** First bins of the middle and of the ring's phase. */
    int phaseJoin1;

    /** See {@link #phaseJoin1}. */
    int phaseJoin2;

    /** a₀ … a₉. */
    final double[] seriesAmplitude = new double[10];
    /** b₀ … b₄. */
    final double[] middleAmplitude = new double[5];
    /** c₀ … c₄. */
    final double[] ringAmplitude = new double[5];
    /** First bins of the middle and of the ring's amplitude. */
    int amplitudeJoin1;

    /** See {@link #amplitudeJoin1}. */
    int amplitudeJoin2;

    /** h₊ = (plusRe + i·plusIm)·h̃. */
    double plusRe;

    /** See {@link #plusRe}. */
    double plusIm;
    /** h× = (crossRe + i·crossIm)·h̃. */
    double crossRe;

    /** See {@link #crossRe}. */
    double crossIm;

    /**
     * Sets the series' phase from φ in radians as {@code x⁻⁵·Σ cₙxⁿ + ln x·(log + logX·x)}, x = (seconds·f)^⅓.
     *
     * @param c at most twelve coefficients
     */
    void setSeriesPhase(double[] c, double log, double logX, double seconds) {
        double root = StrictMath.cbrt(seconds);
        double logRoot = StrictMath.log(root);
        double scale = 1 / (seconds * root * root * TURN);
        Arrays.fill(seriesPhase, 0);
        for (int n = 0; n < c.length; n++) {
            double constant = n == 5 ? log : n == 6 ? logX : 0;
            seriesPhase[n] = (c[n] + constant * logRoot) * scale;
            scale *= root;
        }
        seriesLog[0] = log / (3 * TURN);
        seriesLog[1] = logX * root / (3 * TURN);
    }

    /** Adds {@code constant + slope·f} turns to the phase of all pieces. */
    void turn(double constant, double slope) {
        seriesPhase[5] += constant;
        seriesPhase[8] += slope;
        middlePhase[0] += constant;
        middlePhase[1] += slope;
        ringPhase[0] += constant;
        ringPhase[1] += slope;
    }

    /**
     * Sets how the polarizations come from h̃: h₊ = ½(1 + cos²ι)·h̃, h× = −i·cos ι·h̃, then a rotation by the longitude W of
     * the nodes, h₊' = cos 2W·h₊ + sin 2W·h×, h×' = cos 2W·h× − sin 2W·h₊.
     */
    void orient(Point point) {
        double cosine = Trig.cos(point.get(Parameter.IOTA));
        double plus = 0.5 * (1 + cosine * cosine);
        double twice = 2 * point.get(Parameter.LONGITUDE_ASCENDING_NODES);
        double c = Trig.cos(twice);
        double s = Trig.sin(twice);
        plusRe = plus * c;
        plusIm = -cosine * s;
        crossRe = -plus * s;
        crossIm = -cosine * c;
    }
}
