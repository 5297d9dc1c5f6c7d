package io.millrace.radio.signal;

/** Modulations that are made by the same formula. */
public enum Family {
    /** Of frequency, by an audio. */
    FM,
    /** Of amplitude, by an audio, with a carrier. */
    AM,
    /** Of amplitude, both side bands of an audio alone. */
    DSB,
    /** Of amplitude, one side band of an audio. */
    SSB,
    /** Points by root-raised-cosine pulses. */
    LINEAR,
    /** Frequency keying of continuous phase. */
    FSK,
    /** Chirp spread spectrum. */
    LORA,
    /** Sweeps of linear frequency. */
    LFM,
    /** Orthogonal subcarriers. */
    OFDM
}
