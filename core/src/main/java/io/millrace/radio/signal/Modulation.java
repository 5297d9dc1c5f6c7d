package io.millrace.radio.signal;

import io.millrace.radio.kernel.FractionalDelay;
import io.millrace.radio.kernel.SampleKernels;
import io.millrace.random.Philox;
import io.millrace.spec.Decimal;
import io.millrace.spec.SpecException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The modulations; the field {@code modulation} holds the ordinal, so new ones come last. */
public enum Modulation {
    /** Frequency modulation by a voice. */
    FM_VOICE("fm-voice", new Fm.Of(Audio.Kind.VOICE)),
    /** Frequency modulation by a tone. */
    FM_TONE("fm-tone", new Fm.Of(Audio.Kind.TONE)),
    /** Frequency modulation by two tones. */
    FM_DUAL_TONE("fm-dual-tone", new Fm.Of(Audio.Kind.DUAL_TONE)),
    /** Amplitude modulation by a voice. */
    AM("am", new Am.Of()),
    /** Double side band, a voice without a carrier. */
    DSB("dsb", new Dsb.Of()),
    /** Single side band, the upper one of a voice. */
    SSB("ssb", new Ssb.Of()),
    /** Phase keying, 1 bit a symbol. */
    BPSK("bpsk", new Linear.Of(Constellation.BPSK)),
    /** Phase keying, 2 bits a symbol. */
    QPSK("qpsk", new Linear.Of(Constellation.QPSK)),
    /** Phase keying, 3 bits a symbol. */
    PSK8("8psk", new Linear.Of(Constellation.PSK8)),
    /** Quadrature amplitude keying, 4 bits a symbol, a square. */
    QAM16("16qam", new Linear.Of(Constellation.QAM16)),
    /** Quadrature amplitude keying, 5 bits a symbol, a cross. */
    QAM32("32qam", new Linear.Of(Constellation.QAM32)),
    /** Quadrature amplitude keying, 6 bits a symbol, a square. */
    QAM64("64qam", new Linear.Of(Constellation.QAM64)),
    /** Quadrature amplitude keying, 7 bits a symbol, a cross. */
    QAM128("128qam", new Linear.Of(Constellation.QAM128)),
    /** Quadrature amplitude keying, 8 bits a symbol, a square. */
    QAM256("256qam", new Linear.Of(Constellation.QAM256)),
    /** Quadrature amplitude keying, 9 bits a symbol, a cross. */
    QAM512("512qam", new Linear.Of(Constellation.QAM512)),
    /** Quadrature amplitude keying, 10 bits a symbol, a square. */
    QAM1024("1024qam", new Linear.Of(Constellation.QAM1024)),
    /** Frequency keying of continuous phase, 2 tones a symbol rate apart. */
    FSK2("2fsk", new Fsk.Of(1, 1, 0)),
    /** Frequency keying of continuous phase, 4 tones a symbol rate apart. */
    FSK4("4fsk", new Fsk.Of(2, 1, 0)),
    /** Gaussian frequency keying, h = 0.5, BT = 0.5. */
    GFSK("gfsk", new Fsk.Of(1, 0.5, 0.5)),
    /** Gaussian minimum-shift keying, h = 0.5, BT = 0.3. */
    GMSK("gmsk", new Fsk.Of(1, 0.5, 0.3)),
    /** Orthogonal subcarriers, 2 bits each. */
    OFDM("ofdm", new Ofdm.Of()),
    /** Chirp spread spectrum. */
    LORA("lora", new LoRa.Of()),
    /** Sweeps of linear frequency. */
    LFM("lfm", new Lfm.Of());

    /** All names, with commas. */
    public static final String NAMES =
            Arrays.stream(values()).map(Modulation::text).collect(Collectors.joining(", "));

    private final String text;
    private final Recipe recipe;

    Modulation(String text, Recipe recipe) {
        this.text = text;
        this.recipe = recipe;
    }

    /** As settings name it. */
    public String text() {
        return text;
    }

    /** The modulation of that name. */
    public static Optional<Modulation> named(String name) {
        return Arrays.stream(values())
                .filter(modulation -> modulation.text.equals(name))
                .findFirst();
    }

    /** The formula that makes it. */
    public Family family() {
        return recipe.family();
    }

    /**
     * What its formula looks up, as bits. {@link Family#LINEAR}: the points' real parts by label, their imaginary parts, then the rows of
     * the pulse. {@link Family#FSK}: levels by label, then the rows of the pulse's phase. Others: nothing.
     */
    public int[] table(Emission emission) {
        return recipe.table(emission);
    }

    /** The envelope, for one thread. */
    Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
        return recipe.open(emission, kernels, philox);
    }

    /** How far from the transmitter's carrier the spectrum reaches, in Hz. */
    public double reach(Emission emission) {
        return recipe.reach(emission);
    }

    /** Where the spectrum begins, in Hz from the transmitter's carrier. */
    public double lowest(Emission emission) {
        return recipe.lowest(emission);
    }

    /** Refuses settings that do not go together, and an envelope that the sample rate does not hold. */
    void check(Emission emission) {
        recipe.check(emission, text);
        double reach = reach(emission) + emission.offset();
        double most = FractionalDelay.BAND * emission.sampleRate();
        if (reach > most) {
            throw new SpecException("modulation is '" + text + "', which reaches " + Decimal.text(reach)
                    + " Hz from the carrier: allowed is 0.4 of sample-rate, "
                    + Decimal.text(most) + " Hz");
        }
    }
}
