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
    FM_VOICE("fm-voice") {
        @Override
        Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Fm(emission, Audio.Kind.VOICE, kernels, philox);
        }

        @Override
        double reach(Emission emission) {
            return emission.deviation() + Audio.HIGHEST;
        }
    },
    /** Frequency modulation by a tone. */
    FM_TONE("fm-tone") {
        @Override
        Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Fm(emission, Audio.Kind.TONE, kernels, philox);
        }

        @Override
        double reach(Emission emission) {
            return emission.deviation() + Audio.HIGHEST;
        }
    },
    /** Frequency modulation by two tones. */
    FM_DUAL_TONE("fm-dual-tone") {
        @Override
        Baseband open(Emission emission, SampleKernels kernels, Philox philox) {
            return new Fm(emission, Audio.Kind.DUAL_TONE, kernels, philox);
        }

        @Override
        double reach(Emission emission) {
            return emission.deviation() + Audio.HIGHEST;
        }
    };

    /** All names, with commas. */
    public static final String NAMES =
            Arrays.stream(values()).map(Modulation::text).collect(Collectors.joining(", "));

    private final String text;

    Modulation(String text) {
        this.text = text;
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

    /** The envelope, for one thread. */
    abstract Baseband open(Emission emission, SampleKernels kernels, Philox philox);

    /** How far from the carrier the spectrum reaches, in Hz. */
    double reach(Emission emission) {
        return emission.bandwidth() / 2;
    }

    /** Refuses an envelope that the sample rate does not hold. */
    void check(Emission emission) {
        double reach = reach(emission) + emission.offset();
        double most = FractionalDelay.BAND * emission.sampleRate();
        if (reach > most) {
            throw new SpecException("modulation is '" + text + "', which reaches " + Decimal.text(reach)
                    + " Hz from the carrier: allowed is 0.4 of sample-rate, "
                    + Decimal.text(most) + " Hz");
        }
    }
}
