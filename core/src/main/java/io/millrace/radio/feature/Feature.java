package io.millrace.radio.feature;

import java.util.Locale;

/**
 * What is measured in each window of W samples y at the rate f_s. P_k is the periodogram under Hann's window in mW/Hz at the frequencies
 * f_k from −f_s/2 up; B is the bandwidth in which ratios are meant.
 */
public enum Feature {
    /** 10 lg of the mean of |y|². */
    RSSI("dBm"),
    /** Of the power above the noise floor over the floor's in B, −60 dB at least. */
    SNR("dB"),
    /** The floor's power in B: the eighth lowest of 32 bands' mean P, times what makes it unbiased for white noise. */
    NOISE_FLOOR("dBm"),
    /** f_s/2π·arg Σ y[n + 1]·y*[n] (S. M. Kay, IEEE Trans. ASSP 37(12), 1989). */
    FREQUENCY_OFFSET("Hz"),
    /** Between 0.5 % and 99.5 % of Σ P (ITU-R SM.328). */
    OCCUPIED_BANDWIDTH("Hz"),
    /** 10 lg max P. */
    PEAK_PSD("dBm/Hz"),
    /** Σ f P/Σ P. */
    SPECTRAL_CENTROID("Hz"),
    /** The frequency that 85 % of Σ P lie below. */
    ROLLOFF_85("Hz"),
    /** Mean of |y|. */
    ENVELOPE_MEAN("sqrt(mW)"),
    /** Standard deviation of |y|. */
    ENVELOPE_STD("sqrt(mW)"),
    /** Maximum of |y|. */
    ENVELOPE_MAX("sqrt(mW)"),
    /** Peak over mean power. */
    PAPR("dB"),
    /** Changes of sign of Re y a second. */
    ZERO_CROSSINGS("1/s"),
    /**
     * Root-mean-square width of |R(τ)|², τ from 0 to W/4 samples, R the autocorrelation (the inverse transform of P): delays of paths
     * widen it, and a narrow signal has a wide one of itself.
     */
    DELAY_SPREAD("s"),
    /** 1/(5·delay spread): correlation of one half (T. S. Rappaport, <i>Wireless Communications</i>, 2002, section 5.4.2). */
    COHERENCE_BANDWIDTH("Hz"),
    /** 1 − mean |R(τ ≥ 1)|/R(0): near 1 where delays are told apart. */
    DELAY_CONFIDENCE(""),
    /** 1 where the ratio is 3 dB or more, else 0; the mean over windows is the share of time. */
    PRESENCE(""),
    /** snr/(1 + snr) of the ratio as a factor. */
    CONFIDENCE("");

    private final String unit;

    Feature(String unit) {
        this.unit = unit;
    }

    /** As fields name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit; empty for pure numbers. */
    public String unit() {
        return unit;
    }
}
