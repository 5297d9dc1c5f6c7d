package io.millrace.waveform.detector;

import io.millrace.spec.Settings;
import java.util.Arrays;
import java.util.Optional;

/**
 * Noise curves of detectors as they were designed, by published fits of the one-sided power spectral density S(f) in 1/Hz.
 *
 * <p>Each is offered over the band where its fit means something. Class: reproducible, by {@link StrictMath}.
 */
public enum DesignCurve {
    /**
     * Advanced LIGO, zero detuning, high power: P. Ajith, Phys. Rev. D 84, 084037 (2011), arXiv:1107.1267;
     * 20 to 8192 Hz. S = 10⁻⁴⁸ (0.0152 x⁻⁴ + 0.2935 x^(9/4) + 2.7951 x^(3/2) − 6.5080 x^(3/4) + 17.7622), x = f/245.4 Hz. Its
     * root is within 2 % of LIGO-P1200087's design curve from 20 to 4000 Hz.
     */
    ALIGO_ZERO_DET_HIGH_POWER(20, 8192) {
        @Override
        double density(double f) {
            double x = f / 245.4;
            return 1e-48
                    * (0.0152 / (x * x * x * x)
                            + 0.2935 * StrictMath.pow(x, 2.25)
                            + 2.7951 * StrictMath.pow(x, 1.5)
                            - 6.5080 * StrictMath.pow(x, 0.75)
                            + 17.7622);
        }
    },
    /**
     * Advanced Virgo: A. Manzotti and A. Dietz, arXiv:1202.4031, equation 6, as LALSimulation's
     * {@code SimNoisePSDAdvVirgo} has it; 10 to 8192 Hz. S is the square of 1.259·10⁻²⁴ (0.07 e^(−0.142 − 1.437 x + 0.407 x²) +
     * 3.1 e^(−0.466 − 1.043 x − 0.548 x²) + 0.4 e^(−0.304 + 2.896 x − 0.293 x²) + 0.09 e^(1.466 + 3.722 x − 0.984 x²)),
     * x = ln(f/300 Hz). Up to 500 Hz it is within a third of
     * LIGO-P1200087's design curve; beyond, it rises above it, to three times at 1 kHz.
     */
    ADVANCED_VIRGO(10, 8192) {
        @Override
        double density(double f) {
            double x = StrictMath.log(f / 300);
            double root = 1.259e-24
                    * (0.07 * StrictMath.exp(-0.142 - 1.437 * x + 0.407 * x * x)
                            + 3.1 * StrictMath.exp(-0.466 - 1.043 * x - 0.548 * x * x)
                            + 0.4 * StrictMath.exp(-0.304 + 2.896 * x - 0.293 * x * x)
                            + 0.09 * StrictMath.exp(1.466 + 3.722 * x - 0.984 * x * x));
            return root * root;
        }
    },
    /**
     * Initial LIGO: B. S. Sathyaprakash and B. F. Schutz, Living Rev. Relativity 12, 2 (2009), table 1, after T. Damour,
     * B. R. Iyer and B. S. Sathyaprakash, Phys. Rev. D 63, 044023 (2001), table IV; 40 to 8192 Hz.
     * S = 9·10⁻⁴⁶ ((4.49 x)⁻⁵⁶ + 0.16 x^(−4.52) + 0.52 + 0.32 x²), x = f/150 Hz.
     */
    INITIAL_LIGO(40, 8192) {
        @Override
        double density(double f) {
            double x = f / 150;
            return 9e-46 * (StrictMath.pow(4.49 * x, -56) + 0.16 * StrictMath.pow(x, -4.52) + 0.52 + 0.32 * (x * x));
        }
    },
    /**
     * Einstein Telescope, configuration B: C. K. Mishra, K. G. Arun, B. R. Iyer and B. S. Sathyaprakash, Phys. Rev. D 82,
     * 064010 (2010), arXiv:1005.0304, T. Dent's fit, as LAL's {@code ETBPsd} has it; 1 to 8192 Hz.
     * S = 10⁻⁵⁰ (2.39·10⁻²⁷ x^(−15.64) + 0.349 x^(−2.145) + 1.76 x^(−0.12) + 0.409 x^(1.10))², x = f/100 Hz.
     */
    EINSTEIN_TELESCOPE(1, 8192) {
        @Override
        double density(double f) {
            double x = f / 100;
            double root = 2.39e-27 * StrictMath.pow(x, -15.64)
                    + 0.349 * StrictMath.pow(x, -2.145)
                    + 1.76 * StrictMath.pow(x, -0.12)
                    + 0.409 * StrictMath.pow(x, 1.10);
            return 1e-50 * (root * root);
        }
    };

    private final double lowest;
    private final double highest;

    DesignCurve(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** S(f) in 1/Hz, at a frequency in Hz. */
    abstract double density(double f);

    /** Where the band begins, in Hz. */
    public double lowest() {
        return lowest;
    }

    /** Where the band ends, in Hz. */
    public double highest() {
        return highest;
    }

    /** The amplitude spectral density √S in 1/√Hz, at a frequency in Hz. */
    public double amplitude(double f) {
        return Math.sqrt(density(f));
    }

    /** The name in settings, such as {@code advanced-virgo}. */
    public String text() {
        return Settings.kebab(this);
    }

    /** The curve of that name. */
    public static Optional<DesignCurve> named(String text) {
        return Arrays.stream(values())
                .filter(curve -> curve.text().equals(text))
                .findFirst();
    }
}
